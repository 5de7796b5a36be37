import type { ReactNode } from 'react';
import type { Entry, Link } from '../../../shared/domain/entry.ts';
import { classes } from '../../ui/classes.ts';
import { dayToText } from '../../ui/day-text.ts';
import styles from './EntryPanel.module.css';
import { minutesToText } from './minutes.ts';
import {
  DESIGN_ROLE_WORDS,
  FORM_WORDS,
  INITIATIVE_WORDS,
  MODE_WORDS,
  OUTCOME_WORDS,
  PART_WORDS,
  WIN_ROLE_WORDS,
} from './words.ts';

type Fact = [label: string, value: ReactNode, length?: 'long'];

/** The facts of an entry as a list of terms; what was not said is left out. */
export function EntryFacts({ entry, onLink }: { entry: Entry; onLink: (url: string) => void }) {
  const facts = [...kindFacts(entry), ...commonFacts(entry, onLink)].filter(([, value]) => Boolean(value));
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value, length]) => (
        <div key={label} className={classes(length === undefined && styles.short)}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function commonFacts(entry: Entry, onLink: (url: string) => void): Fact[] {
  return [
    ['People', entry.people.map((person) => `${person.name} (${PART_WORDS[person.part]})`).join(', ')],
    ['Links', linksToNode(entry.links, onLink)],
    ['Projects', entry.projects.join(', ')],
    ['Tags', entry.tags.join(', ')],
  ];
}

function kindFacts(entry: Entry): Fact[] {
  switch (entry.kind) {
    case 'win':
      return [
        ['My part', WIN_ROLE_WORDS[entry.role]],
        ['Had been stuck', [entry.unblocked?.who, entry.unblocked?.howLong].filter(Boolean).join(', ')],
      ];
    case 'help':
      return [
        ['They can now', prose(entry.canNow), 'long'],
        ['How', [entry.mode && MODE_WORDS[entry.mode], minutesToText(entry.minutes)].filter(Boolean).join(', ')],
        ['Whose idea', entry.initiative && INITIATIVE_WORDS[entry.initiative]],
      ];
    case 'design':
      return [
        ['Over what, and why', prose(entry.alternatives), 'long'],
        ['Form', `${FORM_WORDS[entry.form]}, as ${DESIGN_ROLE_WORDS[entry.role].toLowerCase()}`],
        ['Outcome', OUTCOME_WORDS[entry.outcome]],
        ['Look back on', entry.lookBackOn && dayToText(entry.lookBackOn)],
      ];
  }
}

function prose(text: string): ReactNode {
  return text && <span className={styles.prose}>{text}</span>;
}

function linksToNode(links: readonly Link[], onLink: (url: string) => void): ReactNode {
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map((link) => (
        <li key={link.url}>
          <a
            href={link.url}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              onLink(link.url);
            }}
          >
            {link.title || link.url.replace(/^https?:\/\//, '')}
          </a>
        </li>
      ))}
    </ul>
  );
}
