import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where one user's Rung keeps its files. */
export interface Home {
  /** The folder of everything below; `RUNG_HOME`, else the system's place for application data. */
  folder: string;
  /** The journal that is opened when none is named. */
  journal: string;
  /** Which journals were here before, so that a missing one is never taken for a first start. */
  knownJournals: string;
  /** The desktop window's own profile: window place, caches. Nothing of the journal. */
  desktopProfile: string;
}

/** The home this environment points at. Nothing is read or created. */
export function findHome(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Home {
  const folder = resolve(env['RUNG_HOME'] || defaultFolder(env, platform));
  return {
    folder,
    journal: join(folder, 'journal.sqlite'),
    knownJournals: join(folder, 'known-journals.json'),
    desktopProfile: join(folder, 'desktop'),
  };
}

function defaultFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Rung');
  if (platform === 'win32') return join(env['APPDATA'] || join(homedir(), 'AppData', 'Roaming'), 'Rung');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'rung');
}
