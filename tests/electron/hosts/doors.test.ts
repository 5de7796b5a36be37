import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { servePort, type Port, type PortReply } from '../../../electron/hosts/serve-port.ts';
import { startLoopbackServer } from '../../../electron/hosts/loopback-server.ts';
import type { Send } from '../../../shared/contract/client.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/errors.ts';
import type { Serve } from '../../../shared/contract/serve.ts';
import { enterLoopback } from '../../doors/enter-loopback.ts';
import { askAll, requests } from '../../doors/requests.ts';
import { openTestCore, temporaryFolder } from '../../helpers/core.ts';

const doors: Record<string, (serve: Serve) => Promise<Send>> = {
  'the loopback server': openLoopbackDoor,
  'a message port': async (serve) => openPortDoor(serve),
};

describe('the doors', { timeout: 30_000 }, () => {
  it('offer exactly these methods', () => {
    expect(Object.keys(contract).sort()).toEqual([
      'backups.catchUp',
      'backups.list',
      'backups.make',
      'backups.place',
      'backups.preview',
      'backups.restore',
      'backups.takeIn',
      'backups.tend',
      'coverage.get',
      'criteria.mark',
      'criteria.marks',
      'days.list',
      'days.mark',
      'drafts.discard',
      'drafts.get',
      'drafts.save',
      'entries.create',
      'entries.createMany',
      'entries.get',
      'entries.history',
      'entries.list',
      'entries.purge',
      'entries.resolve',
      'entries.restore',
      'entries.restoreMany',
      'entries.trash',
      'entries.trashMany',
      'entries.update',
      'entries.updateMany',
      'evidence.remove',
      'evidence.removeMany',
      'evidence.set',
      'evidence.setMany',
      'filters.get',
      'filters.save',
      'find.entries',
      'focus.get',
      'focus.set',
      'goals.link',
      'goals.list',
      'goals.remove',
      'goals.review',
      'goals.save',
      'journal.check',
      'journal.create',
      'journal.repair',
      'journal.salvage',
      'journal.status',
      'journal.version',
      'journal.view',
      'ladder.preview',
      'ladder.read',
      'names.list',
      'packet.export',
      'packet.get',
      'packet.save',
      'people.list',
      'people.save',
      'periods.list',
      'periods.remove',
      'periods.save',
      'profile.get',
      'profile.save',
      'reminder.due',
      'reminder.get',
      'reminder.save',
      'reminder.shown',
      'reminder.snooze',
      'review.count',
      'review.list',
      'rubric.get',
      'rubrics.get',
      'rubrics.list',
      'rubrics.remove',
      'rubrics.save',
      'rubrics.use',
      'signals.answer',
      'signals.due',
      'signals.history',
      'trash.purge',
    ]);
  });

  it('are asked every method, and each answers with a value at least once', async () => {
    const answers = await askAll(directDoor());
    const answered = answers.filter(({ reply }) => (reply as Reply).ok).map(({ method }) => method);
    expect([...new Set(answered)].sort()).toEqual(Object.keys(contract).sort());
  });

  it('refuse with data and never call a bug what a caller got wrong', async () => {
    const refusals = (await askAll(directDoor())).flatMap(({ method, reply }) => {
      const { ok, error } = reply as { ok: boolean; error?: { code: string } };
      return ok ? [] : [`${method} ${error?.code}`];
    });
    expect(refusals).toEqual([
      'entries.list not-found',
      'entries.get not-found',
      'entries.get invalid',
      'entries.resolve not-found',
      'entries.update conflict',
      'evidence.set invalid',
      'rubrics.get not-found',
      'rubrics.save invalid',
      'rubrics.use not-found',
      'rubrics.remove conflict',
      'criteria.mark invalid',
      'focus.set invalid',
      'ladder.read invalid',
      'goals.remove not-found',
      'coverage.get invalid',
      'entries.updateMany conflict',
      'backups.restore not-found',
      'backups.takeIn not-found',
      'backups.takeIn invalid',
      'days.list invalid',
      'signals.answer invalid',
      'entries.create invalid',
      'entries.create invalid',
      'entries.create invalid',
      'entries.drop not-found',
      '__proto__ not-found',
      'constructor not-found',
    ]);
  });

  it.each(Object.keys(doors))('say through %s what a direct call says', async (name) => {
    const send = await doors[name]!(openTestCore().core.serve);
    expect(await askAll(send)).toEqual(await askAll(directDoor()));
  });

  it('have a request for every answer above', () => {
    expect(requests.length).toBeGreaterThan(Object.keys(contract).length);
  });
});

describe('a message port', () => {
  it('stays open after messages that are no requests', async () => {
    const { near, send } = openChannel(openTestCore().core.serve);
    for (const message of [null, 7, 'close', [], {}, { id: 1 }, { method: 'journal.status' }, { id: '1', method: 2 }]) {
      near.postMessage(message, []);
    }
    expect(await send('journal.status', {})).toMatchObject({ ok: true, value: { state: 'absent' } });
  });

  it('answers as a bug, and goes on, when serving throws', async () => {
    let calls = 0;
    const { send } = openChannel(() => {
      if (calls++ === 0) throw new TypeError('secret detail');
      return { ok: true, value: 'fine' };
    });
    expect(await send('a', {})).toEqual({
      ok: false,
      error: { code: 'bug', message: 'Something went wrong inside Rung: the request could not be answered' },
    });
    expect(await send('a', {})).toEqual({ ok: true, value: 'fine' });
  });
});

function directDoor(): Send {
  const { serve } = openTestCore().core;
  return async (method, input) => serve(method, input);
}

function openPortDoor(serve: Serve): Send {
  return openChannel(serve).send;
}

function openChannel(serve: Serve) {
  const { port1: near, port2: far } = new MessageChannel();
  onTestFinished(() => near.close());
  // Electron wraps a message into an event, Node does not.
  const port: Port = {
    on: (_event, listener) => far.on('message', (data: unknown) => listener({ data })),
    postMessage: (message) => far.postMessage(message, []),
    start: () => far.start(),
  };
  servePort(port, serve);
  const waiting = new Map<number, (reply: Reply) => void>();
  near.on('message', ({ id, reply }: PortReply) => waiting.get(id)?.(reply));
  let lastId = 0;
  const send: Send = (method, input) =>
    new Promise((resolve) => {
      waiting.set(++lastId, resolve);
      near.postMessage({ id: lastId, method, input }, []);
    });
  return { near, send };
}

async function openLoopbackDoor(serve: Serve): Promise<Send> {
  const server = await startLoopbackServer({ serve, rendererFolder: temporaryFolder() });
  onTestFinished(() => server.close());
  return enterLoopback(server.url);
}
