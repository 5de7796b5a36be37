import { PacketContext } from './packet-context.ts';
import type { PacketStore } from './packet-store.ts';
import { PacketOptions } from './PacketOptions.tsx';
import styles from './PacketPage.module.css';
import { PacketPreview } from './PacketPreview.tsx';

interface PacketPageProps {
  store: PacketStore;
  onLink: (url: string) => void;
}

/** The packet: what it is made of on one side, the page it becomes on the other. */
export function PacketPage({ store, onLink }: PacketPageProps) {
  return (
    <PacketContext value={store}>
      <div className={styles.page}>
        <h1 className="sr-only">Packet</h1>
        <PacketOptions />
        <PacketPreview onLink={onLink} />
      </div>
    </PacketContext>
  );
}
