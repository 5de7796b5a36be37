import { LadderBuilder, textToName, type Ladder } from './ladder.ts';

const BULLET = /^\s*(?:[-*•–]|\d+[.)])\s+/;

/**
 * Reads plain text as it is pasted: a line that ends with a colon, or stands alone before bullets, is a theme; every other
 * line is a criterion.
 */
export function readTextLadder(text: string): Ladder {
  const ladder = new LadderBuilder();
  let theme = '';
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const next = lines.slice(index + 1).find((one) => one !== '') ?? '';
    const isTheme = !BULLET.test(line) && (line.endsWith(':') || BULLET.test(next));
    if (isTheme) theme = line.replace(/:$/, '');
    else {
      const said = line.replace(BULLET, '');
      ladder.add({ theme, criterion: toName(said) }, said);
    }
  }
  return ladder.build('');
}

/** What stands before a colon or a full stop, else its beginning. */
function toName(said: string): string {
  const [head = said] = said.split(/[:.;](?:\s|$)/);
  return textToName(head);
}
