import { TITLE_LENGTH, type EntryDraft } from '../../shared/domain/entry.ts';
import texts from '../fixtures/hostile-texts.json' with { type: 'json' };

/** A text that has run, loaded or steered something somewhere, with the trick it is of. */
export interface HostileText {
  group: string;
  text: string;
}

/** Almost 500 of them. What runs sets `window.__pwned`; what loads asks evil.test. */
export const hostileTexts: HostileText[] = (texts as [string, string][]).map(([group, text]) => ({ group, text }));

/** A text as one line of at most so many characters. */
export function toLine(text: string, length: number): string {
  return (
    text
      .replaceAll(/[\n\r\u2028\u2029]/g, ' ')
      .slice(0, length)
      .toWellFormed()
      .trim() || 'x'
  );
}

/** Entries that carry each text in every field that may be exported, and are evidence for two criteria. */
export function hostileDrafts(chosen: readonly HostileText[]) {
  return chosen.map(({ text }, at) => {
    const common = {
      title: toLine(text, TITLE_LENGTH),
      body: text,
      result: text.slice(0, 2_000).toWellFormed(),
      occurredOn: `2026-${String(1 + (at % 11)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
      tags: [toLine(text, 60)],
      projects: [toLine(text, 60)],
      links: [{ title: toLine(text, 80), url: 'https://example.com/a' }],
      metrics: [{ label: toLine(text, 60), before: '1', after: '2', unit: toLine(text, 10) }],
      visibility: 'shareable' as const,
      evidence: [{ criterionId: at % 2 === 0 ? 'architecture' : 'mentoring' }],
    };
    const people = [{ name: 'Maria' }];
    if (at % 3 === 0) return { ...common, kind: 'win' as const, people };
    if (at % 3 === 1) return { ...common, kind: 'help' as const, people, canNow: common.result };
    return { ...common, kind: 'design' as const, people, alternatives: common.result };
  });
}

/** Entries that call people so. Apart from the others: a packet holds back every name, and these are made of common words. */
export function draftsOfHostilePeople(chosen: readonly HostileText[]): EntryDraft[] {
  return chosen.map(({ text }) => ({ kind: 'help', title: 'Helped', people: [{ name: toLine(text, 80) }] }));
}
