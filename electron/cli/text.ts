import type { CriterionCoverage } from '../../shared/domain/coverage.ts';
import type { Entry, Metric } from '../../shared/domain/entry.ts';

const ID_PART_LENGTH = 8;

/** Coverage as drawn everywhere: empty, half, full. */
const COVERAGE_SIGNS = { none: '○', some: '◐', shown: '●' } as const;

/** The part of an id that people type: its end, since the beginning is the time. */
export function idToPart(id: string): string {
  return id.slice(-ID_PART_LENGTH);
}

/** An entry on one line. */
export function entryToLine(entry: Entry): string {
  const marks = [
    ...(entry.status === 'doing' ? ['in progress'] : []),
    ...(entry.visibility === 'private' ? [] : [entry.visibility]),
    ...entry.evidence.filter((one) => one.state === 'confirmed').map((one) => `^${one.criterionId}`),
  ];
  const end = marks.length > 0 ? `  (${marks.join(', ')})` : '';
  return `${idToPart(entry.id)}  ${entry.occurredOn}  ${entry.kind.padEnd(6)}  ${entry.title}${end}`;
}

/** An entry with all that was written. */
export function entryToText(entry: Entry): string {
  const fields: [string, string][] = [
    ['result', entry.result],
    ['metrics', entry.metrics.map(metricToText).join('; ')],
    ['people', entry.people.map((person) => `${person.name} (${person.part})`).join(', ')],
    ['projects', entry.projects.join(', ')],
    ['tags', entry.tags.join(', ')],
    ['links', entry.links.map((link) => `${link.title} ${link.url}`.trim()).join(', ')],
    ...kindToFields(entry),
    ['evidence', entry.evidence.map((one) => `${one.criterionId} (${one.strong ? 'strong' : one.state})`).join(', ')],
    ['visibility', entry.visibility],
    ['in the trash', entry.trashedAt ? `since ${entry.trashedAt}` : ''],
    ['revision', `${entry.revision}, saved ${entry.updatedAt}`],
    ['id', entry.id],
  ];
  const lines = fields.filter(([, text]) => text !== '').map(([label, text]) => `  ${label}: ${text}`);
  const body = entry.body === '' ? [] : ['', entry.body];
  return [entryToLine(entry), ...lines, ...body].join('\n');
}

/** A criterion's coverage on one line. */
export function coverageToLine(name: string, coverage: CriterionCoverage): string {
  const next = coverage.next[0] === undefined ? '' : ` Next: ${coverage.next[0]}.`;
  return `${COVERAGE_SIGNS[coverage.coverage]} ${name}: ${coverage.why}${next}`;
}

function metricToText({ label, before, after, unit, source }: Metric): string {
  const change = [before, after].filter((quantity) => quantity !== '').join(' → ');
  return `${label}: ${[change, unit, source && `(${source})`].filter(Boolean).join(' ')}`;
}

function kindToFields(entry: Entry): [string, string][] {
  switch (entry.kind) {
    case 'win':
      return [
        ['role', entry.role],
        ['unblocked', entry.unblocked ? `${entry.unblocked.who}, ${entry.unblocked.howLong}` : ''],
      ];
    case 'help':
      return [
        ['mode', entry.mode ?? ''],
        ['initiative', entry.initiative ?? ''],
        ['minutes', entry.minutes === null ? '' : String(entry.minutes)],
        ['can now', entry.canNow],
      ];
    case 'design':
      return [
        ['form', `${entry.form}, as ${entry.role}`],
        ['alternatives', entry.alternatives],
        ['outcome', entry.outcome],
        ['look back on', entry.lookBackOn ?? ''],
      ];
  }
}
