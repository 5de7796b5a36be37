// What runs in the page has to carry its functions along.
// oxlint-disable unicorn/consistent-function-scoping
import fc from 'fast-check';
import { anyInput } from '../../hostile/mutate.ts';
import type { Rung } from '../rung.ts';

/** Spoils what every function of the page rests on, and asks on: the bridge lives in a world of its own. */
export function poisonAndAsk({ page }: Rung) {
  return page.evaluate(async () => {
    const bridge = (
      window as unknown as {
        rung: Record<string, (a: unknown, b: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;
      }
    ).rung;
    const evil = () => {
      throw new Error('poisoned');
    };
    // Put back at the end: the driver's own code runs in this world too.
    const spoiled: [object, string][] = [
      [Array.prototype, 'push'],
      [Map.prototype, 'set'],
      [Map.prototype, 'get'],
      [JSON, 'stringify'],
      [Function.prototype, 'call'],
      [MessagePort.prototype, 'postMessage'],
      [Object.prototype, 'ok'],
      [Object.prototype, 'method'],
      [Object.prototype, 'channel'],
    ];
    const before = spoiled.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));
    for (const [owner, name] of spoiled)
      Object.defineProperty(owner, name, { value: evil, configurable: true, writable: true });
    const status = await bridge['request']!('journal.status', {});
    const refused = await bridge['desktop']!(
      'file.save',
      JSON.parse('{"__proto__": {"suggestedName": "a", "text": "b"}}'),
    );
    const unknown = await bridge['desktop']!('__proto__', {});
    for (const [at, [owner, name]] of spoiled.entries()) {
      delete (owner as Record<string, unknown>)[name];
      if (before[at]) Object.defineProperty(owner, name, before[at]);
    }
    return { status: status.ok, refused: refused.error?.code, unknown: unknown.error?.code };
  });
}

/** Calls every handler as a page of another origin, a frame within a page, and a frame that has gone would. */
export function askAsStranger({ electron }: Rung): Promise<string[]> {
  return electron.evaluate(async ({ ipcMain }) => {
    type Handler = (event: object, input: unknown) => Promise<{ ok: boolean; error?: { message: string } }>;
    // oxlint-disable-next-line no-underscore-dangle
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const strangers = [
      null,
      { parent: null, url: 'https://evil.test/' },
      { parent: null, url: 'app://rung.evil/' },
      { parent: null, url: 'app://rung@evil/' },
      { parent: null, url: 'file:///app/rung/' },
      { parent: null, url: 'about:blank' },
      { parent: null, url: '' },
      { parent: {}, url: 'app://rung/' },
    ];
    const said: string[] = [];
    for (const [channel, handler] of handlers) {
      if (!channel.startsWith('rung:')) continue;
      for (const senderFrame of strangers) {
        const reply = await handler({ senderFrame, sender: {} }, {});
        said.push(reply.ok ? 'was answered' : (reply.error?.message ?? ''));
      }
    }
    return said;
  });
}

/** Asks the main process for what nobody should: every answer is a refusal in words. */
export async function fuzzDesktop({ page }: Rung, tries: number): Promise<string[]> {
  const json = (value: unknown) => {
    try {
      return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'null';
    } catch {
      return 'null';
    }
  };
  const inputs = fc.sample(anyInput, tries).map(json);
  return page.evaluate(async (given) => {
    const { desktop } = (
      window as unknown as {
        rung: {
          desktop(method: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string; message: string } }>;
        };
      }
    ).rung;
    // Not those that do something with no input at all.
    const methods = ['file.save', 'link.open', 'journal.reveal.x', 'capture.fit', 'no.method', '__proto__'];
    const faults: string[] = [];
    for (const [at, text] of given.entries()) {
      const input: unknown = JSON.parse(text);
      const reply = await (at % 7 === 6 ? desktop(input, input) : desktop(methods[at % methods.length], input));
      if (reply.ok || !['invalid', 'not-found'].includes(reply.error?.code ?? ''))
        faults.push(`${at}: ${JSON.stringify(reply)}`);
    }
    return faults.slice(0, 5);
  }, inputs);
}
