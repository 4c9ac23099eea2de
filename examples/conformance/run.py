#!/usr/bin/env python3
"""Holds a case system, or this program, against the kit.

usage: run.py --program PROGRAM [CASES]      asks the program for each case
       run.py --answers ANSWERS.jsonl [CASES]   holds your own system's answers: a line {"id": ..., "result": {...}} a case
Exit 0: every case as expected; 1: not, and each difference is told; 2: something is missing or cannot be read.

Only what is expected is compared: an answer may say more. Amounts are texts such as "15272.00", months and dates as in the cases;
{"refused": "am_income"} is expected where the facts cannot be computed, and names the fact."""
import argparse
import json
import os
import sys

import kit


def differences(expected, got, at=''):
    """Each place where the answer is another than expected."""
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            yield at, expected, got
            return
        for name, value in expected.items():
            yield from differences(value, got.get(name, 'nothing'), f'{at}.{name}' if at else name)
    elif isinstance(expected, list):
        if not isinstance(got, list) or len(got) != len(expected):
            yield at, f'{len(expected)} of them', f'{len(got)} of them' if isinstance(got, list) else got
            return
        for place, value in enumerate(expected):
            yield from differences(value, got[place], f'{at}[{place}]')
    elif expected != got:
        yield at, expected, got


def main():
    parser = argparse.ArgumentParser(description='Holds a case system against the kit.')
    door = parser.add_mutually_exclusive_group(required=True)
    door.add_argument('--program', help='asks this program')
    door.add_argument('--answers', help='reads these answers')
    parser.add_argument('cases', nargs='?', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases.jsonl'))
    given = parser.parse_args()
    try:
        cases = kit.read(given.cases)
        answers = {each['id']: each['result'] for each in kit.read(given.answers)} if given.answers else {}
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        print(f'run.py: {given.answers or given.cases}: cannot be read: {wrong}', file=sys.stderr)
        return 2
    missing = [case['id'] for case in cases if given.answers and case['id'] not in answers]
    if missing or not cases:
        print(f'run.py: no answer to {len(missing)} of {len(cases)} cases: {", ".join(missing[:5])}', file=sys.stderr)
        return 2
    wrong = 0
    for case in cases:
        got = kit.asked(given.program, case) if given.program else answers[case['id']]
        found = list(differences(case['expected'], got))
        wrong += bool(found)
        for at, expected, other in found:
            print(f'{case["id"]}: {at}: expected {json.dumps(expected, ensure_ascii=False)}, got {json.dumps(other, ensure_ascii=False)}')
    print(f'{len(cases) - wrong} of {len(cases)} cases as expected')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
