import type { EntryDraft } from '../domain/entry.ts';
import type { CapturedLine } from './captured-line.ts';

/** The entry that a line stands for. What the line does not say is left to the defaults. */
export function lineToDraft(captured: CapturedLine): EntryDraft {
  const { kind, title, occurredOn, people, tags, projects, criterionIds, minutes, raiseAtNextMeeting } = captured;
  return {
    kind,
    title,
    people,
    tags,
    projects,
    evidence: criterionIds.map((criterionId) => ({ criterionId })),
    ...(raiseAtNextMeeting ? { raiseAtNextMeeting } : {}),
    ...(occurredOn === null ? {} : { occurredOn }),
    ...(kind === 'help' && minutes !== null ? { minutes } : {}),
  };
}
