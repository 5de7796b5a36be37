/**
 * File systems that other machines may write to, or that cannot be told from those, by the `f_type` of statfs(2).
 * Sources: linux/magic.h, and for those it leaves out the kernel's own fs folders and the man page of statfs(2).
 */
const SHARED_FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x01021997: '9p',
  0x65735546: 'FUSE',
  0x5346414f: 'AFS',
  0x6b414653: 'AFS',
  0x73757245: 'Coda',
  0x564c: 'NCP',
  0x00c36400: 'Ceph',
  0x0bd00bd0: 'Lustre',
  0x01161970: 'GFS2',
  0x7461636f: 'OCFS2',
  0x47504653: 'GPFS',
  0x786f4256: 'vboxsf',
  0xbacbacbc: 'HGFS',
};

/** The name of a shared file system by its statfs type; undefined for a local one. Numbers are Linux's. */
export function typeToSharedFileSystem(type: number): string | undefined {
  // Some of these come with the sign of a 32-bit number.
  return SHARED_FILE_SYSTEMS[type >>> 0];
}
