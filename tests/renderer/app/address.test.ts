import { describe, expect, it } from 'vitest';
import { addressToHash, hashToAddress } from '../../../renderer/app/address.ts';

describe('the address', () => {
  it.each([
    ['', { place: 'journal', id: null }],
    ['#/nowhere', { place: 'journal', id: null }],
    ['#token=abc', { place: 'journal', id: null }],
    ['#/criteria', { place: 'criteria', id: null }],
    ['#/criteria/hard-problems', { place: 'criteria', id: 'hard-problems' }],
    [
      '#/journal/01a20c3c-a8be-701c-b5a1-da20460cf4c4',
      { place: 'journal', id: '01a20c3c-a8be-701c-b5a1-da20460cf4c4' },
    ],
  ])('reads %j', (hash, address) => {
    expect(hashToAddress(hash)).toEqual(address);
  });

  it('is written as it is read', () => {
    expect(hashToAddress(addressToHash({ place: 'packet', id: null }))).toEqual({ place: 'packet', id: null });
  });
});
