import { addDays, dayToQuarter, dayToWeekStart, type Day } from '../../../shared/domain/day.ts';
import type { PeriodMark } from '../../../shared/domain/period-mark.ts';
import { dayToFullText, daysToText, dayToMonthText } from '../../ui/day-text.ts';
import type { ListDay } from './list-days.ts';
import type { Grouping } from './timeline.ts';

/** Heights in pixels at a text size of 16: every row of a sort is as high as the others, so nothing moves as rows are read. */
const HEIGHTS = { heading: 40, period: 32, entry: 56 };

/** Rows of one sort that follow each other: a group's heading, a period mark, the entries of one day. */
export interface Segment {
  sort: keyof typeof HEIGHTS;
  /** The row it begins at, and its distance from the top of the list. */
  row: number;
  rows: number;
  top: number;
  group: number;
  day: ListDay | null;
  period: PeriodMark | null;
  /** Entries of the group before these. */
  before: number;
}

export interface Group {
  key: string;
  heading: string;
  /** The day itself, where the list is by day. */
  day: Day | null;
  top: number;
  height: number;
  entries: number;
}

/** What stands where in the list. */
export interface ListLayout {
  segments: readonly Segment[];
  groups: readonly Group[];
  rows: number;
  height: number;
  /** Pixels that a row of each sort is high. */
  heights: Record<Segment['sort'], number>;
}

interface LayoutInput {
  days: readonly ListDay[];
  periods: readonly PeriodMark[];
  grouping: Grouping;
  today: Day;
  heights: ListLayout['heights'];
}

/** The heights for a text of this size over 16, in whole pixels. */
export function scaleHeights(scale: number): ListLayout['heights'] {
  const { heading, period, entry } = HEIGHTS;
  return {
    heading: Math.round(heading * scale),
    period: Math.round(period * scale),
    entry: Math.round(entry * scale),
  };
}

/** Lays days and period marks out under their headings, newest first. */
export function layOut({ days, periods, grouping, today, heights }: LayoutInput): ListLayout {
  const segments: Segment[] = [];
  const groups: Group[] = [];
  let row = 0;
  let top = 0;
  const add = (sort: Segment['sort'], rows: number, part: Partial<Segment> = {}) => {
    const before = groups.at(-1)?.entries ?? 0;
    segments.push({ sort, row, rows, top, group: groups.length - 1, day: null, period: null, before, ...part });
    row += rows;
    top += rows * heights[sort];
    const group = groups.at(-1)!;
    group.height = top - group.top;
  };
  for (const { day, list, period } of mergePeriods(days, periods, today)) {
    const key = dayToGroup(day, grouping);
    if (groups.at(-1)?.key !== key) {
      const heading = groupToHeading(key, grouping, today);
      groups.push({ key, heading, day: grouping === 'day' ? day : null, top, height: 0, entries: 0 });
      add('heading', 1);
    }
    if (period) add('period', 1, { period });
    if (list) {
      add('entry', list.count, { day: list });
      groups.at(-1)!.entries += list.count;
    }
  }
  return { segments, groups, rows: row, height: top, heights };
}

/** The segment that holds a row. */
export function segmentAtRow({ segments }: ListLayout, row: number): Segment | undefined {
  return findLast(segments, (one) => one.row <= row);
}

/** Where an entry stands: its day's segment and its place in it; null where it is not at hand. */
export function placeOfEntry({ segments }: ListLayout, id: string): { segment: Segment; index: number } | null {
  for (const segment of segments) {
    const index = segment.day?.entries?.findIndex((entry) => entry.id === id) ?? -1;
    if (index >= 0) return { segment, index };
  }
  return null;
}

/** The height of every row, in order. */
export function layoutToSizes({ segments, rows, heights }: ListLayout): Float32Array {
  const sizes = new Float32Array(rows);
  for (const one of segments) sizes.fill(heights[one.sort], one.row, one.row + one.rows);
  return sizes;
}

interface Piece {
  day: Day;
  list: ListDay | null;
  period: PeriodMark | null;
}

/** A period stands above the days it covers; one that is not over stands at today, one to come not yet. */
function mergePeriods(days: readonly ListDay[], periods: readonly PeriodMark[], today: Day): Piece[] {
  const oldest = days.at(-1)?.day ?? today;
  const marks = periods
    .filter(({ from, to }) => from <= today && to >= oldest)
    .map((period): Piece => ({ day: period.to < today ? period.to : today, list: null, period }));
  const lists = days.map((list): Piece => ({ day: list.day, list, period: null }));
  if (marks.length === 0) return lists;
  return [...marks, ...lists].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

function dayToGroup(day: Day, grouping: Grouping): string {
  switch (grouping) {
    case 'day':
      return day;
    case 'week':
      return dayToWeekStart(day);
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return dayToQuarter(day);
  }
}

function groupToHeading(key: string, grouping: Grouping, today: Day): string {
  switch (grouping) {
    case 'day':
      if (key === today) return `Today, ${dayToFullText(key)}`;
      return key === addDays(today, -1) ? `Yesterday, ${dayToFullText(key)}` : dayToFullText(key);
    case 'week':
      if (key === dayToWeekStart(today)) return 'This week';
      if (key === dayToWeekStart(addDays(today, -7))) return 'Last week';
      return daysToText(key, addDays(key, 6));
    case 'month':
      return dayToMonthText(`${key}-01`);
    case 'quarter':
      return `${key.slice(5)} ${key.slice(0, 4)}`;
  }
}

/** The last of a sorted list that still fits. */
function findLast<One>(list: readonly One[], fits: (one: One) => boolean): One | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
