import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enterLoopback } from '../doors/enter-loopback.ts';
import { askAll } from '../doors/requests.ts';
import { expect, test } from './rung.ts';
import { kill, serve } from './shells.ts';

test('the window’s port says what the loopback server says, which says what a direct call says', async ({ rung }) => {
  const home = mkdtempSync(join(tmpdir(), 'rung-loopback-'));
  const { child, url } = await serve(home);
  const answers = await askAll(await enterLoopback(url));
  await kill(child);
  rmSync(home, { recursive: true });
  expect(await askAll(rung.send)).toEqual(answers);
});
