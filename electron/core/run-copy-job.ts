import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { replyToValue, type Reply } from '../../shared/contract/errors.ts';
import type { copyJobs } from './copy-jobs.ts';

type CopyJobs = typeof copyJobs;
type CopyJob = keyof CopyJobs;

/** What a thread is started for. */
export interface CopyOrder {
  job: CopyJob;
  input: unknown;
}

/** Runs one job in a thread of its own, so that the journal goes on answering; rejects with what the job throws. */
export async function runCopyJob<J extends CopyJob>(
  job: J,
  input: Parameters<CopyJobs[J]>[0],
): Promise<ReturnType<CopyJobs[J]>> {
  const order: CopyOrder = { job, input };
  const worker = new Worker(findWorker(), { workerData: order });
  const reply = await new Promise<Reply>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended before it was done')));
  });
  return replyToValue(reply as Reply<ReturnType<CopyJobs[J]>>);
}

/** The thread's own file: beside the built one that this is a part of, else the source. */
function findWorker(): string {
  const folders = [import.meta.dirname, dirname(import.meta.dirname)];
  const built = folders.map((folder) => join(folder, 'copy-worker.js')).find((path) => existsSync(path));
  return built ?? join(import.meta.dirname, 'copy-worker.ts');
}
