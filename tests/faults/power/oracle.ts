import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Request } from '../../../shared/contract/client.ts';

/**
 * What a writer says beside its journal. `will`: it is about to make this true; `is`: Rung said that it is. A revision says
 * for itself which it is; everything else has a name under which only the newest value counts.
 */
export type Note =
  | { is: 'revision'; id: string; number: number; title: string }
  | { will: string; value: unknown }
  | { is: string; value: unknown };

/** What is behind a name before anything was said of it; null where it is not named. */
const INITIAL: Record<string, unknown> = { trashed: false, evidence: [], backup: false, gone: false };

/** What has to be there after a cut: every acknowledged revision, and for each name the last value or one that was on its way. */
export class Oracle {
  readonly revisions: { id: string; number: number; title: string }[] = [];
  readonly #values = new Map<string, string[]>();

  /** Takes notes, one JSON a line. */
  hear(text: string): void {
    for (const line of text.split('\n')) if (line !== '') this.note(JSON.parse(line) as Note);
  }

  /** Takes one note. */
  note(note: Note): void {
    if ('number' in note) this.revisions.push(note);
    else if ('will' in note) {
      const before = this.#values.get(note.will) ?? [print(INITIAL[note.will.split(' ')[0]!])];
      this.#values.set(note.will, [...before, print(note.value)]);
    } else this.#values.set(note.is, [print(note.value)]);
  }

  /** What is missing or otherwise than it was promised. `folder` is where the journal's folder now lies. */
  async findLost(request: Request, folder: string): Promise<string[]> {
    const lost: string[] = [];
    for (const [id, kept] of await this.#readHistories(request)) {
      for (const { number, title } of this.revisions.filter((one) => one.id === id)) {
        if (kept?.get(number) !== title) lost.push(`revision ${number} "${title}" of ${id}`);
      }
    }
    for (const [name, allowed] of this.#values) {
      const value = print(await readValue(request, folder, name));
      if (!allowed.includes(value)) lost.push(`${name} is ${value}, and not ${allowed.join(' or ')}`);
    }
    return lost;
  }

  async #readHistories(request: Request): Promise<[string, Map<number, string> | null][]> {
    const ids = [...new Set(this.revisions.map(({ id }) => id))];
    const read = async (id: string) => {
      const history = await request('entries.history', { id }).catch(() => null);
      return [id, history && new Map(history.map((one) => [one.number, one.content.title]))] as [
        string,
        Map<number, string> | null,
      ];
    };
    return Promise.all(ids.map(read));
  }
}

/** The value behind a name such as `draft composer`, `trashed <id>`, `gone <id>`, `evidence <id>`, `day <day>`, `backup <name>`, `file <name>`. */
async function readValue(request: Request, folder: string, name: string): Promise<unknown> {
  const [what, which = ''] = name.split(' ');
  switch (what) {
    case 'draft':
      return (await request('drafts.get', { place: which }))?.content ?? null;
    case 'trashed':
      return (await request('entries.get', { id: which })).trashedAt !== null;
    case 'gone':
      return request('entries.get', { id: which }).then(
        () => false,
        () => true,
      );
    case 'evidence':
      return (await request('entries.get', { id: which })).evidence.map(({ criterionId }) => criterionId);
    case 'day':
      return (await request('days.list', { from: which, to: which }))[0]?.mark ?? null;
    case 'backup':
      return isBackupWhole(folder, which, await request('backups.list', {}));
    case 'file':
      return fileToHash(join(folder, basename(which)));
    default:
      throw new Error(`There is nothing to read under '${name}'.`);
  }
}

/** The hash of a file's bytes; null where there is no file. */
export function fileToHash(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;
}

function isBackupWhole(folder: string, name: string, listed: readonly { name: string; sha256: string }[]): boolean {
  const backup = listed.find((one) => one.name === name);
  return backup !== undefined && fileToHash(join(folder, 'backups', name)) === backup.sha256;
}

function print(value: unknown): string {
  return JSON.stringify(value ?? null);
}
