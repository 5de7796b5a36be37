import { conflictsToAdvice, placeToAdvice } from '../../shared/domain/journal-advice.ts';
import type { JournalStatus } from '../../shared/domain/journal.ts';
import { Button } from '../ui/Button.tsx';
import { PlaceBanner } from './PlaceBanner.tsx';
import { SilenceBanner } from './SilenceBanner.tsx';

interface BannersProps {
  /** Why the journal does not answer; null while it does. */
  silence: string | null;
  status: Extract<JournalStatus, { state: 'open' }> | null;
  onRetry: () => void;
}

/** What is said across the top, above every page. */
export function Banners({ silence, status, onRetry }: BannersProps) {
  const { readOnly, place } = status ?? {};
  return (
    <>
      {silence && <SilenceBanner words={silence} onRetry={onRetry} />}
      {readOnly && (
        <PlaceBanner label="Read only" words={readOnly}>
          <Button onClick={onRetry}>Look again</Button>
        </PlaceBanner>
      )}
      {place && (
        <PlaceBanner label="Where the journal lies" words={`${placeToAdvice(place)} ${conflictsToAdvice(place)}`} />
      )}
    </>
  );
}
