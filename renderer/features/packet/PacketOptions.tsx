import type { Audience } from '../../../shared/domain/packet.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { ProseField, TextField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { usePacket } from './packet-context.ts';
import styles from './PacketPage.module.css';
import { PeopleNames } from './PeopleNames.tsx';
import { PeriodFields } from './PeriodFields.tsx';

/** The words the case has room for. */
const CASE_WORDS = 80;

/** What the packet is made of: for whom, which days, about whom, and the case. */
export function PacketOptions() {
  const saveProblem = usePacket((state) => state.saveProblem);
  return (
    <section className={styles.options} aria-label="What is in it">
      {saveProblem && <Problem text={`Not kept yet: ${saveProblem}`} />}
      <AudienceFields />
      <PeriodFields />
      <CaseField />
      <ProfileFields />
      <PeopleNames />
    </section>
  );
}

const AUDIENCES: { value: Audience; label: string }[] = [
  { value: 'manager', label: 'Manager' },
  { value: 'committee', label: 'Committee' },
  { value: 'self', label: 'Myself' },
];

const AUDIENCE_WORDS: Record<Audience, string> = {
  manager: 'Shareable entries only. People appear by role unless you name them below.',
  committee: 'Shareable entries only, written for readers who do not know you. People appear by role.',
  self: 'Private entries too, with names. Every page says that it is private. Sealed entries stay out.',
};

function AudienceFields() {
  const audience = usePacket((state) => state.packet.audience);
  const change = usePacket((state) => state.change);
  return (
    <div className={styles.group}>
      <div>
        <Segmented label="For" choices={AUDIENCES} value={audience} onChange={(value) => change({ audience: value })} />
        <p className={styles.meaning}>{AUDIENCE_WORDS[audience]}</p>
      </div>
    </div>
  );
}

function CaseField() {
  const theCase = usePacket((state) => state.packet.theCase);
  const words = usePacket((state) => state.preview?.caseWords ?? 0);
  const missing = usePacket((state) => state.preview?.missingReferences);
  const change = usePacket((state) => state.change);
  return (
    <ProseField
      label="The case"
      {...(missing?.length ? { error: missingToText(missing) } : {})}
      isTall
      placeholder="Why this work is senior work, in a few sentences. Cite entries as [E12]."
      value={theCase}
      hint={
        words > CASE_WORDS
          ? `${words} words: ${words - CASE_WORDS} over the ${CASE_WORDS} a reader takes in at once.`
          : `${words} of ${CASE_WORDS} words`
      }
      onChange={(value) => change({ theCase: value })}
    />
  );
}

function missingToText(missing: readonly string[]): string {
  const labels = missing.map((label) => `[${label}]`).join(', ');
  return `${labels} ${missing.length === 1 ? 'is' : 'are'} not in this packet, so left out of its text.`;
}

function ProfileFields() {
  const profile = usePacket((state) => state.profile);
  const changeProfile = usePacket((state) => state.changeProfile);
  const field = (name: keyof Profile) => ({
    value: profile[name],
    onChange: (value: string) => changeProfile({ [name]: value }),
  });
  return (
    <div className={styles.group}>
      <h2>About you</h2>
      <TextField label="Name" {...field('name')} />
      <div className={styles.pair}>
        <TextField label="Title now" placeholder="Engineer II" {...field('currentTitle')} />
        <TextField label="Title you aim for" placeholder="Senior Engineer" {...field('targetTitle')} />
      </div>
      <TextField label="Employer" {...field('employer')} />
    </div>
  );
}
