"""What a case of the kit is: a task, its facts, and the result; and how the program is asked for it."""
import json
import os
import subprocess
import tempfile

#: What a result says beside its amounts: versions, the facts again, and steps in words. They are no part of the kit.
NOT_COMPARED = ('fleks', 'facts', 'steps', 'options', 'days', 'basis', 'otherwise', 'missing', 'lines', 'new_facts', 'old_facts', 'text',
                'source', 'reason', 'unused', 'settlements', 'name', 'ceiling_stated_by', 'assumed', 'cause_in_words')


def amounts(result):
    """A result without what is not compared, at every level."""
    if isinstance(result, dict):
        return {name: amounts(value) for name, value in result.items() if name not in NOT_COMPARED}
    return [amounts(each) for each in result] if isinstance(result, list) else result


def arguments(case, folder):
    """The facts as options of the program: `am_income` is `--am-income`; a case file is written beside."""
    given = [case['task']]
    for name, value in case['facts'].items():
        if name == 'case':
            path = os.path.join(folder, 'case.json')
            with open(path, 'w', encoding='utf-8') as out:
                json.dump(value, out)
            given += ['--case', path] if case['task'] == 'municipality' else [path]
        else:
            given += ['--' + name.replace('_', '-')] + ([] if value is True else [value])
    return given + ['--format', 'json', '--lang', 'en']


def asked(program, case):
    """What the program answers: the amounts, or which fact it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, *arguments(case, folder)], capture_output=True, text=True, check=False)
        if done.returncode == 2:
            # fleks: FIELD: why, or of a month, FIELD MONTH: why.
            return {'refused': done.stderr.removeprefix('fleks: ').split(': ')[0].split()[0].lstrip('-').replace('-', '_')}
        if done.returncode != 0:
            raise SystemExit(f'{case["id"]}: exit {done.returncode}: {done.stderr}')
        return amounts(json.loads(done.stdout))


def read(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]
