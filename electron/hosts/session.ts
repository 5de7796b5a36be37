import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Wrong keys that are answered; from the next one on, nobody without the right one is listened to. */
const MOST_MISSES = 20;

/** Who may use a loopback door: the one browser that brought the token first. Both secrets are new at every start. */
export interface Session {
  /** 256 bits, good for one exchange. */
  token: string;
  /** Hands out the key for the token, once; undefined for any other text and ever after. */
  exchange(token: string): string | undefined;
  /** Whether this is the key that was handed out. */
  isKey(key: string | undefined): boolean;
  /** Whether so many wrong keys came that guessing is going on. */
  isUnderGuessing(): boolean;
}

/** A session nobody has entered yet. */
export function openSession(): Session {
  const token = newSecret();
  const key = newSecret();
  let isTokenUsed = false;
  let misses = 0;
  const matches = (given: string | undefined, secret: string) => {
    const isSame = given !== undefined && isEqual(given, secret);
    if (!isSame) misses++;
    return isSame;
  };
  return {
    token,
    exchange(given) {
      if (!matches(given, token) || isTokenUsed) return undefined;
      isTokenUsed = true;
      return key;
    },
    isKey: (given) => isTokenUsed && matches(given, key),
    isUnderGuessing: () => misses > MOST_MISSES,
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in constant time, whatever the lengths. */
function isEqual(left: string, right: string): boolean {
  return timingSafeEqual(hash(left), hash(right));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
