#!/usr/bin/env bash
# The completion that was installed, in a real interactive bash; and every value it offers is in the manual page and accepted.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
fleks=$prefix/bin/fleks
script=$prefix/share/bash-completion/completions/fleks
cmp "$script" <("$fleks" --completion bash)

# A value that is not offered is refused with those that are.
checked=0
while IFS=' ' read -r task option values; do
  if message=$("$fleks" "$task" "$option" neither --lang en 2>&1); then fail "fleks $task $option neither is accepted"; fi
  grep -qF -- "$option: \"neither\" is not a choice here. Allowed: ${values// /, }." <<<"$message" || fail "$task $option: $message"
  for value in $values; do
    message=$("$fleks" "$task" "$option" "$value" --lang en 2>&1 || true)
    if grep -qF -- "$option: \"$value\"" <<<"$message"; then fail "$task $option $value is offered and refused: $message"; fi
    grep -qF -- "${value//-/\\-}" "$prefix/share/man/man1/fleks-$task.1" || fail "$task $option: $value is not in the manual page"
    checked=$((checked + 1))
  done
done < <(sed -nE "s/^ +'([a-z-]+ --?[a-z-]+)'\) words='([^']*)'.*/\1 \2/p" "$script" |
  grep -vE -- '--(lang|id|key|municipality) ')
[ "$checked" -gt 40 ] || fail "only $checked values were tried"
echo "$checked values of options"
python3 "$FLEKS_SOURCE_DIR/tests/package/complete.py" "$script" "$prefix/bin" "$package/completion"
