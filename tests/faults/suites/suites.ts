import type { Suite } from '../suite.ts';
import { badInputs } from './bad-inputs.ts';
import { checklist } from './checklist.ts';
import { contractFuzz } from './contract-fuzz.ts';
import { damagedFiles } from './damaged-files.ts';
import { damagedLogs } from './damaged-logs.ts';
import { faultsInRecovery } from './faults-in-recovery.ts';
import { faultSweep } from './fault-sweep.ts';
import { fullDisk } from './full-disk.ts';
import { hostilePackets } from './hostile-packets.ts';
import { hostileRequests } from './hostile-requests.ts';
import { kills } from './kills.ts';
import { migrations } from './migrations.ts';
import { powerCuts } from './power-cuts.ts';
import { realDiskCuts } from './real-disk-cuts.ts';
import { rescues } from './rescues.ts';
import { restoreDrills } from './restore-drills.ts';
import { writersAtOnce } from './writers.ts';

/** Every suite, in the order they run. */
export const suites: readonly Suite[] = [
  powerCuts,
  realDiskCuts,
  faultsInRecovery,
  faultSweep,
  fullDisk,
  damagedFiles,
  damagedLogs,
  rescues,
  kills,
  writersAtOnce,
  migrations,
  restoreDrills,
  contractFuzz,
  badInputs,
  hostilePackets,
  hostileRequests,
  checklist,
];
