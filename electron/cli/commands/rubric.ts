import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Request } from '../../../shared/contract/client.ts';
import { RungError } from '../../../shared/contract/errors.ts';
import type { Rubric, RubricInput, RubricSummary } from '../../../shared/domain/rubric.ts';
import { printJson, printText } from '../output.ts';
import { withJournal, withNewJournal, type GlobalOptions } from '../with-journal.ts';

interface ImportOptions extends GlobalOptions {
  name?: string;
  mine?: string;
  target?: string;
  leaveOut?: string[];
  wording?: boolean;
  yes?: boolean;
}

const EXAMPLES = `
Examples:
  rung rubric import ladder.csv --mine E3 --target E4          what would be saved
  rung rubric import ladder.csv --mine E3 --target E4 --yes    saves it
  rung rubric use acme-ladder
  rung rubric export acme-ladder > acme.json

A ladder is read from CSV or TSV (a column a level, or the columns level, theme, criterion, description), Markdown, YAML,
JSON or plain text. An import under the name of a rubric that is there makes a new version of it.`;

/** `rung rubric`: the rubrics of the journal, and a company's ladder as one of them. */
export function rubricCommand(): Command {
  return new Command('rubric')
    .description('list, import, use and export rubrics')
    .addHelpText('after', EXAMPLES)
    .addCommand(new Command('list').description('list the rubrics').action(listRubrics))
    .addCommand(importCommand())
    .addCommand(
      new Command('use').description('read the journal by this rubric').argument('<id>', 'its id').action(useRubric),
    )
    .addCommand(
      new Command('export')
        .description('print a rubric as JSON, which import takes back')
        .argument('<id>', 'its id')
        .action(exportRubric),
    );
}

function importCommand(): Command {
  return new Command('import')
    .description("read a company's ladder, or an exported rubric, from a file")
    .argument('<file>', 'the file, or - for standard input')
    .option('--name <name>', 'what to call it; else as the file says')
    .option('--mine <level>', 'the level you are at')
    .option('--target <level>', 'the level you aim at: its text becomes what each criterion asks')
    .option('--leave-out <criteria...>', 'criteria to leave out, as "theme / criterion"')
    .option('--wording', 'the wording may be printed in packets')
    .option('--yes', 'save it')
    .action(importRubric);
}

async function listRubrics(_: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const rubrics = await withJournal(options, (request) => request('rubrics.list', {}));
  if (options.json) printJson(rubrics);
  else printText(rubrics.map(rubricToLine).join('\n'));
}

function rubricToLine({ id, name, version, criteria, isInUse }: RubricSummary): string {
  return `${isInUse ? '*' : ' '} ${id}  ${name}, version ${version}, ${criteria} criteria`;
}

async function importRubric(file: string, _: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<ImportOptions>();
  const given = { fileName: file === '-' ? '' : basename(file), text: readText(file) };
  const rubric = await withNewJournal(options, async (request) => {
    const read = await toRubric(request, given, options);
    return options.yes ? request('rubrics.save', read) : (read as Rubric);
  });
  if (options.json) return printJson(rubric);
  const groups = rubric.pillars.map(({ name, criteria }) =>
    [name, ...criteria.map((one) => `  ${one.id}  ${one.definition.slice(0, 100)}`)].join('\n'),
  );
  const end = options.yes
    ? `Saved as version ${rubric.version}. "rung rubric use ${rubric.id}" reads the journal by it.`
    : 'Nothing was saved. Add --yes to save it.';
  printText(
    [`${rubric.name} (${rubric.id}), levels: ${rubric.levels.all.join(', ') || 'none'}`, ...groups, end].join('\n\n'),
  );
}

/** A rubric that was exported comes back as it was; everything else is read as a ladder. */
async function toRubric(request: Request, given: { fileName: string; text: string }, options: ImportOptions) {
  const tree = parseRubric(given.text);
  if (tree) return tree;
  const name = options.name ?? (await request('ladder.read', given)).name;
  const { mine = null, target = null, leaveOut = [], wording = false } = options;
  const choice = { name, mine, target, leftOut: leaveOut, isConfidential: !wording };
  return request('ladder.preview', { ...given, choice });
}

function parseRubric(text: string): RubricInput | undefined {
  try {
    const tree: unknown = JSON.parse(text);
    const isRubric = typeof tree === 'object' && tree !== null && 'pillars' in tree;
    return isRubric ? (tree as RubricInput) : undefined;
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new RungError('invalid', `${file} cannot be read: ${(error as Error).message}.`);
  }
}

async function useRubric(id: string, _: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const rubric = await withJournal(options, (request) => request('rubrics.use', { id }));
  if (options.json) printJson(rubric);
  else
    printText(`The journal is read by ${rubric.name}, version ${rubric.version}. Evidence under other rubrics stays.`);
}

async function exportRubric(id: string, _: unknown, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  printJson(await withJournal(options, (request) => request('rubrics.get', { id })));
}
