import type { Serve } from '../../shared/contract/serve.ts';
import type { Clock } from './clock.ts';

export interface CoreOptions {
  /** The journal file. It is opened if it exists, and created only by `journal.create`. */
  path: string;
  /** The file that remembers which journals were here before (see {@link Home}). */
  knownJournals: string;
  clock?: Clock;
  /** Checks every answer against the contract: development and tests. */
  checksOutput?: boolean;
}

/** The core, open: it answers the contract until it is closed. */
export interface Core {
  serve: Serve;
  close(): void;
}

/** Opens the core on a journal file. Never throws: a journal that cannot be opened is told by `journal.status`. */
export declare function openCore(options: CoreOptions): Core;
