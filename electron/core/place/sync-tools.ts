/** A program that copies a folder to other machines behind everybody's back, and how its folders are known. */
export interface SyncTool {
  name: string;
  /** A folder of this name, anywhere above the journal, is the tool's. */
  folder?: RegExp;
  /** A file or folder of this name marks the top of what the tool copies. */
  marker?: string;
}

/** Folder names and markers as the tools make them by themselves; a folder renamed by hand is not known. */
export const SYNC_TOOLS: readonly SyncTool[] = [
  { name: 'Dropbox', folder: /^Dropbox(?: \(.+\))?$/, marker: '.dropbox.cache' },
  { name: 'iCloud Drive', folder: /^(?:Mobile Documents|com~apple~CloudDocs|iCloudDrive)$/ },
  { name: 'OneDrive', folder: /^OneDrive(?:\s?-\s?.+)?$/ },
  { name: 'Google Drive', folder: /^(?:Google ?Drive(?:-.+)?|DriveFS)$/, marker: '.tmp.driveupload' },
  { name: 'Syncthing', marker: '.stfolder' },
  { name: 'Nextcloud', folder: /^Nextcloud\d*$/i, marker: '.nextcloudsync.log' },
  { name: 'ownCloud', folder: /^ownCloud$/i, marker: '.owncloudsync.log' },
  { name: 'pCloud', folder: /^p[Cc]loud ?(?:Drive|Sync)$/ },
  { name: 'MEGA', folder: /^MEGA(?:sync)?$/ },
  { name: 'Seafile', folder: /^Seafile$/ },
  { name: 'Resilio Sync', marker: '.sync' },
];

/**
 * What the tools put between a file's name and its end when two machines wrote it: "journal (Sam's conflicted copy
 * 2026-11-24).sqlite". Numbered copies of Google Drive and iCloud look the same as those somebody made by hand.
 */
export const CONFLICT_MARKS: readonly RegExp[] = [
  /^ \(.*conflicted copy.*\)$/i,
  /^ \(.*case conflict.*\)$/i,
  /^\.sync-conflict-\d{8}-\d{6}(?:-\w+)?$/,
  /^_conflict-[\w-]+$/,
  /^ \(SFConflict .*\)$/,
  /^-[A-Z][A-Z0-9]*-[A-Z0-9]+$/,
  /^ \(\d{1,3}\)$/,
  /^ \d{1,3}$/,
];
