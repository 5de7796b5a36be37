import type { CheckedInput, HandlersOf } from '../../shared/contract/contract.ts';
import { RungError } from '../../shared/contract/errors.ts';
import { savedPacketSchema, type PacketExport } from '../../shared/domain/packet.ts';
import { rubricForPacket } from '../../shared/packet/rubric-for-packet.ts';
import { exportPacket, LeakFound } from '../../shared/packet/export-packet.ts';
import { listMarks } from './criterion-marks.ts';
import { selectSetting, upsertSetting } from './db/settings-sql.ts';
import { listPeriod } from './entries.ts';
import { write, type Journal } from './journal.ts';
import { listPeople } from './people.ts';
import { getProfile } from './profile.ts';

/** The packet being worked on, and what it exports. */
export function packetHandlers(journal: Journal): HandlersOf<'packet'> {
  return {
    'packet.get': () => savedPacketSchema.parse(selectSetting(journal.db, 'packet') ?? {}),
    'packet.save': (packet) => {
      write(journal, () => upsertSetting(journal.db, 'packet', packet));
      return packet;
    },
    'packet.export': (options) => buildExport(journal, options),
  };
}

/** All reads of one export see the same journal: they share a read transaction. */
function buildExport(journal: Journal, options: CheckedInput<'packet.export'>): PacketExport {
  const read = journal.db.transaction(() => ({
    options,
    profile: getProfile(journal),
    rubric: rubricForPacket(journal.rubric, listMarks(journal), options.includesWording ?? false),
    entries: listPeriod(journal, options.period),
    people: listPeople(journal),
  }));
  try {
    return exportPacket(read());
  } catch (error) {
    throw error instanceof LeakFound ? new RungError('invalid', `Nothing was exported: ${error.message}`) : error;
  }
}
