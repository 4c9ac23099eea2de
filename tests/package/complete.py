"""Completion in a real interactive bash: types into it, presses Tab, and reads what became of the line."""
import os
import pty
import select
import sys
import time

script, program_folder, work = sys.argv[1:]
os.makedirs(f'{work}/Mine sager', exist_ok=True)
for name in ('satser-2027.csv', 'Mine sager/én sag.json'):
    open(f'{work}/{name}', 'w').close()

try:
    pid, bash = pty.fork()
except OSError as error:
    print(f'Not tried in an interactive bash, for this machine gives it no terminal: {error}')
    sys.exit(77)
if pid == 0:
    os.chdir(work)
    os.environ.update(PATH=f'{program_folder}:{os.environ["PATH"]}', PS1='$ ', TERM='dumb', INPUTRC='/dev/null', HISTFILE='')
    os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])


def read_until(mark):
    text, end = b'', time.monotonic() + 20
    while mark not in text:
        if time.monotonic() > end or not select.select([bash], [], [], 1)[0] and time.monotonic() > end:
            sys.exit(f'FAILED: bash did not answer: {text.decode(errors="replace")}')
        if select.select([bash], [], [], 0.1)[0]:
            text += os.read(bash, 65536)
    return text.decode()


def send(text):
    os.write(bash, text.encode())


def words(typed):
    """The words of the line after Tab."""
    send(typed + '\t' + '\x01show \x05\n')  # Ctrl-A, Ctrl-E
    return read_until(b'<end>\r\n').split('<begin>')[-1].split('<end>')[0].split('\r\n')[:-1]


def offered(typed):
    """What is offered where several words would fit."""
    send(typed + '\t' + '\x01#\n' + 'show end\n')
    text = read_until(b'<begin>end\r\n<end>\r\n')
    return text


send("bind 'set show-all-if-ambiguous on' 'set completion-query-items 0' 'set page-completions off' 'set bell-style none'\n"
     "bind 'set enable-bracketed-paste off'\n")
for setting in ('show-all-if-ambiguous on', 'completion-query-items 0', 'page-completions off', 'bell-style none'):
    send(f"bind 'set {setting}'\n")
send('show() { printf "<beg""in>"; printf "%s\\n" "$@"; echo "<e""nd>"; }\n')
send(f"source '{script}'; show ready\n")
read_until(b'<begin>ready\r\n<end>\r\n')

failed = 0
for typed, expected in (
        ('fleks mo', ['fleks', 'month']),
        ('fleks sel', ['fleks', 'self-employed']),
        ('fleks --ver', ['fleks', '--version']),
        ('fleks --completion ', ['fleks', '--completion', 'bash']),
        ('fleks --lang en mo', ['fleks', '--lang', 'en', 'month']),
        ('fleks month --ceiling-st', ['fleks', 'month', '--ceiling-stated-by']),
        ('fleks month --ceiling-stated-by agr', ['fleks', 'month', '--ceiling-stated-by', 'agreement-table']),
        ('fleks month --month 2024-03 --for', ['fleks', 'month', '--month', '2024-03', '--format']),
        ('fleks hours --format s', ['fleks', 'hours', '--format', 'svg']),
        ('fleks hours --format=s', ['fleks', 'hours', '--format=svg']),
        ('fleks holiday --kind al', ['fleks', 'holiday', '--kind', 'allowance']),
        ('fleks rules --id FLT-11', ['fleks', 'rules', '--id', 'FLT-11']),
        ('fleks rates --key fleksloentilskud_max', ['fleks', 'rates', '--key', 'fleksloentilskud_max_month']),
        ('fleks hours --municipality Køb', ['fleks', 'hours', '--municipality', 'København']),
        ('fleks month --rates sat', ['fleks', 'month', '--rates', 'satser-2027.csv']),
        ('fleks rates --check=sat', ['fleks', 'rates', '--check=satser-2027.csv']),
        ('fleks case Mine\\ sager/', ['fleks', 'case', 'Mine sager/én sag.json']),
        ('fleks population satser', ['fleks', 'population', 'satser-2027.csv']),
        ('fleks month --am-income 1', ['fleks', 'month', '--am-income', '1'])):
    got = words(typed)
    if got != expected:
        print(f'FAILED: {typed}<Tab> gave {got}, not {expected}')
        failed = 1

for typed, expected in (
        ('fleks ', ['audit', 'case', 'ceiling', 'holiday', 'hours', 'ledighedsydelse', 'month', 'population', 'rates', 'rules', 'sample']),
        ('fleks month --cei', ['--ceiling', '--ceiling-hourly', '--ceiling-supplements', '--ceiling-stated-by']),
        ('fleks month --round-to ', ['oere', 'krone']),
        ('fleks month ', ['--month', '--am-income', '--format'])):
    got = offered(typed).split()
    missing = [word for word in expected if word not in got]
    if missing:
        print(f'FAILED: {typed}<Tab> does not offer {missing}, but {got}')
        failed = 1

send('exit\n')
os.waitpid(pid, 0)
sys.exit(failed)
