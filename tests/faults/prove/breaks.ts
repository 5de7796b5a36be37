/** A way to break Rung on purpose, and the suite that has to notice. */
export interface Break {
  name: string;
  suite: string;
  patches: readonly Patch[];
}

/** A text that has to stand in a file exactly once, and what is put in its place. */
export interface Patch {
  file: string;
  find: string;
  replace: string;
}

/** Each takes away one thing that a promise rests on. */
export const breaks: readonly Break[] = [
  {
    name: 'a save does not wait for the disk (synchronous = OFF)',
    suite: 'power cuts',
    patches: [
      {
        file: 'electron/core/db/open-driver.ts',
        find: "db.pragma('synchronous = FULL');",
        replace: "db.pragma('synchronous = OFF');",
      },
      {
        file: 'electron/core/db/open-driver.ts',
        find: '= { wal: 2, delete: 3 };',
        replace: '= { wal: 0, delete: 3 };',
      },
    ],
  },
  {
    name: 'a save waits only for the kernel (synchronous = NORMAL, which is the default of better-sqlite3)',
    suite: 'cuts of a real disk',
    patches: [
      {
        file: 'electron/core/db/open-driver.ts',
        find: "db.pragma('synchronous = FULL');",
        replace: "db.pragma('synchronous = NORMAL');",
      },
      {
        file: 'electron/core/db/open-driver.ts',
        find: '= { wal: 2, delete: 3 };',
        replace: '= { wal: 1, delete: 3 };',
      },
    ],
  },
  {
    name: 'a log that could not be played is put away',
    suite: 'faults in recovery',
    patches: [
      {
        file: 'electron/core/db/open-driver.ts',
        find: 'throw openingToError(path, error, isAlone);',
        replace:
          'if (isAnythingAt(`${path}-wal`)) renameSync(`${path}-wal`, `${path}-put-away`);\n    throw openingToError(path, error, isAlone);',
      },
    ],
  },
  {
    name: 'an export does not wait for the disk',
    suite: 'power cuts',
    patches: [
      {
        file: 'electron/files/durable-file.ts',
        find: 'writeFileSync(handle, text);\n    fsyncSync(handle);',
        replace: 'writeFileSync(handle, text);',
      },
    ],
  },
  {
    name: 'an export is written over the old one',
    suite: 'fault sweep',
    patches: [
      {
        file: 'electron/files/durable-file.ts',
        find: 'writeSynced(temporary, text, mode);\n    renameSync(temporary, path);',
        replace: 'writeSynced(path, text, mode);',
      },
    ],
  },
  {
    name: 'a restore does not set aside what it replaces',
    suite: 'restore drills',
    patches: [
      {
        file: 'electron/core/restore-backup.ts',
        find: 'setAside(journal, replaced);\n    renameSync(arriving, journal);',
        replace: 'renameSync(arriving, journal);',
      },
    ],
  },
  {
    name: 'a write that the disk refused is told as done',
    suite: 'fault sweep',
    patches: [
      {
        file: 'electron/core/trash.ts',
        find: "'trash.purge': () => deleteForever(journal, idsToPurge(journal)),",
        replace:
          "'trash.purge': () => { try { return deleteForever(journal, idsToPurge(journal)); } catch { return { purged: 0, isWiped: true }; } },",
      },
    ],
  },
  {
    name: 'a rescue does not hold versions against their checksum',
    suite: 'rescues',
    patches: [
      {
        file: 'electron/core/salvage/read-findings.ts',
        find: 'versions.filter(isIntact).map((row) => [versionKey(row), row])',
        replace: 'versions.map((row) => [versionKey(row), row])',
      },
    ],
  },
  {
    name: 'a migration runs outside a transaction',
    suite: 'migrations',
    patches: [
      { file: 'electron/core/db/migrate.ts', find: 'db.transaction(() => {', replace: '(() => {' },
      { file: 'electron/core/db/migrate.ts', find: '}).immediate();', replace: '})();' },
    ],
  },
  {
    name: 'a text is not held against its checksum',
    suite: 'damaged files',
    patches: [
      {
        file: 'electron/core/revisions.ts',
        find: 'return row.sha256 === hashRevision(row.entry_id, row.number, row.content);',
        replace: 'return row.sha256 !== undefined;',
      },
    ],
  },
  {
    name: 'the server does not look at Host',
    suite: 'hostile requests',
    patches: [
      {
        file: 'electron/hosts/loopback-server.ts',
        find: "const isForUs = c.req.raw.url.startsWith(`${origin}/`) && `http://${c.req.header('host')}` === origin;",
        replace: 'const isForUs = true;',
      },
    ],
  },
  {
    name: 'the page has no policy',
    suite: 'checklist',
    patches: [
      {
        file: 'electron/files/page-policy.ts',
        find: "'content-security-policy': pagePolicy(nonce),",
        replace: "'x-no-policy': pagePolicy(nonce),",
      },
    ],
  },
  {
    name: 'the sender of a message is not checked',
    suite: 'checklist',
    patches: [
      {
        file: 'electron/main/handle.ts',
        find: 'if (senderFrame && senderFrame.parent === null && isOwnAddress(senderFrame.url)) return senderFrame;',
        replace: 'if (!isOwnAddress("")) return senderFrame as WebFrameMain;',
      },
    ],
  },
  {
    name: 'every permission is granted',
    suite: 'checklist',
    patches: [
      {
        file: 'electron/main/security.ts',
        find: "return permission === 'clipboard-sanitized-write' && isOwnAddress(asker);",
        replace: "return permission !== '' || isOwnAddress(asker);",
      },
    ],
  },
];
