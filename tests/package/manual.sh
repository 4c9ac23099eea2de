#!/usr/bin/env bash
# The manual pages that were installed: found by name, without a warning, and with every option of --help.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
command -v man lexgrog >/dev/null || fail 'man is not here: apt-get install man-db'
export MANPATH=$prefix/share/man MANWIDTH=1000
fleks=$prefix/bin/fleks
read -r -a tasks <<<"$("$fleks" --completion bash | sed -n "s/.*local tasks='\(.*\)'/\1/p")"
[ ${#tasks[@]} -ge 12 ] || fail "only these tasks: ${tasks[*]}"

options=0
for language in en da; do
  folder=$MANPATH/man1
  if [ "$language" = da ]; then folder=$MANPATH/da/man1; fi
  [ "$(find "$folder" -type f | wc -l)" -eq $((${#tasks[@]} + 1)) ] || fail "$folder has not one page for each task"
  man -L "$language" fleks-month | grep -qF -- '--am-income KR' || fail "man fleks-month does not find the page in $language"
  for task in '' "${tasks[@]}"; do
    page=fleks${task:+-$task}
    text=$(man --warnings -L "$language" -l "$folder/$page.1" 2>"$package/warnings")
    [ ! -s "$package/warnings" ] || fail "$page: $(cat "$package/warnings")"
    lexgrog "$folder/$page.1" | grep -qF ": \"$page - " || fail "$page has no name that apropos finds"
    # shellcheck disable=SC2086
    help=$("$fleks" $task --help --lang "$language")
    while read -r option; do
      grep -qE -- "^ +$option( |$)" <<<"$text" || fail "$page ($language) does not have $option"
      options=$((options + 1))
    done < <(grep -oE '^  --?[a-z-]+' <<<"$help" | tr -d ' ')
  done
done
[ "$options" -gt 300 ] || fail "only $options options were looked for"
echo "$options options in $((2 * (${#tasks[@]} + 1))) pages"
