import fc from 'fast-check';
import type { Send } from '../../shared/contract/client.ts';
import { contract, type Method } from '../../shared/contract/contract.ts';
import { errorCodes, type Reply } from '../../shared/contract/errors.ts';
import { requests } from '../doors/requests.ts';
import { anyInput, mutated } from './mutate.ts';

/** Milliseconds the longest answer may take. */
const LONGEST = 10_000;
/** What a caller may be told. `bug` is not among them: that is Rung's own fault. */
const refusals = new Set<string>(errorCodes.filter((code) => code !== 'bug'));

/** What was asked of one method, and what it answered in a way it must not. */
export interface Fuzzed {
  method: Method;
  tries: number;
  accepted: number;
  faults: string[];
}

/** Asks a method this many times for what it may half expect and for what nobody should send. */
export async function fuzzMethod(send: Send, method: Method, tries: number, seed: number): Promise<Fuzzed> {
  const things = await makeThings(send);
  const fuzzed: Fuzzed = { method, tries: 0, accepted: 0, faults: [] };
  for (const input of fc.sample(inputsOf(method, things), { numRuns: tries, seed })) {
    const started = performance.now();
    const reply = await send(method, input).catch((error: unknown) => String(error));
    const took = performance.now() - started;
    fuzzed.tries++;
    const fault = findFault(reply, took);
    if (fault && fuzzed.faults.length < 5) fuzzed.faults.push(`${fault} ← ${show(input)}`);
    if (typeof reply === 'object' && reply.ok) fuzzed.accepted++;
  }
  return fuzzed;
}

/** Every method of the contract, in an order that leaves the journal full until its end. */
export const methods = Object.keys(contract) as Method[];

/** What requests name: an entry, a backup and a goal that are there, and where the journal is. */
type Things = [entry: string, backup: string, goal: string, journal: string];

/** Made anew for every method, in the rubric that the requests know: what was asked before may have removed them. */
async function makeThings(send: Send): Promise<Things> {
  const ask = async (method: string, input: unknown) => {
    const reply = await send(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as { id: string; name: string; path: string };
  };
  await ask('rubrics.use', { id: 'senior-engineer' });
  const entry = await ask('entries.create', { kind: 'win', title: 'Here before', occurredOn: '2026-09-14' });
  const goal = await ask('goals.save', { criterionId: 'teaching', title: 'Give a talk' });
  const backup = await ask('backups.make', {});
  const { path } = await ask('journal.status', {});
  return [entry.id, backup.name, goal.id, path];
}

function inputsOf(method: Method, things: Things): fc.Arbitrary<unknown> {
  const known = requests.filter((one) => one.method === method).map(({ input }) => input(...things));
  return fc.oneof({ arbitrary: mutated(known), weight: 3 }, { arbitrary: anyInput, weight: 1 });
}

function findFault(reply: Reply | string, took: number): string | undefined {
  if (typeof reply === 'string') return `threw ${reply}`;
  if (took > LONGEST) return `took ${Math.round(took)} ms`;
  if (reply.ok) return undefined;
  const { code, message } = reply.error;
  return refusals.has(code) && message.length > 0 ? undefined : `${code}: ${message.slice(0, 300)}`;
}

function show(input: unknown): string {
  try {
    return (
      JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? 'undefined'
    ).slice(0, 300);
  } catch {
    return Object.prototype.toString.call(input);
  }
}
