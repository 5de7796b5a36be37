import type { Command } from './commands.ts';

/** Belongs to this machine: the ids of the commands run last, newest first. */
const RECENT = 'rung.recent-commands';
const MOST_RECENT = 5;

/** The commands that hold every word of the query, the best first; with no query the recent ones lead. */
export function findCommands(commands: readonly Command[], query: string, recent: readonly string[]): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ id }: Command) => (recent.includes(id) ? recent.indexOf(id) : MOST_RECENT);
  return commands
    .map((command) => ({ command, score: Math.min(...words.map((word) => scoreWord(command, word)), 3) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || rank(a.command) - rank(b.command))
    .map(({ command }) => command);
}

/** 3: the title has a word that begins so; 2: one of the further words does; 1: it is inside one; 0: nowhere. */
function scoreWord({ title, also = '', group }: Command, word: string): number {
  if (beginsWord(title, word)) return 3;
  if (beginsWord(`${also} ${group}`, word)) return 2;
  return `${title} ${also}`.toLowerCase().includes(word) ? 1 : 0;
}

function beginsWord(text: string, letters: string): boolean {
  return ` ${text.toLowerCase()}`.includes(` ${letters}`);
}

/** The ids of the commands run last. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a command first among those run last. */
export function rememberCommand(id: string): void {
  localStorage.setItem(RECENT, JSON.stringify([id, ...readRecent().filter((one) => one !== id)].slice(0, MOST_RECENT)));
}
