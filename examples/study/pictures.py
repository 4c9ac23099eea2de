"""Pictures as SVG: whole hundredths of a point, Okabe and Ito's colours (told apart by the colour-blind and in grey), a sentence
for who cannot see them."""
from fractions import Fraction
from xml.sax.saxutils import escape

BLUE, ORANGE, GREEN, PURPLE, RED, YELLOW = '#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#F0E442'
OF_VERDICT = {'nothing': RED, 'little': YELLOW, 'more': BLUE}
WORD_OF = {'nothing': 'giver intet', 'little': 'under 20 pct. af lønnen', 'more': '20 pct. af lønnen eller mere'}
PROPOSAL_NAMES = {'today': 'i dag', '1-always-pays': '1. hver time betaler sig', '2-fixed-by-hours': '2. fast efter timer',
                  '3-central-ceilings': '3. centrale lønlofter', '4-holiday-on-subsidy': '4. ferie på tilskud',
                  '5-same-offsets': '5. samme fradrag'}
FAMILY_NAMES = {'alone': 'alene', 'tenant': 'alene til leje, boligsikring', 'parent': 'enlig med to børn, leje og daginstitution'}
DASHES = ('', '8 4', '2 3', '10 3 2 3', '14 5')


def place(value):
    """A place on paper with two decimals, exactly rounded."""
    hundredths = (2 * Fraction(value) * 100 + 1) // 2
    return f'{"-" if hundredths < 0 else ""}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}'


class Picture:
    def __init__(self, width, height, title, description):
        self.width, self.height = width, height
        self.parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" lang="da" '
                      f'font-family="Liberation Sans, Arial, Helvetica, sans-serif">',
                      f'<title>{escape(title)}</title>', f'<desc>{escape(description)}</desc>',
                      f'<rect width="{width}" height="{height}" fill="#ffffff"/>']
        self.text(20, 26, title, size=16, bold=True)

    def text(self, x, y, words, size=12, anchor='start', bold=False, fill='#222222', turned=False):
        turn = f' transform="rotate(-90 {place(x)} {place(y)})"' if turned else ''
        weight = ' font-weight="bold"' if bold else ''
        self.parts.append(f'<text x="{place(x)}" y="{place(y)}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"{weight}{turn}>{escape(words)}</text>')

    def rect(self, x, y, width, height, fill):
        self.parts.append(f'<rect x="{place(x)}" y="{place(y)}" width="{place(width)}" height="{place(height)}" fill="{fill}" stroke="#ffffff" stroke-width="0.5"/>')

    def path(self, points, colour, dash='', width='2'):
        d = ' '.join(f'{"M" if i == 0 else "L"}{place(x)} {place(y)}' for i, (x, y) in enumerate(points))
        dashed = f' stroke-dasharray="{dash}"' if dash else ''
        self.parts.append(f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>')

    def line(self, x1, y1, x2, y2, colour='#cccccc'):
        self.path([(x1, y1), (x2, y2)], colour, width='0.7')

    def legend(self, x, y, entries):
        for fill, words in entries:
            self.rect(x, y - 11, 16, 12, fill)
            self.text(x + 21, y, words)
            x += 40 + 7 * len(words)

    def done(self):
        return '\n'.join(self.parts + ['</svg>']) + '\n'


def grid(shares, wages, hours, verdict, number):
    """What is kept of one more hour, by wage and hours."""
    left, top, wide, high = 90, 70, 22, 30
    counted = {name: sum(verdict(share) == name for share in shares.values()) for name in WORD_OF}
    picture = Picture(left + wide * len(hours) + 30, top + high * len(wages) + 70, 'Hvad én time mere om ugen giver i hånden, pct. af timens løn, 2026',
                      '; '.join(f'{WORD_OF[name]}: {count} af {len(shares)} felter' for name, count in counted.items()) + '. Tallet i hvert felt er procenten.')
    picture.legend(left, 54, [(OF_VERDICT[name], WORD_OF[name]) for name in WORD_OF])
    for row, wage in enumerate(reversed(wages)):
        y = top + high * row
        picture.text(left - 8, y + 19, f'{wage}', anchor='end')
        for column, hour in enumerate(hours):
            name = verdict(shares[wage, hour])
            picture.rect(left + wide * column, y, wide, high, OF_VERDICT[name])
            picture.text(left + wide * column + Fraction(wide, 2), y + 19, number(100 * shares[wage, hour]), size=10, anchor='middle',
                         fill='#222222' if name == 'little' else '#ffffff')
    bottom = top + high * len(wages)
    for column, hour in enumerate(hours):
        picture.text(left + wide * column + Fraction(wide, 2), bottom + 16, str(hour), size=10, anchor='middle')
    picture.text(left + Fraction(wide * len(hours), 2), bottom + 42, 'timer om ugen, før den ene time mere', anchor='middle')
    picture.text(26, top + Fraction(high * len(wages), 2), 'timeløn, kr.', anchor='middle', turned=True)
    return picture.done()


def lines(series):
    """From how many hours one more gives nothing, by year: a line a wage."""
    left, right, top, bottom = 70, 640, 60, 380
    x = lambda year: left + Fraction((year - 2013) * (right - left), 13)
    y = lambda hours: bottom - Fraction(hours * (bottom - top), 37)
    picture = Picture(780, 440, 'Fra hvor mange timer én time mere ikke giver noget', 'Ved samme timeløn i kroner nås det ved færre timer for hvert år.')
    for hours in range(0, 38, 5):
        picture.line(left, y(hours), right, y(hours))
        picture.text(left - 8, y(hours) + 4, str(hours), anchor='end')
    for year in range(2013, 2027):
        picture.text(x(year), bottom + 18, str(year), size=10, anchor='middle')
    for (wage, points), colour, dash in zip(series.items(), (RED, ORANGE, GREEN, BLUE, PURPLE), DASHES):
        known = [(x(year), y(37 if hours is None else hours)) for year, hours in points]
        picture.path(known, colour, dash)
        picture.text(right + 10, known[-1][1] + 4, f'{wage} kr. i timen', fill=colour, bold=True)
    picture.text(left + Fraction(right - left, 2), bottom + 42, 'år (37 timer: hver time op til fuld tid giver noget)', anchor='middle')
    picture.text(22, top + Fraction(bottom - top, 2), 'timer om ugen', anchor='middle', turned=True)
    return picture.done()


def budget(series, number):
    """In hand a month by hours, a line a family."""
    left, right, top, bottom = 90, 640, 60, 380
    values = [value for points in series.values() for _, value in points]
    low, high = min(values) // 2000 * 2000, -(-max(values) // 2000) * 2000
    x = lambda hours: left + Fraction((hours - 1) * (right - left), 36)
    y = lambda kroner: bottom - (kroner - low) * (bottom - top) / (high - low)
    picture = Picture(700, 480, 'I hånden om måneden ved 160 kr. i timen, 2026', 'Hvor linjen er vandret, giver flere timer ikke mere.')
    for kroner in range(int(low), int(high) + 1, 2000):
        picture.line(left, y(kroner), right, y(kroner))
        picture.text(left - 8, y(kroner) + 4, number(Fraction(kroner)), anchor='end')
    for hours in (1, *range(5, 38, 5), 37):
        picture.text(x(hours), bottom + 18, str(hours), size=10, anchor='middle')
    for row, ((family, points), colour, dash) in enumerate(zip(series.items(), (BLUE, ORANGE, GREEN), DASHES)):
        picture.path([(x(hours), y(value)) for hours, value in points], colour, dash)
        at = left + (0, 110, 330)[row]
        picture.path([(at, bottom + 72), (at + 30, bottom + 72)], colour, dash)
        picture.text(at + 36, bottom + 76, FAMILY_NAMES[family])
    picture.text(left + Fraction(right - left, 2), bottom + 42, 'timer om ugen', anchor='middle')
    picture.text(22, top + Fraction(bottom - top, 2), 'kr. om måneden', anchor='middle', turned=True)
    return picture.done()


def bars(rows, number):
    """Shares of a synthetic population by what an hour more gives, a bar a proposal."""
    left, right, top, high = 190, 680, 70, 36
    x = lambda pct: left + Fraction(pct * (right - left), 100)
    picture = Picture(720, top + high * len(rows) + 60, 'Hvor mange én time mere betaler sig for, 2026',
                      '; '.join(f'{PROPOSAL_NAMES[row["proposal"]]}: giver intet for {number(row["nothing"], 1)} pct.' for row in rows) + '. Syntetisk befolkning.')
    picture.legend(left, 54, [(OF_VERDICT[name], WORD_OF[name]) for name in WORD_OF])
    for index, row in enumerate(rows):
        y, from_pct = top + high * index, Fraction()
        picture.text(left - 8, y + 20, PROPOSAL_NAMES[row['proposal']], anchor='end')
        for name in WORD_OF:
            to = from_pct + row[name]
            picture.rect(x(from_pct), y, x(to) - x(from_pct), high - 8, OF_VERDICT[name])
            if row[name] >= 5:
                picture.text((x(from_pct) + x(to)) / 2, y + 19, number(row[name], 1), anchor='middle', fill='#222222' if name == 'little' else '#ffffff')
            from_pct = to
    bottom = top + high * len(rows)
    for pct in range(0, 101, 20):
        picture.text(x(pct), bottom + 12, str(pct), size=10, anchor='middle')
    picture.text(left + Fraction(right - left, 2), bottom + 36, 'pct. af månederne i en syntetisk befolkning (ingen virkelige personer)', anchor='middle')
    return picture.done()
