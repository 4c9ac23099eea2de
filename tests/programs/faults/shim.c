// Preloaded: lets the FAULT_AT-th call of FAULT_CALL fail with FAULT_ERRNO and leaves the file FAULT_MARK behind when it has.
// Writes to standard error are let through: a message has to come out.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int calls;

static int fails(const char* call) {
  const char *which = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *mark = getenv("FAULT_MARK"), *error = getenv("FAULT_ERRNO");
  if (which == NULL || strcmp(which, call) != 0 || at == NULL) return 0;
  if (__atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) != atoi(at)) return 0;
  if (mark != NULL) {
    int (*real)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
    close(real(mark, O_WRONLY | O_CREAT, 0600));
  }
  errno = error == NULL ? EIO : atoi(error);
  return 1;
}

// Memory runs out: the FAULT_AT-th time (alloc), or from then on (memory). The C library's own names are called, since looking one up
// may itself ask for memory.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t to, size_t size);

static int no_memory(void) {
  static int busy;
  if (busy) return 0;
  const char *which = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");
  const int once = which != NULL && strcmp(which, "alloc") == 0, from_then = which != NULL && strcmp(which, "memory") == 0;
  if (at == NULL || (!once && !from_then)) return 0;
  const int now = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST), wanted = atoi(at);
  if (now < wanted || (once && now > wanted)) return 0;
  if (now == wanted && getenv("FAULT_MARK") != NULL) {
    busy = 1;
    int (*real)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
    close(real(getenv("FAULT_MARK"), O_WRONLY | O_CREAT, 0600));
    busy = 0;
  }
  errno = ENOMEM;
  return 1;
}
void* malloc(size_t size) { return no_memory() ? NULL : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return no_memory() ? NULL : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return no_memory() ? NULL : __libc_realloc(old, size); }
void* aligned_alloc(size_t to, size_t size) { return no_memory() ? NULL : __libc_memalign(to, size); }
int posix_memalign(void** out, size_t to, size_t size) {
  if (no_memory()) return ENOMEM;
  *out = __libc_memalign(to, size);
  return *out == NULL ? ENOMEM : 0;
}

#define REAL(type, name) type real = (type)dlsym(RTLD_NEXT, name)

ssize_t write(int file, const void* from, size_t size) {
  typedef ssize_t (*Write)(int, const void*, size_t);
  REAL(Write, "write");
  return file != 2 && fails("write") ? -1 : real(file, from, size);
}
ssize_t pwrite(int file, const void* from, size_t size, off_t at) {
  typedef ssize_t (*Write)(int, const void*, size_t, off_t);
  REAL(Write, "pwrite");
  return fails("write") ? -1 : real(file, from, size, at);
}
ssize_t pwrite64(int file, const void* from, size_t size, off_t at) { return pwrite(file, from, size, at); }
ssize_t read(int file, void* to, size_t size) {
  typedef ssize_t (*Read)(int, void*, size_t);
  REAL(Read, "read");
  return fails("read") ? -1 : real(file, to, size);
}
int open(const char* path, int how, ...) {
  typedef int (*Open)(const char*, int, ...);
  REAL(Open, "open");
  va_list more;
  va_start(more, how);
  const int mode = (how & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(more, int) : 0;
  va_end(more);
  return fails("open") ? -1 : real(path, how, mode);
}
int open64(const char* path, int how, ...) {
  va_list more;
  va_start(more, how);
  const int mode = (how & O_CREAT) != 0 ? va_arg(more, int) : 0;
  va_end(more);
  return open(path, how, mode);
}
int fsync(int file) {
  typedef int (*Sync)(int);
  REAL(Sync, "fsync");
  return fails("fsync") ? -1 : real(file);
}
int rename(const char* from, const char* to) {
  typedef int (*Rename)(const char*, const char*);
  REAL(Rename, "rename");
  return fails("rename") ? -1 : real(from, to);
}
int renameat2(int a, const char* from, int b, const char* to, unsigned how) {
  typedef int (*Rename)(int, const char*, int, const char*, unsigned);
  REAL(Rename, "renameat2");
  return fails("exchange") ? -1 : real(a, from, b, to, how);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* how, void* (*run)(void*), void* with) {
  typedef int (*Create)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);
  REAL(Create, "pthread_create");
  return fails("thread") ? EAGAIN : real(thread, how, run, with);
}
