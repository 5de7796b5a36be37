import { Activity } from 'react';
import type { Api } from '../api/api.ts';
import { CriteriaPage } from '../features/criteria/CriteriaPage.tsx';
import { JournalPage } from '../features/journal/JournalPage.tsx';
import { PacketPage } from '../features/packet/PacketPage.tsx';
import { goTo, type Address, type Place } from './address.ts';
import type { Stores } from './stores.ts';

interface PagesProps {
  address: Address;
  stores: Stores;
  api: Api;
}

/** The pages. One that was left keeps its place, so that coming back finds it as it was. */
export function Pages({ address, stores, api }: PagesProps) {
  const mode = (place: Place) => (address.place === place ? 'visible' : 'hidden');
  const idAt = (place: Place) => (address.place === place ? address.id : null);
  return (
    <>
      <Activity mode={mode('journal')}>
        <JournalPage store={stores.journal} entryId={idAt('journal')} onOpen={openEntry} onLink={api.openLink} />
      </Activity>
      <Activity mode={mode('criteria')}>
        <CriteriaPage store={stores.criteria} criterionId={idAt('criteria')} onOpen={openCriterion} />
      </Activity>
      <Activity mode={mode('packet')}>
        <PacketPage store={stores.packet} onLink={api.openLink} />
      </Activity>
    </>
  );
}

function openEntry(id: string | null): void {
  goTo({ place: 'journal', id });
}

function openCriterion(id: string | null): void {
  goTo({ place: 'criteria', id });
}
