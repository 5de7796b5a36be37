import type { SavedPacket } from '../../../shared/domain/packet.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { dayToText, daysToText } from '../../ui/day-text.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { usePacket } from './packet-context.ts';
import { packetToPeriod } from './packet-store.ts';
import styles from './PacketPage.module.css';

const PRESETS: { value: SavedPacket['preset']; label: string }[] = [
  { value: 'this-quarter', label: 'This quarter' },
  { value: 'this-half', label: 'This half' },
  { value: 'last-half', label: 'Last half' },
  { value: 'last-12-months', label: 'Last 12 months' },
  { value: 'all', label: 'Everything' },
  { value: 'dates', label: 'Days of my choice' },
];

/** Which days the packet is about. */
export function PeriodFields() {
  const packet = usePacket((state) => state.packet);
  const today = usePacket((state) => state.today);
  const change = usePacket((state) => state.change);
  const isByHand = packet.preset === 'dates';
  const setDay = (end: keyof Period) => (day: string) => {
    const { [end]: _before, ...rest } = packet.dates;
    change({ dates: day ? { ...rest, [end]: day } : rest });
  };
  return (
    <div className={styles.group}>
      <SelectField
        label="Period"
        choices={PRESETS}
        value={packet.preset}
        hint={isByHand ? undefined : periodToText(packetToPeriod(packet, today))}
        onChange={(preset) => change({ preset })}
      />
      {isByHand && (
        <div className={styles.pair}>
          <TextField label="From" type="date" value={packet.dates.from ?? ''} onChange={setDay('from')} />
          <TextField label="To" type="date" value={packet.dates.to ?? ''} onChange={setDay('to')} />
        </div>
      )}
    </div>
  );
}

function periodToText({ from, to }: Period): string {
  if (from && to) return daysToText(from, to);
  if (from) return `From ${dayToText(from)}`;
  return to ? `Up to ${dayToText(to)}` : 'From the first entry to today';
}
