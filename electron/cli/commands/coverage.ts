import { Command } from 'commander';
import { findCriterionCoverage, type Coverage } from '../../../shared/domain/coverage.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { printJson, printText } from '../output.ts';
import { coverageToLine } from '../text.ts';
import { withJournal, type GlobalOptions } from '../with-journal.ts';

interface CoverageOptions extends GlobalOptions {
  from?: string;
  to?: string;
}

/** `rung coverage`: what the confirmed evidence adds up to, and what would show more. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description('show what the evidence adds up to, per pillar and criterion')
    .option('--from <date>', 'from this day on, YYYY-MM-DD')
    .option('--to <date>', 'up to this day')
    .addHelpText('after', '\nExample:\n  rung coverage --from 2026-01-01 --json')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CoverageOptions>();
      const { from, to } = options;
      const { coverage, rubric } = await withJournal(options, async (request) => ({
        coverage: await request('coverage.get', { from, to }),
        rubric: await request('rubric.get', {}),
      }));
      if (options.json) printJson(coverage);
      else printText(coverageToText(coverage, rubric));
    });
}

function coverageToText(coverage: Coverage, rubric: Rubric): string {
  const { summary, nearest, readiness } = coverage;
  const groups = [...rubric.pillars, rubric.ground].map(({ name, criteria }) =>
    [name, ...criteria.map((one) => `  ${coverageToLine(one.name, findCriterionCoverage(coverage, one.id))}`)].join(
      '\n',
    ),
  );
  const nearestLine = nearest ? [`Nearest: ${nearest.step}.`] : [];
  const meaning = readiness ? [readiness.meaning, readiness.caveat] : [];
  return [[summary, ...meaning, ...nearestLine].join('\n'), ...groups].join('\n\n');
}
