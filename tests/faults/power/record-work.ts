import { Shim } from '../shim/shim.ts';
import { writeMixed } from './write-mixed.ts';

// Runs over the shim: works on a new journal and leaves a log of every change of the disk.
const [, , path = '', folder = '', steps = '', seed = ''] = process.argv;
const shim = new Shim();
shim.watch(folder, { isRecording: true });
await writeMixed(shim, path, { steps: Number(steps), seed: Number(seed) });
const { counts } = shim.stop();
process.stdout.write(`${JSON.stringify(counts)}\n`);
