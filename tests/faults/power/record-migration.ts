import { dirname } from 'node:path';
import { openCore } from '../../../electron/core/open-core.ts';
import { Shim } from '../shim/shim.ts';

// Runs over the shim: opens a journal of an earlier Rung, which brings it up to date, and leaves a log of every change of the disk.
const [, , path = '', folder = ''] = process.argv;
const shim = new Shim();
shim.watch(folder, { isRecording: true });
const core = openCore({ path, knownJournals: `${dirname(path)}/known-journals.json` });
const reply = core.serve('journal.status', {});
core.close();
shim.stop();
process.stdout.write(`${JSON.stringify(reply)}\n`);
