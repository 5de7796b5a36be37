import type { z } from '../zod.ts';

export const errorCodes = ['invalid', 'not-found', 'conflict', 'storage', 'unavailable', 'bug'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A refusal in words for the user: what happened, what is safe, what to do. `fields` names the input at fault by its path. */
export class RungError extends Error {
  override readonly name = 'RungError';
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: ErrorCode, message: string, fields?: Readonly<Record<string, string>>) {
    super(message);
    this.code = code;
    this.fields = fields;
  }
}

/** What crosses a door: a value, or an error as plain data. */
export type Reply<Value = unknown> =
  | { ok: true; value: Value }
  | { ok: false; error: { code: ErrorCode; message: string; fields?: Readonly<Record<string, string>> } };

/** Any thrown thing as the error half of a reply. What is no {@link RungError} is a bug and says so. */
export function errorToReply(error: unknown): Reply<never> {
  if (error instanceof RungError) {
    const { code, message, fields } = error;
    return { ok: false, error: { code, message, ...(fields ? { fields } : {}) } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: 'bug', message: `Something went wrong inside Rung: ${message}` } };
}

/** The reply's value; throws the {@link RungError} of a refusal. */
export function replyToValue<Value>(reply: Reply<Value>): Value {
  if (reply.ok) return reply.value;
  throw new RungError(reply.error.code, reply.error.message, reply.error.fields);
}

/** A failed check of an input as an `invalid` error that names each field at fault. */
export function inputToError(error: z.ZodError): RungError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issueToText(issue);
  const [[path, message] = ['', 'is not valid']] = Object.entries(fields);
  return new RungError('invalid', path ? `${path}: ${message}` : `The input ${message}`, fields);
}

function issueToText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has ${issue.keys.length === 1 ? 'a field' : 'fields'} Rung does not know: ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'options' in issue ? `must be one of ${issue.options?.map(String).join(', ')}` : issue.message;
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${articleFor(issue.expected)} ${issue.expected}`;
    default:
      return issue.message;
  }
}

function articleFor(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
