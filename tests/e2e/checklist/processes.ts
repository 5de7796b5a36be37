import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process as Linux tells of it. */
export interface Process {
  argv: string;
  status: string;
  namespaces: string[];
}

/** A process and all that it started, from Linux's own list. */
export function listProcesses(pid: number): Process[] {
  if (process.platform !== 'linux') return [];
  const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '),
  );
  const own = { argv, status, namespaces: namespacesOf(pid) };
  return [own, ...children.filter(Boolean).flatMap((child) => listProcesses(Number(child)))];
}

/** What a process shares of the network and of users with others. */
export function namespacesOf(pid: number | 'self'): string[] {
  try {
    return ['net', 'user'].map((name) => readlinkSync(`/proc/${pid}/ns/${name}`));
  } catch {
    return ['hidden'];
  }
}
