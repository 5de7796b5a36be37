import { describe, expect, it } from 'vitest';
import { buildPacket } from '../../../shared/packet/build-packet.ts';
import { LeakFound } from '../../../shared/packet/export-packet.ts';
import { findLeaks, toViews } from '../../../shared/packet/find-leak.ts';
import { createNameFinder } from '../../../shared/packet/find-names.ts';
import { packetToMarkdown } from '../../../shared/packet/packet-to-markdown.ts';
import { entry, rubric, source } from './journal.ts';

/** What the last check says about a packet that nobody redacted. */
function check(body: string): string[] {
  const { options, profile } = source();
  const packet = buildPacket({ options, profile, rubric, theCase: '', entries: [entry({ body })] });
  const findNames = createNameFinder([{ name: 'María Okafor', isHidden: true, standIn: '' }], '');
  return findLeaks(toViews(packetToMarkdown(packet)), packet, findNames);
}

describe('the last check of a packet', () => {
  it.each([
    'with María',
    'with **Ma**ria',
    'with Ma~~ri~~a',
    'with Mar&iacute;a',
    '`Mari`a',
    '[Mar](https://example.com)ia',
    '# OKAFOR',
    '![<b>Mar](https://example.com/a)ía',
  ])('finds the name in “%s” as a reader would', (body) => expect(check(body)).toEqual(['María Okafor']));

  it.each(['Mariachi', 'nobody', '[x](https://example.com/a)'])('finds nothing in “%s”', (body) =>
    expect(check(body)).toEqual([]),
  );

  it('names the people it found', () => {
    expect(new LeakFound(['Ana'])).toMatchObject({
      people: ['Ana'],
      message: 'These names can still be read in the packet: Ana.',
    });
  });
});
