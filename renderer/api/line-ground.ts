import type { CapturedLine, CaptureContext } from '../../shared/capture/captured-line.ts';
import { completeLine, type Completion } from '../../shared/capture/complete.ts';
import { parseLine } from '../../shared/capture/parse-line.ts';
import type { Request } from '../../shared/contract/client.ts';
import { instantToDay, type Day } from '../../shared/domain/day.ts';
import type { EntryKind } from '../../shared/domain/entry-words.ts';

/** What a captured line is read against and completed from. */
export interface LineGround {
  today: Day;
  criteria: readonly { id: string; name: string }[];
  people: readonly string[];
  projects: readonly string[];
  tags: readonly string[];
  /** Null until it is loaded: dates in words stay text for that long. */
  readDate: CaptureContext['readDate'];
  /** Whether the journal has been asked. */
  isRead: boolean;
}

/** The ground before anything is known. */
export function bareGround(): LineGround {
  const today = instantToDay(new Date());
  return { today, criteria: [], people: [], projects: [], tags: [], readDate: null, isRead: false };
}

/** Asks the journal for names and criteria, and loads the reader of dates, which is no part of the first paint. */
export async function readLineGround(request: Request): Promise<LineGround> {
  const [names, rubric, status, readDate] = await Promise.all([
    request('names.list', {}),
    request('rubric.get', {}),
    request('journal.status', {}),
    loadReadDate(),
  ]);
  const criteria = [...rubric.pillars.flatMap((pillar) => pillar.criteria), ...rubric.ground.criteria];
  const today = status.state === 'open' ? status.today : instantToDay(new Date());
  return { ...names, criteria: criteria.map(({ id, name }) => ({ id, name })), today, readDate, isRead: true };
}

async function loadReadDate(): Promise<CaptureContext['readDate']> {
  const { readDate } = await import('../../shared/capture/read-date.ts');
  return readDate;
}

/** Longer than any title: such a text is not a line of signs, and reading it at every key would be felt. */
const LONGEST_LINE = 2_000;

/** The line as it is understood; `kind` is the chosen one. */
export function readLine(line: string, kind: EntryKind, ground: LineGround): CapturedLine {
  const { today, readDate } = ground;
  const context = { today, kind, criterionIds: ground.criteria.map(({ id }) => id), readDate };
  if (line.length <= LONGEST_LINE) return parseLine(line, context);
  const tokens = [{ source: line, meaning: null, text: line, signAt: 0 }];
  return { ...parseLine('', context), tokens, title: line.trim() };
}

/** What the sign at the caret may become. */
export function completeFrom(line: string, caret: number, ground: LineGround): Completion | null {
  const { people, projects, tags, criteria } = ground;
  return completeLine(line, caret, { people, projects, tags, criterionIds: criteria.map(({ id }) => id) });
}
