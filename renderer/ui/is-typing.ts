/**
 * Whether keys pressed here are meant as text, so that they are no shortcuts: in a field, and anywhere in a form, where
 * somebody who has just chosen a kind goes on typing.
 */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('form')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
