import { Command } from 'commander';
import { RungError } from '../../../shared/contract/errors.ts';
import { findCriterion, type Criterion, type Rubric } from '../../../shared/domain/rubric.ts';
import { printJson, printText } from '../output.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

/** `rung criteria`: the rubric, or one criterion with what counts for it. */
export function criteriaCommand(): Command {
  return new Command('criteria')
    .description('list the criteria, or show one with what counts for it')
    .argument('[criterion]', 'its id')
    .addHelpText('after', '\nExample:\n  rung criteria mentoring')
    .action(async (id: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const rubric = await withJournal(options, (request) => request('rubric.get', {}));
      const criterion = id === undefined ? undefined : getCriterion(rubric, id);
      if (options.json) printJson(criterion ?? rubric);
      else printText(criterion ? criterionToText(criterion) : rubricToText(rubric));
    });
}

function getCriterion(rubric: Rubric, id: string): Criterion {
  const criterion = findCriterion(rubric, id);
  if (criterion) return criterion;
  throw new RungError('not-found', `There is no criterion '${id}' in "${rubric.name}". "rung criteria" lists them.`);
}

function rubricToText(rubric: Rubric): string {
  const groups = [...rubric.pillars, rubric.ground].map(({ name, criteria }) =>
    [name, ...criteria.map((criterion) => `  ${criterion.id.padEnd(24)} ${criterion.definition}`)].join('\n'),
  );
  return [`${rubric.name}, version ${rubric.version}`, ...groups].join('\n\n');
}

function criterionToText({ name, id, definition, counts, questions, why }: Criterion): string {
  return [
    `${name} (${id})`,
    definition,
    ...listToText('What counts:', counts),
    ...listToText('Questions:', questions),
    ...(why ? ['', `Why: ${why.point} (backing: ${why.backing})`] : []),
  ].join('\n');
}

function listToText(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : ['', title, ...texts.map((one) => `  - ${one}`)];
}
