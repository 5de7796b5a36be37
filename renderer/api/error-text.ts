import { RungError } from '../../shared/contract/errors.ts';

/** What a caught error says to the user. Refusals of the core come in words already. */
export function errorToText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a caught error says about single fields, by their path. */
export function errorToFields(error: unknown): Readonly<Record<string, string>> {
  return error instanceof RungError ? (error.fields ?? {}) : {};
}
