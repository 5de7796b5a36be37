/** The id of the line that searches. */
export const FIND_ID = 'journal-find';

/** Puts the cursor on the line that searches, with what stands on it selected; false where it is not there. */
export function focusFind(): boolean {
  const field = document.getElementById(FIND_ID);
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}
