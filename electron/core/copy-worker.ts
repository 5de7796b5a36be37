import { parentPort, workerData } from 'node:worker_threads';
import { errorToReply, type Reply } from '../../shared/contract/errors.ts';
import { copyJobs } from './copy-jobs.ts';
import { diskErrorToWords } from './disk-error.ts';
import type { CopyOrder } from './run-copy-job.ts';

/** A thread that does one job with copies of a journal and ends. */

parentPort?.postMessage(run(workerData as CopyOrder), []);

function run({ job, input }: CopyOrder): Reply {
  try {
    return { ok: true, value: (copyJobs[job] as (input: unknown) => unknown)(input) };
  } catch (error) {
    return errorToReply(diskErrorToWords(error));
  }
}
