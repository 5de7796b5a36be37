import { Command } from 'commander';
import type { Request } from '../../../shared/contract/client.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import { printJson, printText } from '../output.ts';
import { resolveEntry, withJournal, type GlobalOptions } from '../with-journal.ts';

interface EvidenceOptions extends GlobalOptions {
  strong?: boolean;
  dismiss?: boolean;
  remove?: boolean;
}

const EXAMPLES = `
Examples:
  rung evidence 9f3a1c20                          what the entry is evidence for
  rung evidence 9f3a1c20 architecture --strong    confirm it, as strong evidence
  rung evidence 9f3a1c20 architecture --remove    take it away`;

/** `rung evidence`: shows or changes what an entry is evidence for. */
export function evidenceCommand(): Command {
  return new Command('evidence')
    .description('show what an entry is evidence for, or map it to criteria')
    .argument('<entry>', 'its id, or a part of it')
    .argument('[criteria...]', 'ids of criteria to confirm')
    .option('--strong', 'mark it as strong evidence')
    .option('--dismiss', 'note that it is no evidence for them')
    .option('--remove', 'take the links away')
    .addHelpText('after', EXAMPLES)
    .action(async (typed: string, criteria: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<EvidenceOptions>();
      const entry = await withJournal(options, async (request) => {
        const entryId = await resolveEntry(request, typed);
        for (const criterionId of criteria) {
          // One after the other, so that the first refusal stops the rest.
          await mapEntry(request, { entryId, criterionId }, options);
        }
        return request('entries.get', { id: entryId });
      });
      if (options.json) printJson(entry.evidence);
      else printText(evidenceToText(entry));
    });
}

function mapEntry(
  request: Request,
  link: { entryId: string; criterionId: string },
  options: EvidenceOptions,
): Promise<Entry> {
  if (options.remove) return request('evidence.remove', link);
  const state = options.dismiss ? 'dismissed' : 'confirmed';
  return request('evidence.set', { ...link, state, strong: options.strong ?? false });
}

function evidenceToText({ title, evidence }: Entry): string {
  if (evidence.length === 0) return `${title}\n  No evidence yet.`;
  const lines = evidence.map(
    ({ criterionId, state, strong }) => `  ${criterionId}: ${state}${strong ? ', strong' : ''}`,
  );
  return [title, ...lines].join('\n');
}
