import { describe, expect, it } from 'vitest';
import { renumberCase } from '../../../shared/packet/renumber-case.ts';

const references = [
  { reference: 'E1', entryId: 'outbox' },
  { reference: 'E2', entryId: 'checkout' },
];

describe('the citations of a case', () => {
  it('follow their entries into another packet, whatever their numbers there', () => {
    const cited = renumberCase('I built it [E7] and led it [E9].', { E7: 'outbox', E9: 'checkout' }, references);
    expect(cited).toEqual({
      text: 'I built it [E1] and led it [E2].',
      printed: 'I built it [E1] and led it [E2].',
      citations: { E1: 'outbox', E2: 'checkout' },
      missing: [],
    });
  });

  it('never point at another entry: one that is not in the packet is left out of it, and kept in the text', () => {
    const cited = renumberCase('I built it [E2], then more [E4].', { E2: 'elsewhere' }, references);
    expect(cited).toEqual({
      text: 'I built it [E2], then more [E4].',
      printed: 'I built it, then more.',
      citations: { E2: 'elsewhere' },
      missing: ['E2', 'E4'],
    });
  });

  it('that are typed anew are read in the numbering of the packet on the page', () => {
    expect(renumberCase('See [E2].', {}, references)).toMatchObject({
      text: 'See [E2].',
      citations: { E2: 'checkout' },
      missing: [],
    });
  });

  it('stay what they are when read again', () => {
    const once = renumberCase('a [E7] b [E9] c [E5]', { E7: 'outbox', E9: 'gone' }, references);
    const twice = renumberCase(once.text, once.citations, references);
    expect({ ...twice, missing: [] }).toEqual({ ...once, missing: [] });
  });
});
