#include "another_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <new>

#include "command.hpp"

namespace program {
namespace {

constexpr int refused_there = 1, stopped_there = 2, reason_there = 16;

int done_there(const std::function<void()>& work) noexcept {
  // What this process began is not the child's to take away.
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ, SIGPIPE, SIGUSR1, SIGUSR2, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF})
    if (std::signal(number, SIG_DFL) == SIG_IGN) std::signal(number, SIG_IGN);
  std::set_terminate([] { ::_exit(refused_there); });
  try {
    work();
    return 0;
  } catch (const CannotWrite& why) {
    return reason_there + why.number;
  } catch (const Stop&) {
    return stopped_there;
  } catch (...) {
    return refused_there;
  }
}

}  // namespace

Elsewhere in_another_process(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::bad_alloc();
  if (child == 0) ::_exit(done_there(work));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw std::bad_alloc();
  const int how = WIFEXITED(status) ? WEXITSTATUS(status) : refused_there;
  if (how >= reason_there) return {Elsewhere::Is::not_written, how - reason_there};
  return {how == 0 ? Elsewhere::Is::done : how == stopped_there ? Elsewhere::Is::stopped : Elsewhere::Is::refused};
}

}  // namespace program
