/*
 * A layer between the program and the disk, for tests. It sees every change that the program makes to files below one folder,
 * writes them to a log in order, and fails chosen ones.
 *
 *   RUNG_SHIM_CONTROL  a file of struct control, which the test writes and this maps
 *   RUNG_SHIM_LOG      where the log goes
 *   RUNG_SHIM_NOTES    a file that the program writes notes to: each is put into the log, between the operations, in order
 *
 * Build: gcc -shared -fPIC -O2 -o shim.so shim.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { OPEN, WRITE, SYNC, TRUNCATE, RENAME, UNLINK, KINDS };

/* Shared with the test: see shim.ts, which writes the same numbers in the same order. */
struct control {
  int32_t fail_kind; /* -1: nothing fails */
  int32_t fail_at;   /* the first is 1 */
  int32_t fail_errno;
  int32_t is_sticky;
  int32_t is_recording;
  int32_t fired;
  int32_t counts[KINDS];
  char folder[512];
};

#define MOST_FDS 4096

static struct control *control;
static int log_fd = -1;
static int note_fd = -1;
/* Never freed: backups run in a thread of their own, and the other may be reading the name. */
static char *paths[MOST_FDS];
static int appends[MOST_FDS];

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_link)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_dup)(int);

static void find(void *slot, const char *name) { *(void **)slot = dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void start(void) {
  if (real_open) return;
  find(&real_open, "open64");
  find(&real_openat, "openat64");
  find(&real_close, "close");
  find(&real_write, "write");
  find(&real_writev, "writev");
  find(&real_pwrite, "pwrite64");
  find(&real_ftruncate, "ftruncate64");
  find(&real_fsync, "fsync");
  find(&real_fdatasync, "fdatasync");
  find(&real_rename, "rename");
  find(&real_link, "link");
  find(&real_unlink, "unlink");
  find(&real_mkdir, "mkdir");
  find(&real_dup, "dup");
  const char *name = getenv("RUNG_SHIM_CONTROL");
  if (!name) return;
  int fd = real_open(name, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  real_close(fd);
  if (mapped != MAP_FAILED) control = mapped;
  const char *log = getenv("RUNG_SHIM_LOG");
  if (log) log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Whether the path lies in the watched folder. Relative paths are never used on the journal. */
static int is_watched(const char *path) {
  if (!control || !path || !control->folder[0]) return 0;
  size_t length = strlen(control->folder);
  return strncmp(path, control->folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST_FDS ? paths[fd] : NULL; }

static void remember(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST_FDS) return;
  paths[fd] = is_watched(path) ? strdup(path) : NULL;
  appends[fd] = (flags & O_APPEND) != 0;
}

static void forget(int fd) {
  if (fd < 0 || fd >= MOST_FDS) return;
  paths[fd] = NULL;
}

/* Counts the operation, and says whether it has to fail; then errno is set. */
static int fails(enum kind kind) {
  if (!control) return 0;
  int count = ++control->counts[kind];
  if (control->fail_kind != (int32_t)kind || control->fail_at <= 0) return 0;
  if (count != control->fail_at && !(control->is_sticky && count > control->fail_at)) return 0;
  control->fired++;
  errno = control->fail_errno;
  return 1;
}

/* One record: kind, lengths, offset, then both paths and the data. Written at once, so that threads do not mix theirs. */
static void record(char kind, const char *path, const char *other, int64_t offset, const void *data, uint32_t length) {
  if (!control || !control->is_recording || log_fd < 0) return;
  struct __attribute__((packed)) {
    char kind;
    uint16_t path_length, other_length;
    uint32_t length;
    int64_t offset;
  } head = {kind, path ? strlen(path) : 0, other ? strlen(other) : 0, length, offset};
  struct iovec parts[4] = {
      {&head, sizeof head}, {(void *)path, head.path_length}, {(void *)other, head.other_length}, {(void *)data, length}};
  int saved = errno;
  if (real_writev(log_fd, parts, 4) < 0) abort();
  errno = saved;
}

static int after_open(int fd, const char *path, int flags, int was_there) {
  if (fd < 0) return fd;
  remember(fd, path, flags);
  if (!path_of(fd)) return fd;
  if ((flags & O_CREAT) && !was_there) record('C', path, NULL, 0, NULL, 0);
  else if (flags & O_TRUNC) record('T', path, NULL, 0, NULL, 0);
  return fd;
}

static int is_there(const char *path) {
  struct stat found;
  return fstatat(AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW) == 0;
}

int open64(const char *path, int flags, ...) {
  start();
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (!is_watched(path)) {
    int fd = real_open(path, flags, mode);
    forget(fd);
    const char *notes = getenv("RUNG_SHIM_NOTES");
    if (notes && strcmp(path, notes) == 0) note_fd = fd;
    return fd;
  }
  if (fails(OPEN)) return -1;
  int was_there = is_there(path);
  return after_open(real_open(path, flags, mode), path, flags, was_there);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
  start();
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (path[0] == '/') return open64(path, flags, mode);
  int fd = real_openat(at, path, flags, mode);
  forget(fd);
  return fd;
}

int openat(int at, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat64(at, path, flags, mode);
}

int close(int fd) {
  start();
  forget(fd);
  return real_close(fd);
}

static int64_t place_of(int fd) {
  struct stat found;
  if (appends[fd]) return fstat(fd, &found) == 0 ? found.st_size : 0;
  return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *data, size_t length) {
  start();
  const char *path = path_of(fd);
  if (fd >= 0 && fd == note_fd) record('N', NULL, NULL, 0, data, length);
  if (!path) return real_write(fd, data, length);
  if (fails(WRITE)) return -1;
  int64_t place = place_of(fd);
  ssize_t written = real_write(fd, data, length);
  if (written > 0) record('W', path, NULL, place, data, written);
  return written;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  start();
  if (!path_of(fd)) return real_writev(fd, parts, count);
  ssize_t all = 0;
  for (int n = 0; n < count; n++) {
    ssize_t written = write(fd, parts[n].iov_base, parts[n].iov_len);
    if (written < 0) return all > 0 ? all : -1;
    all += written;
  }
  return all;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t place) {
  start();
  const char *path = path_of(fd);
  if (!path) return real_pwrite(fd, data, length, place);
  if (fails(WRITE)) return -1;
  ssize_t written = real_pwrite(fd, data, length, place);
  if (written > 0) record('W', path, NULL, place, data, written);
  return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t place) { return pwrite64(fd, data, length, place); }

int ftruncate64(int fd, off_t length) {
  start();
  const char *path = path_of(fd);
  if (!path) return real_ftruncate(fd, length);
  if (fails(TRUNCATE)) return -1;
  int result = real_ftruncate(fd, length);
  if (result == 0) record('T', path, NULL, length, NULL, 0);
  return result;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_with(int (*real)(int), int fd) {
  start();
  const char *path = path_of(fd);
  if (!path) return real(fd);
  if (fails(SYNC)) return -1;
  int result = real(fd);
  if (result == 0) record('S', path, NULL, 0, NULL, 0);
  return result;
}

int fsync(int fd) { return start(), sync_with(real_fsync, fd); }
int fdatasync(int fd) { return start(), sync_with(real_fdatasync, fd); }

int rename(const char *from, const char *to) {
  start();
  if (!is_watched(from) && !is_watched(to)) return real_rename(from, to);
  if (fails(RENAME)) return -1;
  int result = real_rename(from, to);
  if (result == 0) record('R', from, to, 0, NULL, 0);
  return result;
}

int link(const char *from, const char *to) {
  start();
  if (!is_watched(from) && !is_watched(to)) return real_link(from, to);
  if (fails(RENAME)) return -1;
  int result = real_link(from, to);
  if (result == 0) record('L', from, to, 0, NULL, 0);
  return result;
}

int unlink(const char *path) {
  start();
  if (!is_watched(path)) return real_unlink(path);
  if (fails(UNLINK)) return -1;
  int result = real_unlink(path);
  if (result == 0) record('U', path, NULL, 0, NULL, 0);
  return result;
}

int unlinkat(int at, const char *path, int flags) {
  start();
  if (flags == 0 && path[0] == '/') return unlink(path);
  static int (*real_unlinkat)(int, const char *, int);
  if (!real_unlinkat) find(&real_unlinkat, "unlinkat");
  return real_unlinkat(at, path, flags);
}

int mkdir(const char *path, mode_t mode) {
  start();
  int result = real_mkdir(path, mode);
  if (result == 0 && is_watched(path)) record('D', path, NULL, 0, NULL, 0);
  return result;
}

int dup(int fd) {
  start();
  int copy = real_dup(fd);
  if (path_of(fd)) remember(copy, path_of(fd), 0);
  return copy;
}

/* Copies inside the kernel are not seen here; without them Node copies by reading and writing. */
ssize_t sendfile64(int to, int from, off_t *place, size_t length) {
  (void)to, (void)from, (void)place, (void)length;
  errno = EINVAL;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *place, size_t length) { return sendfile64(to, from, place, length); }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned int flags) {
  (void)from, (void)a, (void)to, (void)b, (void)length, (void)flags;
  errno = ENOSYS;
  return -1;
}

int remove(const char *path) {
  start();
  struct stat found;
  if (is_watched(path) && lstat(path, &found) == 0 && !S_ISDIR(found.st_mode)) return unlink(path);
  static int (*real_remove)(const char *);
  if (!real_remove) find(&real_remove, "remove");
  return real_remove(path);
}
