import { writeSync } from 'node:fs';

/** The only file of the command that prints. */

// C0 and C1 controls but tab and line feed: text from a journal must not steer the terminal.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Prints text for a person, with control characters made visible. */
export function printText(text: string): void {
  process.stdout.write(`${text.replaceAll(CONTROL, showControl)}\n`);
}

/** Prints a value as JSON for a program. What could steer a terminal is escaped, which JSON reads as the same text. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2).replaceAll(CONTROL, showControl)}\n`);
}

/** Prints what is a document of its own, such as a packet: exactly it, but on a terminal with control characters made visible. */
export function printDocument(text: string): void {
  process.stdout.write(process.stdout.isTTY ? text.replaceAll(CONTROL, showControl) : text);
}

/** Inside the desktop app Chromium writes on standard error too, so the `rung` script there hands over a clean one as 3. */
export const CLEAN_ERRORS = 3;
const STANDARD_ERROR = 2;

/** Says something beside a document that goes to standard output: one line on standard error. */
export function printNote(note: string): void {
  printError(note);
}

/** Asks something on the terminal, beside whatever the output goes to. */
export function printPrompt(question: string): void {
  writeToErrors(question);
}

/** Prints why the command could not do what was asked: one line on standard error. */
export function printError(message: string): void {
  const line = `rung: ${message
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(CONTROL, showControl)}\n`;
  writeToErrors(line);
}

function writeToErrors(text: string): void {
  if (!process.versions['electron'] || !tryWrite(CLEAN_ERRORS, text)) writeSync(STANDARD_ERROR, text);
}

function tryWrite(handle: number, text: string): boolean {
  try {
    writeSync(handle, text);
    return true;
  } catch {
    // Nobody opened it: the app was started by hand, without the script.
    return false;
  }
}

/** Ends the command quietly when the reader of its output has gone, as `rung list | head` does. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    printError(`the output could not be written (${error.message})`);
    process.exit(1);
  });
}

function showControl(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
