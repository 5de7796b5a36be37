import type { Suite } from '../suite.ts';
import { faultSweep } from './fault-sweep.ts';
import { fullDisk } from './full-disk.ts';
import { powerCuts } from './power-cuts.ts';

/** Every suite, in the order they run. */
export const suites: readonly Suite[] = [powerCuts, faultSweep, fullDisk];
