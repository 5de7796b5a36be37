import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { newNonce, pageHeaders } from './page-policy.ts';

/** What Vite writes in the built page where the nonce of this load belongs. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Plain names only. Without `%`, `\` and names that begin with a dot there is no way out of the folder. */
const FILE_PATH = /^(?:\/[\w-][\w.-]*)+$/;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Answers with one file of the built page, or with a 404 that carries the same policy. `path` is the address's, still encoded. */
export async function answerWithPageFile(folder: string, path: string): Promise<Response> {
  const name = path === '/' ? '/index.html' : path;
  const type = types[extname(name)];
  if (!FILE_PATH.test(name) || !type) return answerInWords(404, 'There is nothing at this address.');
  try {
    return answerWithFile(await readFile(join(folder, name)), type);
  } catch {
    return answerInWords(404, 'There is nothing at this address.');
  }
}

/** A sentence as an answer, with the page's policy. */
export function answerInWords(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...pageHeaders(newNonce()), 'content-type': 'text/plain; charset=utf-8' },
  });
}

function answerWithFile(file: Buffer, type: string): Response {
  const nonce = newNonce();
  const isPage = type.startsWith('text/html');
  const body = isPage ? file.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(file);
  return new Response(body, { headers: { ...pageHeaders(nonce), 'content-type': type } });
}
