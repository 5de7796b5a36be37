import { randomBytes } from 'node:crypto';

/** A fresh nonce: every load of the page has its own. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * What the page may do: run and show its own files, ask its own door, and nothing else.
 * Both window shells send it with every answer, errors included.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The headers that go with every answer of a window shell. */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': pagePolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
