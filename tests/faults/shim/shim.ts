import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The operations that can be counted and failed, in the order of shim.c. */
export const faultKinds = ['open', 'write', 'sync', 'truncate', 'rename', 'unlink'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault to come: the n-th operation of a kind fails, once or from then on. */
export interface Fault {
  kind: FaultKind;
  at: number;
  errno: number;
  isSticky: boolean;
}

export const EIO = 5;
export const ENOSPC = 28;

const INTS = 6 + faultKinds.length;
const FOLDER_BYTES = 512;
const CONTROL_BYTES = INTS * 4 + FOLDER_BYTES;
const COUNTS_AT = 6;

/** Builds the layer into the folder and returns its path. Throws in words where there is no C compiler. */
export function buildShim(): string {
  const root = process.cwd();
  const folder = join(root, 'node_modules/.cache/rung-faults');
  mkdirSync(folder, { recursive: true });
  const built = join(folder, 'shim.so');
  const source = join(root, 'tests/faults/shim/shim.c');
  const { status, error, stderr } = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', built, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (error) throw new Error('There is no gcc: install it ("apt-get install gcc libc6-dev").');
  if (status !== 0) throw new Error(`shim.c was not built: ${stderr}`);
  return built;
}

/** The environment of a program that runs over the layer. */
export function shimEnvironment(shim: string, folder: string): Record<string, string> {
  const control = join(folder, 'shim-control');
  closeSync(createControl(control));
  return {
    LD_PRELOAD: shim,
    RUNG_SHIM_CONTROL: control,
    RUNG_SHIM_LOG: join(folder, 'shim-log'),
    RUNG_SHIM_NOTES: join(folder, 'shim-notes'),
  };
}

/** The layer's switches, for the program that runs over it: what it watches, records and fails, and what it counted. */
export class Shim {
  readonly #control: number;
  readonly #notes: number;

  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.#control = openSync(env['RUNG_SHIM_CONTROL'] ?? '', 'r+');
    this.#notes = openSync(env['RUNG_SHIM_NOTES'] ?? '', 'a');
  }

  /** Watches everything below a folder from now on; nothing fails, and counting begins anew. */
  watch(
    folder: string,
    { isRecording = false, fault }: { isRecording?: boolean; fault?: Fault | undefined } = {},
  ): void {
    const bytes = Buffer.alloc(CONTROL_BYTES);
    bytes.writeInt32LE(fault ? faultKinds.indexOf(fault.kind) : -1, 0);
    bytes.writeInt32LE(fault?.at ?? 0, 4);
    bytes.writeInt32LE(fault?.errno ?? 0, 8);
    bytes.writeInt32LE(fault?.isSticky ? 1 : 0, 12);
    bytes.writeInt32LE(isRecording ? 1 : 0, 16);
    bytes.write(folder, INTS * 4, FOLDER_BYTES - 1, 'utf8');
    writeSync(this.#control, bytes, 0, CONTROL_BYTES, 0);
  }

  /** Watches nothing any more, and says what was counted since {@link watch}. */
  stop(): { fired: number; counts: Record<FaultKind, number> } {
    const bytes = Buffer.alloc(CONTROL_BYTES);
    readSync(this.#control, bytes, 0, CONTROL_BYTES, 0);
    writeSync(this.#control, Buffer.alloc(CONTROL_BYTES).fill(0xff, 0, 4), 0, CONTROL_BYTES, 0);
    const counted = faultKinds.map((kind, index) => [kind, bytes.readInt32LE((COUNTS_AT + index) * 4)] as const);
    return { fired: bytes.readInt32LE(20), counts: Object.fromEntries(counted) as Record<FaultKind, number> };
  }

  /** Puts a text between the recorded operations. */
  note(text: string): void {
    writeSync(this.#notes, text);
  }
}

function createControl(path: string): number {
  const handle = openSync(path, 'w', 0o600);
  writeSync(handle, Buffer.alloc(CONTROL_BYTES).fill(0xff, 0, 4));
  return handle;
}
