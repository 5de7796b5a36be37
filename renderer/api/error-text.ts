/** What a caught error says to the user. Refusals of the core come in words already. */
export function errorToText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
