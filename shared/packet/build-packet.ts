import { hasProof, hasResult } from '../domain/entry-content.ts';
import { coverRubric } from '../domain/cover-rubric.ts';
import { findCriterionCoverage, type Coverage } from '../domain/coverage.ts';
import type { Day } from '../domain/day.ts';
import type { Entry } from '../domain/entry.ts';
import type { Audience, PacketOptions } from '../domain/packet.ts';
import type { Profile } from '../domain/profile.ts';
import { rubricToCriteria, type Criterion, type Rubric } from '../domain/rubric.ts';
import { strongestFirst } from './strength.ts';

/** An entry with the reference by which every claim points at it, `E1` being the oldest. */
export interface Cited {
  reference: string;
  entry: Entry;
}

/** A line that points at an entry told under another criterion. */
export interface ToldElsewhere extends Cited {
  under: string;
}

export interface CriterionEvidence {
  name: string;
  definition: string;
  told: Cited[];
  elsewhere: ToldElsewhere[];
}

export interface PillarEvidence {
  name: string;
  criteria: CriterionEvidence[];
}

export interface GlanceRow {
  pillar: string;
  criterion: string;
  items: number;
  quarters: string[];
  strongest: string;
}

/** All entries of one kind, and those of them that are told here because no criterion tells them. */
export interface KindSection {
  all: Cited[];
  told: Cited[];
}

/** What a packet says, before it takes a format. All texts are redacted and otherwise as typed. */
export interface Packet {
  audience: Audience;
  profile: Profile;
  /** Null where the period is open on both ends and there is no entry to bound it. */
  period: { from: Day | undefined; to: Day | undefined } | null;
  rubric: { name: string; version: number };
  theCase: string;
  glance: { pillarLine: string; rows: GlanceRow[]; thin: string[] };
  evidence: PillarEvidence[];
  otherWork: Cited[];
  help: KindSection;
  designs: KindSection;
  appendix: Cited[];
}

/** What a packet is built from: entries that this audience may see, redacted, oldest first. */
export interface PacketParts {
  options: PacketOptions;
  profile: Profile;
  rubric: Rubric;
  theCase: string;
  entries: readonly Entry[];
}

/** The reference of the entry that is so many entries after the oldest. */
export function indexToReference(index: number): string {
  return `E${index + 1}`;
}

/** Arranges what may be said: each entry is told once, where it is strongest, and cited everywhere else. */
export function buildPacket({ options, profile, rubric, theCase, entries }: PacketParts): Packet {
  const appendix = entries.map((entry, index) => ({ reference: indexToReference(index), entry }));
  const criteria = new Map(rubricToCriteria(rubric).map((criterion) => [criterion.id, criterion]));
  const homes = new Map(appendix.map((cited) => [cited, findHome(cited.entry, [...criteria.keys()])]));
  const withoutHome = appendix.filter((cited) => homes.get(cited) === undefined);
  const byCriterion = groupByCriterion(appendix);
  return {
    audience: options.audience,
    profile,
    period: toPeriod(options.period, entries),
    rubric: { name: rubric.name, version: rubric.version },
    theCase: theCase.trim(),
    glance: buildGlance(rubric, byCriterion, options.audience),
    evidence: buildEvidence(rubric, byCriterion, (cited) => criteria.get(homes.get(cited) ?? '')),
    otherWork: ofKind(withoutHome, 'win'),
    help: { all: ofKind(appendix, 'help'), told: ofKind(withoutHome, 'help') },
    designs: { all: ofKind(appendix, 'design'), told: ofKind(withoutHome, 'design') },
    appendix,
  };
}

function ofKind(cited: readonly Cited[], kind: Entry['kind']): Cited[] {
  return cited.filter(({ entry }) => entry.kind === kind);
}

function toPeriod({ from, to }: PacketOptions['period'], entries: readonly Entry[]): Packet['period'] {
  const isBounded = from !== undefined || to !== undefined;
  if (isBounded) return { from, to };
  return entries.length === 0 ? null : { from: entries[0]!.occurredOn, to: entries.at(-1)!.occurredOn };
}

/** The criterion that tells the entry: the first it is strong for, else the first it is confirmed for. */
function findHome(entry: Entry, criterionIds: readonly string[]): string | undefined {
  const confirmed = entry.evidence.filter((one) => one.state === 'confirmed' && criterionIds.includes(one.criterionId));
  const inOrder = confirmed.toSorted(
    (a, b) => criterionIds.indexOf(a.criterionId) - criterionIds.indexOf(b.criterionId),
  );
  return (inOrder.find((one) => one.strong) ?? inOrder[0])?.criterionId;
}

function groupByCriterion(appendix: readonly Cited[]): Map<string, Cited[]> {
  const links = appendix.flatMap((cited) =>
    cited.entry.evidence.filter((one) => one.state === 'confirmed').map(({ criterionId }) => ({ criterionId, cited })),
  );
  return new Map(
    [...Map.groupBy(links, (link) => link.criterionId)].map(([id, group]) => [id, group.map((link) => link.cited)]),
  );
}

function rubricToGroups(rubric: Rubric): { name: string; criteria: readonly Criterion[] }[] {
  return [...rubric.pillars, rubric.ground];
}

function buildEvidence(
  rubric: Rubric,
  byCriterion: Map<string, Cited[]>,
  homeOf: (cited: Cited) => Criterion | undefined,
): PillarEvidence[] {
  const toEvidence = (criterion: Criterion): CriterionEvidence => {
    const cited = byCriterion.get(criterion.id) ?? [];
    return {
      name: criterion.name,
      definition: criterion.definition,
      told: cited.filter((one) => homeOf(one)?.id === criterion.id).toSorted(strongestFirst(criterion.id)),
      elsewhere: cited
        .filter((one) => homeOf(one)?.id !== criterion.id)
        .map((one) => ({ ...one, under: homeOf(one)!.name })),
    };
  };
  return rubricToGroups(rubric)
    .map(({ name, criteria }) => ({
      name,
      criteria: criteria.filter(({ id }) => byCriterion.has(id)).map(toEvidence),
    }))
    .filter(({ criteria }) => criteria.length > 0);
}

/** Counted from the exported entries alone, so that nothing of the others can be read off it. */
function buildGlance(rubric: Rubric, byCriterion: Map<string, Cited[]>, audience: Audience): Packet['glance'] {
  const coverage = coverRubric(rubric, [...byCriterion].flatMap(citedToPoints));
  const rows = rubricToGroups(rubric).flatMap(({ name, criteria }) =>
    criteria
      .filter(({ id }) => byCriterion.has(id))
      .map((criterion) => toRow(name, criterion, byCriterion.get(criterion.id)!, coverage)),
  );
  const thin = rubricToCriteria(rubric).filter(({ id }) => findCriterionCoverage(coverage, id).coverage !== 'shown');
  return {
    pillarLine: toPillarLine(rubric, coverage, audience),
    rows,
    thin: audience === 'self' ? thin.map((criterion) => criterion.name) : [],
  };
}

function citedToPoints([criterionId, cited]: [string, readonly Cited[]]) {
  return cited.map(({ entry }) => ({
    criterionId,
    occurredOn: entry.occurredOn,
    status: entry.status,
    strong: entry.evidence.some((one) => one.criterionId === criterionId && one.strong),
    hasResult: hasResult(entry),
    hasProof: hasProof(entry),
  }));
}

function toRow(pillar: string, criterion: Criterion, cited: readonly Cited[], coverage: Coverage): GlanceRow {
  const { quarters } = findCriterionCoverage(coverage, criterion.id);
  return {
    pillar,
    criterion: criterion.name,
    items: cited.length,
    quarters: quarters.map(({ quarter }) => quarter),
    strongest: cited.toSorted(strongestFirst(criterion.id))[0]!.reference,
  };
}

/** The pillar line in words. A packet for others argues a case, so it does not say that no pillar is shown yet. */
function toPillarLine(rubric: Rubric, coverage: Coverage, audience: Audience): string {
  const { shownPillarIds, summary, readiness } = coverage;
  if (shownPillarIds.length === 0 && audience !== 'self') return '';
  const isSome = shownPillarIds.length > 0 && shownPillarIds.length < rubric.pillars.length;
  const names = rubric.pillars.filter(({ id }) => shownPillarIds.includes(id)).map(({ name }) => name);
  const named = isSome ? summary.replace(/\.$/, `: ${names.join('; ')}.`) : summary;
  return readiness ? `${named} ${toSentence(readiness.caveat)}` : named;
}

function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
