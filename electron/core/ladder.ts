import type { HandlersOf } from '../../shared/contract/contract.ts';
import { inputToError, RungError } from '../../shared/contract/errors.ts';
import { rubricSchema, type Rubric } from '../../shared/domain/rubric.ts';
import { LadderError, type Ladder } from '../../shared/ladder/ladder.ts';
import { ladderToRubric } from '../../shared/ladder/ladder-to-rubric.ts';
import { readLadder } from '../../shared/ladder/read-ladder.ts';
import { builtInRubric } from './rubric.ts';

/** Companies' ladders, read from files and turned into rubrics. Nothing of it touches the journal. */
export function ladderHandlers(): HandlersOf<'ladder'> {
  return {
    'ladder.read': (file) => readFile(file),
    'ladder.preview': ({ choice, ...file }) => {
      const ladder = readFile(file);
      for (const end of ['mine', 'target'] as const) assertLevel(ladder, choice[end], end);
      return assertRubric(ladderToRubric(ladder, choice, builtInRubric.rules), file.fileName);
    },
  };
}

function readFile({ text, fileName }: { text: string; fileName: string }): Ladder {
  try {
    return readLadder(text, fileName);
  } catch (error) {
    if (!(error instanceof LadderError)) throw error;
    throw new RungError('invalid', `${fileName || 'The text'} is no ladder that Rung can read. ${error.message}`);
  }
}

/** A file may hold more than a rubric does: too many levels, a text that is too long. */
function assertRubric(rubric: Rubric, fileName: string): Rubric {
  const checked = rubricSchema.safeParse(rubric, { reportInput: true });
  if (checked.success) return checked.data;
  const { message } = inputToError(checked.error);
  throw new RungError('invalid', `${fileName || 'The text'} does not fit a rubric: ${message}`);
}

function assertLevel({ levels }: Ladder, level: string | null, field: string): void {
  if (level === null || levels.includes(level)) return;
  const known = levels.length === 0 ? 'it has no levels' : `it has ${levels.join(', ')}`;
  throw new RungError('invalid', `There is no level "${level}" in this ladder; ${known}.`, {
    [`choice.${field}`]: known,
  });
}
