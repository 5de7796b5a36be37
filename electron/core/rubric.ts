import type { HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { findCriterion, rubricToCriteria, type Rubric, type RubricSummary } from '../../shared/domain/rubric.ts';
import seniorEngineer from '../../resources/rubrics/senior-engineer.json' with { type: 'json' };
import { countEvidence } from './db/evidence-sql.ts';
import { deleteRubric, insertRubric, selectRubric, selectRubricVersions } from './db/rubrics-sql.ts';
import { selectSetting, upsertSetting } from './db/settings-sql.ts';
import { write, type Journal } from './journal.ts';

/** The built-in rubric. It is bundled, and a test holds it against the schema, so no start has to. */
export const builtInRubric = seniorEngineer as Rubric;

/** The rubrics of the journal, and which one it is read by. */
export function rubricHandlers(journal: Journal): HandlersOf<'rubric'> & HandlersOf<'rubrics'> {
  return {
    'rubric.get': () => journal.rubric,
    'rubrics.list': () => listRubrics(journal),
    'rubrics.get': ({ id, version }) => getRubric(journal, id, version),
    'rubrics.save': (rubric) => saveRubric(journal, rubric),
    'rubrics.use': ({ id }) => {
      const rubric = getRubric(journal, id);
      write(journal, () => upsertSetting(journal.db, 'rubric', { id }));
      return rubric;
    },
    'rubrics.remove': ({ id }) => removeRubric(journal, id),
  };
}

/** The newest version of the rubric in use; the built-in one until another is chosen. */
export function findRubricInUse(db: Journal['db']): Rubric {
  const chosen = selectSetting(db, 'rubric') as { id: string } | undefined;
  return findRubric(db, chosen?.id ?? builtInRubric.id) ?? builtInRubric;
}

/** Throws `invalid`, at the given field, where the rubric has no such criterion. */
export function assertCriterion({ rubric }: Journal, criterionId: string, field: string): void {
  if (findCriterion(rubric, criterionId)) return;
  const message = `there is no criterion '${criterionId}' in "${rubric.name}"; "rung criteria" lists them`;
  throw new RungError('invalid', `${field}: ${message}`, { [field]: message });
}

/** A version that was saved, or the newest; of the built-in one, the bundled version where none newer was saved. */
function findRubric(db: Journal['db'], id: string, version?: number): Rubric | undefined {
  const saved = selectRubric(db, id, version);
  if (id !== builtInRubric.id) return saved;
  if (version === builtInRubric.version) return builtInRubric;
  return saved && saved.version > builtInRubric.version ? saved : version === undefined ? builtInRubric : saved;
}

function getRubric({ db }: Journal, id: string, version?: number): Rubric {
  const rubric = findRubric(db, id, version);
  if (rubric) return rubric;
  throw new RungError('not-found', `There is no rubric '${id}'${version ? ` of version ${version}` : ''}.`);
}

/** A rubric that is there already gets a new version, whatever number it came with. */
function saveRubric(journal: Journal, rubric: Rubric): Rubric {
  const newest = findRubric(journal.db, rubric.id)?.version ?? 0;
  const saved = { ...rubric, version: newest + 1 };
  write(journal, () => insertRubric(journal.db, saved, journal.clock.now()));
  return saved;
}

function removeRubric(journal: Journal, id: string): Record<string, never> {
  const { name } = getRubric(journal, id);
  if (id === builtInRubric.id) throw new RungError('conflict', 'The built-in rubric stays.');
  if (id === journal.rubric.id) throw new RungError('conflict', `"${name}" is in use. Use another one first.`);
  const evidence = countEvidence(journal.db, id);
  if (evidence > 0) {
    throw new RungError(
      'conflict',
      `"${name}" has evidence from ${evidence} ${evidence === 1 ? 'link' : 'links'}, so it stays.`,
    );
  }
  write(journal, () => deleteRubric(journal.db, id));
  return {};
}

function listRubrics(journal: Journal): RubricSummary[] {
  const saved = Map.groupBy(selectRubricVersions(journal.db), ({ id }) => id);
  const ids = new Set([builtInRubric.id, ...saved.keys()]);
  return [...ids].map((id) => {
    const versions = (saved.get(id) ?? []).map(({ version, savedAt }) => ({ version, savedAt }));
    const rubric = getRubric(journal, id);
    return {
      id,
      name: rubric.name,
      version: rubric.version,
      versions: id === builtInRubric.id ? [...versions, { version: builtInRubric.version, savedAt: null }] : versions,
      criteria: rubricToCriteria(rubric).length,
      isBuiltIn: id === builtInRubric.id,
      isInUse: id === journal.rubric.id,
    };
  });
}
