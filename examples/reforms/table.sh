#!/usr/bin/env bash
# The table of README.md: each reform's effect on 5.000 synthetic citizens' year.
# usage, in the project's folder: bash examples/reforms/table.sh     (FLEKS names another program than build/release/fleks)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fleks=${FLEKS:-build/release/fleks}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
reforms=()
for reform in examples/reforms/*.json; do reforms+=(--reform "$reform"); done
"$fleks" sample --rows 60000 --seed 2024 -o "$work/in.csv"
"$fleks" population "$work/in.csv" -o "$work/out.csv" "${reforms[@]}" --purses --benefit-weeks 53 --summary "$work/summary.json" >/dev/null
python3 - "$work/summary.json" <<'END'
import json, sys
s = json.load(open(sys.argv[1]))
rows = s['rows']
pct = lambda n, of=rows: f'{100 * n / of:.1f}'
million = lambda text: f'{round(float(text) / 1e6, 2) + 0.0:+.2f}'
def line(name, winners, losers, mean, cost, hour, purses=None):
    c = [million(cost[k]) for k in ('subsidy', 'public_atp', 'obligatory_pension', 'tax', 'total')] if cost else ['', '', '', '', '']
    c += [million(purses[k]) for k in ('municipality', 'state')] if purses else ['', '']
    g, h = hour['gross']['shares'], hour['in_hand']['shares']
    print('|', ' | '.join([name, winners, losers, mean, *c, g['nothing_pct'], h['nothing_pct'], h['under_20_pct_pct'], hour['in_hand']['kept_pct']['deciles'][4]]), '|')
print('| reform | winners, pct. | losers, pct. | payout a month, mean kr. | subsidy | public ATP | obligatorisk pension | tax | cost in all | municipality, before tax | state, before tax | hour gives nothing before tax, pct. | in hand nothing, pct. | under 20 pct. | median kept, pct. |')
print('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|')
line('today', '', '', s['payout']['mean'], None, s['one_more_hour'])
for r in s['reforms']:
    line(f"`{r['id']}`", pct(r['winners']), pct(r['losers']), '+' * (float(r['payout_difference']['mean']) >= 0) + r['payout_difference']['mean'], r['cost_a_year'], r['one_more_hour'], r['purses_a_year'])
END
