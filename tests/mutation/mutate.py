#!/usr/bin/env python3
"""Changes the rule code, the case, its correction, problems and letters, and the summary of a population one operator, constant,
comparison, rounding, rate or rule id at a time, and asks whether a test notices.

    tests/mutation/mutate.py --sample 200 --seed 1      # the same 200 mutants each time
    tests/mutation/mutate.py --all --file src/rules/wage.hpp
    tests/mutation/mutate.py --list                     # the mutants, without running them
    tests/mutation/mutate.py --built build/release --test tests_history --file 'src/history/*.cpp'

A mutant is never written in the source tree: it is a file in build/mutation that the compiler sees before the real
one. Only the objects that depend on it are compiled, and the test programs linked with them. Survivors that
equivalent.csv explains (the same calculation written otherwise) are counted apart.

Exit 1 when a smaller share of the others was killed than --at-least, or a test fails without any mutant.
"""
import argparse
import collections
import concurrent.futures
import csv
import json
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / 'build' / 'mutation'
EQUIVALENT = pathlib.Path(__file__).with_name('equivalent.csv')

MUTATED = ['src/rules/*.hpp', 'src/kernels/*.cpp', 'src/statement/month.cpp', 'src/history/*.cpp', 'src/facts/case_problems*.cpp',
           'src/analysis/correction.cpp', 'src/analysis/population_summary.cpp', 'src/analysis/letter*.cpp', 'src/words/letter*.cpp']

# The calculations whose tests compare with figures worked out by hand; and those tests, the likeliest to kill.
FIRST_UNITS = {f'src/statement/{name}.cpp' for name in ('month', 'ledighedsydelse', 'holiday', 'income_tax', 'self_employed')}
FIRST_TESTS = ['tests_rules', 'tests_statement']
# The rest: histories, populations, the net picture and its kinks, words, the oracle.
OTHER_TESTS = ['tests_words', 'tests_facts', 'tests_reading', 'tests_history', 'tests_analysis', 'tests_agreement']
# Of what no other room's tests run: those that run it, the likeliest to kill first.
TESTS_OF = {
    'src/history/': ['tests_history', 'tests_analysis', 'tests_reading', 'tests_words'],
    'src/facts/': ['tests_facts', 'tests_reading', 'tests_history', 'tests_words'],
    'src/analysis/correction': ['tests_analysis', 'tests_history', 'tests_words'],
    'src/analysis/population': ['tests_analysis', 'tests_words'],
    'src/analysis/letter': ['tests_words'],
    'src/words/letter': ['tests_words'],
}
# Most of this room's time goes to pictures and bounds, which have neither a case nor a summary.
SOURCES_OF = {'tests_analysis': '*correction*,*population*,*calibration*,*known_months*,*measures*,*paid_subsidy*,*rate_impact*,'
                                '*purses*,*effort*,*refund_check*'}

# Of this program the cases worked out by hand take a fortieth of the time, and kill the most: they go first.
LATER_OF = {'tests_history': '*courses*,*course_by_hand*,*histories*,*full_rate*'}

Mutant = collections.namedtuple('Mutant', 'file line begin end old new')


def without_comments(text):
    """The same text, with comments, strings and preprocessor lines blanked."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group())
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|^[ \t]*#[^\n]*', blank, text, flags=re.S | re.M)


def arguments(code, open_at):
    """The places of the arguments of a call whose parenthesis opens there, and of its end."""
    depth, begin, places = 0, open_at + 1, []
    for at in range(open_at, len(code)):
        c = code[at]
        if c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
            if depth == 0:
                return places + [(begin, at)], at + 1
        elif c == ',' and depth == 1:
            places.append((begin, at))
            begin = at + 1
    return [], open_at


SWAPS = {
    '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'], '<': ['<=', '>'], '<=': ['<'], '>': ['>=', '<'], '>=': ['>'],
    '==': ['!='], '!=': ['=='], '&&': ['||'], '||': ['&&'], '<<': ['>>'], '>>': ['<<'], '+=': ['-='], '-=': ['+='],
    '*=': ['/='], '&': ['|'], '|': ['&'],
}
WORDS = {
    'true': ['false'], 'false': ['true'], 'Rounding::half_up': ['Rounding::half_even', 'Rounding::up', 'Rounding::down'],
    'Rounding::half_even': ['Rounding::half_up'], 'Rounding::down': ['Rounding::up', 'Rounding::half_up'],
    'Rounding::up': ['Rounding::down'], 'Rounding::toward_zero': ['Rounding::half_up', 'Rounding::up'], 'smaller': ['larger'],
    'larger': ['smaller'], 'std::min': ['std::max'], 'std::max': ['std::min'], 'is_positive()': ['is_zero()'],
    'is_zero()': ['is_positive()'], 'nearest_krone': ['nearest_oere'], 'nearest_oere': ['nearest_krone'],
}
# What a call may be replaced by: its arguments, by number.
CALLS = {
    'least': ['({1})', '({2})'], 'most': ['({1})', '({2})'], 'above': ['({1} - {2})', '({1})'], 'not_below_zero': ['({1})'],
    'if_positive': ['({2})', '({3})'], 'if_not_negative': ['({2})', '({3})'],
}


def neighbours():
    """Each rate, rule and cause, and the one after it in its list."""
    after = {}
    for kind, file in (('RateKey', 'include/fleks/rates/rate_key_list.hpp'), ('Rule', 'include/fleks/rules/rule_list.hpp'),
                       ('Cause', 'src/rules/number.hpp')):
        code = without_comments((ROOT / file).read_text())
        body = re.search(r'enum class ' + kind + r'\b[^{]*\{(.*?)\};', code, re.S).group(1)
        names = re.findall(r'\b([A-Za-z]\w*)\b', body)
        after.update({f'{kind}::{name}': f'{kind}::{follows}' for name, follows in zip(names, names[1:] + names[:1])})
    return after


def mutants_of(file, after):
    text = (ROOT / file).read_text()
    code = without_comments(text)
    found = set()

    def add(begin, end, new):
        line_begin = text.rfind('\n', 0, begin) + 1
        line = code[line_begin:code.find('\n', begin)]
        if re.search(r'\b(static_assert|assert)\(', line) or text[begin:end] == new:
            return
        found.add(Mutant(file, text.count('\n', 0, begin) + 1, begin, end, text[begin:end], new))

    for match in re.finditer(r'(?<=[\w)\]}]) (\+|-|\*|/|%|<|<=|>|>=|==|!=|&&|\|\||<<|>>|\+=|-=|\*=|&|\|)(?=\s)', code):
        for new in SWAPS[match.group(1)]:
            add(match.start(1), match.end(1), new)
    for match in re.finditer(r' \* [\w.:]+(?:\([^()]*\))?(?=[\s;,)])', code):
        add(match.start(), match.end(), '')
    for match in re.finditer(r"(?<![\w.'])\d[\d']*(?![\w'.])", code):
        number = int(match.group().replace("'", ''))
        add(match.start(), match.end(), str(number + 1))
        if number > 0:
            add(match.start(), match.end(), str(number - 1))
    for match in re.finditer(r'(?<![\w:])(?:' + '|'.join(map(re.escape, WORDS)) + r')(?![\w])', code):
        for new in WORDS[match.group()]:
            add(match.start(), match.end(), new)
    for match in re.finditer(r'(?<=[\s(])!(?=[\w(])', code):
        add(match.start(), match.end(), '')
    for match in re.finditer(r'\b(?:RateKey|Rule|Cause)::\w+', code):
        # Where nothing asks why a number bends, no test can.
        if match.group() in after and match.group() != 'Cause::none':
            add(match.start(), match.end(), after[match.group()])
    for match in re.finditer(r'\b(' + '|'.join(CALLS) + r')\(', code):
        places, end = arguments(code, match.end() - 1)
        given = [text[a:b].strip() for a, b in places]
        if given and given[0] not in ('Cause', 'Cause cause'):
            for shape in CALLS[match.group(1)]:
                add(match.start(), end, shape.format(*given))
    for match in re.finditer(r'\bif \(', code):
        (places, end) = arguments(code, match.end() - 1)
        condition = text[match.end():end - 1]
        if places and ';' not in condition:
            add(match.end(), end - 1, f'!({condition})')
    for match in re.finditer(r'^[ \t]*([\w.\[\]]+(?:->\w+)* (?:=|\+=|-=) [^;{}\n]*);[ \t]*$', code, re.M):
        if not match.group(1).startswith('using'):
            add(match.start(1), match.end(1), '')
    return sorted(found, key=lambda m: (m.begin, m.end, m.new))


class Project:
    """The build without a mutant: how each object is compiled, from what, and how each test program is linked."""

    def __init__(self, tests, built):
        def run(*command):
            return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
        if not built:
            run('cmake', '-S', '.', '-B', str(BUILD), '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_CXX_FLAGS_DEBUG=-O0',
                '-DCMAKE_EXPORT_COMPILE_COMMANDS=ON', '-DFLEKS_BUILD_EXAMPLES=OFF', '-DFLEKS_WARNINGS_AS_ERRORS=OFF')
            run('cmake', '--build', str(BUILD), '-j', str(os.cpu_count()), '--target', *tests)
        self.compile = {}
        for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
            command = shlex.split(entry['command'])
            if pathlib.Path(command[0]).name == 'ccache':
                del command[0]  # no mutant is compiled twice
            output = command[command.index('-o') + 1]
            self.compile[output] = (str(pathlib.Path(entry['file']).relative_to(ROOT)), command) if entry['file'].startswith(
                str(ROOT) + '/src') or entry['file'].startswith(str(ROOT) + '/tests') else None
        self.reads, objects = collections.defaultdict(set), None
        for line in run('ninja', '-C', str(BUILD), '-t', 'deps').splitlines():
            if line and not line.startswith(' '):
                objects = line.split(': #deps')[0]
            elif line.strip():
                path = (BUILD / line.strip()).resolve()
                if path.is_relative_to(ROOT):
                    self.reads[str(path.relative_to(ROOT))].add(objects)
        self.headers = self.read_once()
        self.link = {}
        for test in tests:
            command = run('ninja', '-C', str(BUILD), '-t', 'commands', test).splitlines()[-1]
            self.link[test] = shlex.split(command.removeprefix(': && ').removesuffix(' && :'))

    def read_once(self):
        """Where the public headers are compiled once, for the mutants of a source file; nothing where the compiler cannot."""
        place = BUILD / 'mutant_headers'
        place.mkdir(exist_ok=True)
        header, sample = place / 'headers.hpp', next((c for _, c in filter(None, self.compile.values()) if c[-1].endswith('known.cpp')), None)
        header.write_text('#include <fleks/fleks.hpp>\n#include <algorithm>\n#include <bit>\n#include <map>\n#include <numeric>\n')
        if sample is None:
            return None
        command = [word for word in sample[:sample.index('-o')] if word not in ('-MD', '-MT', '-MF') and not word.endswith(('.o', '.d'))]
        done = subprocess.run([*command, '-w', '-D_GLIBCXX_ASSERTIONS', '-O0', '-x', 'c++-header', str(header), '-o', f'{header}.gch'], cwd=BUILD)
        return header if done.returncode == 0 else None

    def dependents(self, file):
        """Objects of the library and of the tests that are linked here."""
        linked = {word for command in self.link.values() for word in command if word.endswith('.o')}
        return sorted(o for o in self.reads[file] if self.compile.get(o) and (o in linked or o.startswith('src/')))


class Worker:
    def __init__(self, project, number, limits):
        self.project, self.limits = project, limits
        self.place = BUILD / f'mutant{number}'
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()

    def run(self, mutant):
        """killed, timeout, survived or not compiling; and by which test."""
        shutil.rmtree(self.place / 'src', ignore_errors=True)
        changed = self.place / mutant.file
        changed.parent.mkdir(parents=True)
        text = (ROOT / mutant.file).read_text()
        changed.write_text(text[:mutant.begin] + mutant.new + text[mutant.end:])
        objects = self.project.dependents(mutant.file)
        source = {o: self.project.compile[o][0] for o in objects}
        linked = self.project.link
        first_tests = [t for t in FIRST_TESTS if t in linked]
        first = [o for o in objects if source[o] in FIRST_UNITS or any(o in linked[t] for t in first_tests)]
        stages = [(first, first_tests), (objects, [t for t in FIRST_TESTS + OTHER_TESTS if t in linked])]
        of_room = next((tests for begin, tests in TESTS_OF.items() if mutant.file.startswith(begin)), None)
        if of_room:
            first, stages = [], [(objects, [t for t in of_room if t in linked])]
        compiled = {}
        for some, tests in stages:
            if not any(o.startswith('src/') for o in some):
                continue
            for o in some:
                if o not in compiled:
                    compiled[o] = self.compile(o, changed if source[o] == mutant.file else None)
                    if compiled[o] is None:
                        return 'not compiling', ''
            for test in tests:
                # What has passed with all that it depends on compiled need not run again.
                if some is objects and set(objects) == set(first) and test in FIRST_TESTS:
                    continue
                outcome = self.test(test, compiled, [f'--source-file={SOURCES_OF[test]}'] if of_room and test in SOURCES_OF else [])
                if outcome:
                    return outcome, test
        return 'survived', ''

    def compile(self, obj, changed):
        command, out = [], self.place / obj.replace('/', '_')
        for word in self.project.compile[obj][1]:
            command.append(str(out) if word == obj else word)
        if changed is not None:
            command[-1] = str(changed)
        # What reads beyond the end of a list is noticed, though nothing comes of it here.
        command[1:1] = ['-w', '-D_GLIBCXX_ASSERTIONS', f'-I{self.place / "src"}']
        if changed is not None and self.project.headers:
            command[1:1] = ['-include', str(self.project.headers)]
        command.append('-O0')
        done = subprocess.run(command, cwd=BUILD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return out if done.returncode == 0 else None

    def test(self, test, compiled, some):
        program = self.place / test
        command = list(self.project.link[test])
        own = {o: str(path) for o, path in compiled.items() if o in command}
        command = [own.get(word, word) for word in command]
        # Mutated objects of the library stand before the archive, which then gives only what is still missing.
        command[1:1] = [str(path) for o, path in compiled.items() if o.startswith('src/')]
        command[command.index('-o') + 1] = str(program)
        if subprocess.run(command, cwd=BUILD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
            return 'not compiling'

        later = LATER_OF.get(test)
        rounds = [([f'--source-file-exclude={later}'], 5), ([f'--source-file={later}'], self.limits[test])] if later else [
            ([], self.limits[test])]
        for part, seconds in rounds:
            # A mutant that does not end is stopped by the processor's time: others may be at work on the machine.
            def limit():
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
                resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            done = subprocess.run([program, '--abort-after=1', '--no-path-filenames', *some, *part], cwd=BUILD,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit)
            if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
                return 'timeout'
            if done.returncode != 0:
                return 'killed'
        return None


def explained():
    """(file, the line as it stands, the change) of the mutants that are the same calculation."""
    if not EQUIVALENT.exists():
        return {}
    with open(EQUIVALENT, newline='') as rows:
        return {(r['file'], r['line'], r['change']): r['why'] for r in csv.DictReader(rows)}


def change_of(mutant):
    return f"{' '.join(mutant.old.split())} -> {' '.join(mutant.new.split()) or 'nothing'}"


def key_of(mutant):
    text = (ROOT / mutant.file).read_text().split('\n')
    return mutant.file, text[mutant.line - 1].strip(), change_of(mutant)


def main():
    parse = argparse.ArgumentParser(description='Whether the tests notice a change of the rule code.')
    parse.add_argument('--sample', type=int, metavar='N', help='so many mutants (200)', default=200)
    parse.add_argument('--seed', type=int, default=1)
    parse.add_argument('--all', action='store_true')
    parse.add_argument('--file', action='append', metavar='GLOB', help='only these files')
    parse.add_argument('--line', type=int, action='append', help='only these lines')
    parse.add_argument('--jobs', type=int, default=os.cpu_count())
    parse.add_argument('--at-least', type=float, default=0, metavar='PCT', help='the share to be killed')
    parse.add_argument('--list', action='store_true')
    parse.add_argument('--built', metavar='DIR', help='a build of g++ as it stands, instead of one made in build/mutation')
    parse.add_argument('--test', action='append', metavar='NAME', help='only these test programs: others might have killed what survives')
    parse.add_argument('--log', metavar='FILE', help='every mutant with what became of it, as CSV; what it has is not run again')
    options = parse.parse_args()

    after = neighbours()
    files = sorted({str(p.relative_to(ROOT)) for glob in options.file or MUTATED for p in ROOT.glob(glob)})
    mutants = [m for file in files for m in mutants_of(file, after)]
    if options.line:
        mutants = [m for m in mutants if m.line in options.line]
    total = len(mutants)
    if not options.all and options.sample < total:
        # In the order drawn: what an interrupted run has done is a sample too.
        mutants = random.Random(options.seed).sample(mutants, options.sample)
    if options.list:
        for m in mutants:
            print(f'{m.file}:{m.line}: {change_of(m)}')
        return 0

    start = time.monotonic()
    if options.built:
        global BUILD
        BUILD = pathlib.Path(options.built).resolve()
    project = Project(options.test or FIRST_TESTS + OTHER_TESTS, options.built)
    limits = {}
    for test in project.link:
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([project.link[test][project.link[test].index('-o') + 1]], cwd=BUILD, check=True, stdout=subprocess.DEVNULL)
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        limits[test] = 5 + int(5 * seconds)
        print(f'{test}: {seconds:.1f} s without a mutant', flush=True)

    workers = [Worker(project, i, limits) for i in range(options.jobs)]
    idle = collections.deque(workers)
    same = explained()

    def run(mutant):
        if known[mutant.file, mutant.line, change_of(mutant)]:
            return known[mutant.file, mutant.line, change_of(mutant)].pop(0)
        worker = idle.popleft()
        try:
            return worker.run(mutant)
        finally:
            idle.append(worker)

    # An interrupted run still says what it has found; jobs in the background are not sent SIGINT.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pool = concurrent.futures.ThreadPoolExecutor(options.jobs)
    outcomes, killers = {}, collections.Counter()
    known = collections.defaultdict(list)
    if options.log and os.path.exists(options.log):
        with open(options.log, newline='') as rows:
            for file, line_number, change, outcome, by in csv.reader(rows):
                known[file, int(line_number), change].append((outcome, by))
    log = open(options.log, 'w', newline='') if options.log else None
    out = csv.writer(log) if log else None
    try:
        with pool:
            for done, (mutant, (outcome, by)) in enumerate(zip(mutants, pool.map(run, mutants)), 1):
                if outcome == 'survived' and key_of(mutant) in same:
                    outcome = 'equivalent'
                outcomes[mutant] = outcome
                killers[by] += bool(by)
                if out:
                    out.writerow([mutant.file, mutant.line, change_of(mutant), outcome, by])
                    log.flush()
                if outcome == 'survived':
                    print(f'survived: {mutant.file}:{mutant.line}: {change_of(mutant)}', flush=True)
                if done % 50 == 0:
                    print(f'... {done} of {len(mutants)} in {time.monotonic() - start:.0f} s', flush=True)
    except KeyboardInterrupt:
        pool.shutdown(cancel_futures=True)
        print(f'interrupted: {len(outcomes)} of {len(mutants)}')
    finally:
        for worker in workers:
            shutil.rmtree(worker.place, ignore_errors=True)

    print(f"\n{'':40}{'mutants':>8}{'killed':>8}{'survived':>9}{'equivalent':>11}{'not compiling':>14}{'share killed':>14}")

    def line(name, some):
        count = collections.Counter(some)
        killed, survived = count['killed'] + count['timeout'], count['survived']
        share = f'{100 * killed / (killed + survived):.1f} %' if killed + survived else '-'
        print(f"{name:40}{len(some):8}{killed:8}{survived:9}{count['equivalent']:11}{count['not compiling']:14}{share:>14}")
        return 100 * killed / (killed + survived) if killed + survived else 100
    for file in files:
        of_file = [o for m, o in outcomes.items() if m.file == file]
        if of_file:
            line(file, of_file)
    share = line(f'all ({total} possible)', list(outcomes.values()))
    timeouts = sum(o == 'timeout' for o in outcomes.values())
    print('killed by: ' + ', '.join(f'{test} {count}' for test, count in killers.most_common()) + f' ({timeouts} by the time limit)')
    print(f'{time.monotonic() - start:.0f} s')
    return int(share < options.at_least)


if __name__ == '__main__':
    sys.exit(main())
