#!/usr/bin/env bash
# The guide: what it shows is what the program says, every amount in its text is in some output, and it has every rule.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

runs 0 "$FLEKS" rules --format json
cp "$work/out" "$work/rules.json"
cd "$FLEKS_SOURCE_DIR" || exit 1
python3 - examples/guide/from_the_paragraph_to_the_oere.md "$work/rules.json" "$FLEKS" <<'END' || fail 'the guide'
import json, re, shlex, subprocess, sys
guide, rules, program = open(sys.argv[1]).read(), json.load(open(sys.argv[2]))['rules'], sys.argv[3]
wrong, said, output, shown = [], '', '', 0
prose = ''
for kind, block, text in re.findall(r'```(\w+)\n(.*?)```|([^`]+(?:`[^`]+`[^`]*)*)', guide, re.S):
    prose += text
    if kind == 'sh':
        command = shlex.split(block.replace('\\\n', ' '))
        assert command[0] == 'build/release/fleks', block
        done = subprocess.run([program, *command[1:]], capture_output=True, text=True)
        if done.returncode != 0:
            wrong.append(f'exit {done.returncode}: {block}{done.stderr}')
        output, said = done.stdout, said + done.stdout
    elif kind == 'text':
        at = 0
        for piece in re.split(r'^\.\.\.\n', block, flags=re.M):
            found = output.find(piece, at)
            if found < 0:
                wrong.append(f'not printed:\n{piece}')
            at, shown = max(found, at), shown + 1
# As the program writes them: 1,317.33; in Danish 1.317,33.
for amount in re.findall(r'(?<![\d.,])(?<!× )\d{1,3}(?:,\d{3})*\.\d{2}(?!\d| days)', prose):
    if amount not in said:
        wrong.append(f'no output has {amount}')
wrong += [f'{rule["id"]} is not in the guide' for rule in rules if rule["tested_in"] and f'**{rule["id"]}**' not in guide]
# The C++ is that of a test.
tested = [line.strip() for line in open('tests/rules/guide.cpp')]
wrong += [f'not in tests/rules/guide.cpp: {line}' for block in re.findall(r'```cpp\n(.*?)```', guide, re.S)
          for line in block.splitlines() if line and line.split('  //')[0].strip() not in tested]
print('\n'.join(wrong))
sys.exit(bool(wrong) or shown < 20)
END
finish
