// Preloaded: lets the FAULT_AT-th call of FAULT_CALL fail with FAULT_ERRNO and leaves the file FAULT_MARK behind when it has.
// Writes to standard error are let through: a message has to come out. The C library's own files (stdio) do not pass by write and open,
// and have calls of their own here.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int calls;

static int fails(const char* call) {
  const char *which = getenv("FAULT_CALL"), *at = getenv("FAULT_AT"), *mark = getenv("FAULT_MARK"), *error = getenv("FAULT_ERRNO");
  if (which == NULL || strcmp(which, call) != 0 || at == NULL) return 0;
  if (__atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) != atoi(at)) return 0;
  if (mark != NULL) {
    int (*real)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
    const int made = real(mark, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (made < 0) return 0;  // a process of before has failed already
    close(made);
  }
  errno = error == NULL ? EIO : atoi(error);
  return 1;
}

// Memory runs out: the FAULT_AT-th time (alloc), or from then on (memory). The C library's own names are called, since looking one up
// may itself ask for memory. With places none fails: FAULT_MARK gets a line for each request, its number and which calls led to it.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t to, size_t size);

static void note_place(void) {
  static __thread int noting;
  static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
  static int file = -1;
  if (noting) return;
  noting = 1;
  pthread_mutex_lock(&one_at_a_time);
  int (*real)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
  if (file < 0) file = real(getenv("FAULT_MARK"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  void* from[100];
  const int depth = backtrace(from, 100);
  unsigned long long sum = 1469598103934665603ULL;
  for (int i = 2; i < depth; ++i) sum = (sum ^ (unsigned long long)(size_t)from[i]) * 1099511628211ULL;
  char line[64];
  const int size = snprintf(line, sizeof line, "%d %llx\n", ++calls, sum);
  (void)!syscall(SYS_write, file, line, (size_t)size);
  pthread_mutex_unlock(&one_at_a_time);
  noting = 0;
}

static int no_memory(void) {
  static int busy;
  if (busy) return 0;
  const char *which = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");
  if (which != NULL && strcmp(which, "places") == 0) note_place();
  const int once = which != NULL && strcmp(which, "alloc") == 0, from_then = which != NULL && strcmp(which, "memory") == 0;
  if (at == NULL || (!once && !from_then)) return 0;
  const int now = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST), wanted = atoi(at);
  if (now < wanted || (once && now > wanted)) return 0;
  if (now == wanted && getenv("FAULT_MARK") != NULL) {
    busy = 1;
    int (*real)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, "open");
    const int made = real(getenv("FAULT_MARK"), O_WRONLY | O_CREAT | O_EXCL, 0600);
    busy = 0;
    if (made < 0 && once) return 0;
    if (made >= 0) close(made);
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
ssize_t pread(int file, void* to, size_t size, off_t at) {
  typedef ssize_t (*Read)(int, void*, size_t, off_t);
  REAL(Read, "pread");
  return fails("read") ? -1 : real(file, to, size, at);
}
ssize_t pread64(int file, void* to, size_t size, off_t at) { return pread(file, to, size, at); }
struct dirent* readdir(DIR* folder) {
  typedef struct dirent* (*Next)(DIR*);
  REAL(Next, "readdir");
  return fails("readdir") ? NULL : real(folder);
}
struct dirent64* readdir64(DIR* folder) {
  typedef struct dirent64* (*Next)(DIR*);
  REAL(Next, "readdir64");
  return fails("readdir") ? NULL : real(folder);
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
ssize_t writev(int file, const struct iovec* from, int count) {
  typedef ssize_t (*Write)(int, const struct iovec*, int);
  REAL(Write, "writev");
  return file != 2 && fails("write") ? -1 : real(file, from, count);
}
int mkdir(const char* path, mode_t mode) {
  typedef int (*Make)(const char*, mode_t);
  REAL(Make, "mkdir");
  return fails("mkdir") ? -1 : real(path, mode);
}

#define OPENING(name, call)                          \
  FILE* name(const char* path, const char* how) {    \
    typedef FILE* (*Open)(const char*, const char*); \
    REAL(Open, #name);                               \
    return fails(call) ? NULL : real(path, how);     \
  }
OPENING(fopen, "open")
OPENING(fopen64, "open")
#define TEMPORARY(name)                   \
  FILE* name(void) {                      \
    typedef FILE* (*Open)(void);          \
    REAL(Open, #name);                    \
    return fails("open") ? NULL : real(); \
  }
TEMPORARY(tmpfile)
TEMPORARY(tmpfile64)
#define MAKING(name)                        \
  int name(char* path) {                    \
    typedef int (*Open)(char*);             \
    REAL(Open, #name);                      \
    return fails("open") ? -1 : real(path); \
  }
MAKING(mkstemp)
MAKING(mkstemp64)
FILE* fdopen(int file, const char* how) {
  typedef FILE* (*Open)(int, const char*);
  REAL(Open, "fdopen");
  return fails("open") ? NULL : real(file, how);
}
// What a failing write loses of a file that is buffered.
size_t fwrite(const void* from, size_t size, size_t count, FILE* to) {
  typedef size_t (*Write)(const void*, size_t, size_t, FILE*);
  REAL(Write, "fwrite");
  return to != stderr && fails("stdio") ? 0 : real(from, size, count, to);
}
size_t fread(void* to, size_t size, size_t count, FILE* from) {
  typedef size_t (*Read)(void*, size_t, size_t, FILE*);
  REAL(Read, "fread");
  return fails("stdio") ? 0 : real(to, size, count, from);
}
int fputs(const char* text, FILE* to) {
  typedef int (*Put)(const char*, FILE*);
  REAL(Put, "fputs");
  return to != stderr && fails("stdio") ? EOF : real(text, to);
}
int fputc(int letter, FILE* to) {
  typedef int (*Put)(int, FILE*);
  REAL(Put, "fputc");
  return to != stderr && fails("stdio") ? EOF : real(letter, to);
}
int fflush(FILE* file) {
  typedef int (*Flush)(FILE*);
  REAL(Flush, "fflush");
  return file != stderr && fails("stdio") ? EOF : real(file);
}
int fclose(FILE* file) {
  typedef int (*Close)(FILE*);
  REAL(Close, "fclose");
  return fails("stdio") ? (real(file), EOF) : real(file);
}
static int print(FILE* to, const char* form, va_list with) {
  if (to != stderr && fails("stdio")) return -1;
  return vfprintf(to, form, with);
}
int fprintf(FILE* to, const char* form, ...) {
  va_list with;
  va_start(with, form);
  const int count = print(to, form, with);
  va_end(with);
  return count;
}
int __fprintf_chk(FILE* to, int flag, const char* form, ...) {
  (void)flag;
  va_list with;
  va_start(with, form);
  const int count = print(to, form, with);
  va_end(with);
  return count;
}
