#include "command.hpp"

// Completion for bash: a table of every subcommand's options and of the values they take, made from the options
// themselves, and one short function that reads it.

namespace program {
namespace {

std::string words_of(const std::vector<Option>& options) {
  std::string words;
  for (const Option& option : options) words += (words.empty() ? "" : " ") + spelled(option.name);
  return words;
}

/// What may follow each option of `task`, as branches of a case on "task option".
std::string values_of(std::string_view task, const std::vector<Option>& options) {
  std::string branches;
  std::string files;
  std::string others;
  for (const Option& option : options) {
    if (*option.value.english == '\0') continue;
    const std::string pattern = "'" + std::string(task) + " " + spelled(option.name) + "'";
    std::string choices;
    if (option.known != nullptr)
      for (const std::string_view value : option.known()) choices += (choices.empty() ? "" : " ") + std::string(value);
    for (const char* choice : option.choices) choices += (choices.empty() ? "" : " ") + std::string(choice);
    std::string& same = std::string_view(option.value.english) == "FILE" ? files : others;
    if (!choices.empty())
      branches += "    " + pattern + ") words='" + choices + "' ;;\n";
    else
      same += (same.empty() ? "    " : " | ") + pattern;
  }
  if (!files.empty()) branches += files + ") files=1 ;;\n";
  if (!others.empty()) branches += others + ") return ;;\n";
  return branches;
}

}  // namespace

std::string bash_completion() {
  std::string tasks;
  std::string names;
  std::string options = "    '') if [[ $cur == -* ]]; then words='" + words_of(all_options(nullptr)) + "'; else words=$tasks; fi ;;\n";
  std::string values = values_of("", all_options(nullptr));
  for (const Command& command : commands()) {
    names += (names.empty() ? "" : "|") + std::string(command.name);
    tasks += (tasks.empty() ? "" : " ") + std::string(command.name);
    options += "    " + std::string(command.name) + ") words='" + words_of(all_options(&command)) + "'" +
               (command.most_files > 0 ? " files=1" : "") + " ;;\n";
    values += values_of(command.name, all_options(&command));
  }
  return "# bash completion for fleks, written by: fleks --completion bash\n"
         "_fleks() {\n"
         "  local tasks='" +
         tasks +
         "'\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} before=$((COMP_CWORD - 1)) task='' words='' files='' i\n"
         "  COMPREPLY=()\n"
         "  # --format=json comes as three words.\n"
         "  if [ \"$cur\" = = ]; then cur=''; elif [ \"${COMP_WORDS[before]}\" = = ]; then before=$((before - 1)); fi\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case ${COMP_WORDS[i]} in " +
         names +
         ") task=${COMP_WORDS[i]} && break ;; esac\n"
         "  done\n"
         "  case \"$task ${COMP_WORDS[before]}\" in\n" +
         values + "    *) case $task in\n" + options +
         "    esac ;;\n"
         "  esac\n"
         "  # Options come when they are begun, or where no file is expected.\n"
         "  if [ -z \"$files\" ] || [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); else compopt -o default; fi\n"
         "}\n"
         "complete -F _fleks fleks\n";
}

}  // namespace program
