// What is known of a person whose hours may change, as it is typed, and the questions that it gives the library.

import { typed } from './words';

export interface Situation {
  year: string;
  hourlyWage: string;
  hours: string;
  intensity: string;
  ownPension: string;
  employerPension: string;
  /** Whether the ceiling is unknown, known, or built from its parts. */
  ceilingForm: 'unknown' | 'known' | 'parts';
  ceiling: string;
  ceilingHourly: string;
  ceilingSupplements: string;
  ceilingBonus: string;
  ceilingPension: string;
  municipality: string;
  church: boolean;
  children: string;
  singleParent: boolean;
  rent: string;
  /** Also without a job, on ledighedsydelse. */
  fromZero: boolean;
}

export const EXAMPLE: Situation = {
  year: '2026',
  hourlyWage: '185',
  hours: '15',
  intensity: '',
  ownPension: '4',
  employerPension: '8',
  ceilingForm: 'unknown',
  ceiling: '',
  ceilingHourly: '',
  ceilingSupplements: '',
  ceilingBonus: '',
  ceilingPension: '',
  municipality: '',
  church: false,
  children: '',
  singleParent: false,
  rent: '',
  fromZero: false,
};

/** The names of the facts in a link; they are the program's options. */
const NAMES: { [key in keyof Situation]: string } = {
  year: 'year',
  hourlyWage: 'hourly-wage',
  hours: 'hours',
  intensity: 'intensity',
  ownPension: 'own-pension',
  employerPension: 'employer-pension',
  ceilingForm: 'ceiling-form',
  ceiling: 'ceiling',
  ceilingHourly: 'ceiling-hourly',
  ceilingSupplements: 'ceiling-supplements',
  ceilingBonus: 'ceiling-bonus',
  ceilingPension: 'ceiling-pension',
  municipality: 'municipality',
  church: 'church',
  children: 'children',
  singleParent: 'single-parent',
  rent: 'rent',
  fromZero: 'from-zero',
};

/** The facts that differ from the example, for the fragment of a link. */
export function toLink(s: Situation, prefix = ''): URLSearchParams {
  const link = new URLSearchParams();
  for (const key of Object.keys(NAMES) as (keyof Situation)[])
    if (s[key] !== EXAMPLE[key]) link.set(prefix + NAMES[key], typeof s[key] === 'boolean' ? (s[key] ? '1' : '0') : String(s[key]));
  return link;
}

export function fromLink(link: URLSearchParams, prefix = '', begin: Situation = EXAMPLE): Situation {
  const s = { ...begin };
  const facts = s as unknown as Record<string, string | boolean>;
  for (const key of Object.keys(NAMES) as (keyof Situation)[]) {
    const value = link.get(prefix + NAMES[key])?.slice(0, 100);
    if (value === undefined) continue;
    if (typeof EXAMPLE[key] === 'boolean') facts[key] = value === '1';
    else if (key !== 'ceilingForm') facts[key] = value;
    else if (value === 'unknown' || value === 'known' || value === 'parts') s.ceilingForm = value;
  }
  return s;
}

/** A fact is left out when it is not known; it is never taken as zero. */
function fact(words: string[], option: string, value: string, mark = ''): void {
  const text = typed(value);
  if (text !== '') words.push(option, text + mark);
}

/** The words that say who it is about. */
export function whose(s: Situation): string[] {
  const words = ['--year', typed(s.year) || s.year, '--hourly-wage', typed(s.hourlyWage)];
  fact(words, '--own-pension', s.ownPension, '%');
  fact(words, '--employer-pension', s.employerPension, '%');
  if (s.ceilingForm === 'known') fact(words, '--ceiling', s.ceiling);
  if (s.ceilingForm === 'parts') {
    fact(words, '--ceiling-hourly', s.ceilingHourly);
    if (typed(s.ceilingHourly) !== '') {
      fact(words, '--ceiling-supplements', s.ceilingSupplements);
      fact(words, '--ceiling-bonus', s.ceilingBonus);
      fact(words, '--ceiling-pension', s.ceilingPension);
    }
  }
  const municipality = s.municipality.trim();
  if (municipality) words.push('--municipality', municipality);
  if (s.church) words.push('--church');
  fact(words, '--children', s.children);
  if (s.singleParent) words.push('--single-parent');
  fact(words, '--rent', s.rent);
  return words;
}

/** Of the hours at one intensity. */
export function present(s: Situation): string[] {
  const words: string[] = [];
  fact(words, '--intensity', s.intensity);
  return words;
}

/** The question of the whole curve. */
export const curve = (s: Situation): string[] => ['hours', ...whose(s), ...present(s), ...(s.fromZero ? ['--from', '0'] : [])];

/** The question of these hours and one more. */
export function oneMore(s: Situation): string[] {
  const hours = typed(s.hours);
  return ['hours', ...whose(s), ...present(s), '--from', hours, '--to', added(hours, 1)];
}

/** A decimal text and whole hours. What is no number stays as it is, and is refused where it is read. */
export function added(hours: string, more: number): string {
  const decimal = hours.replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(decimal)) return hours;
  const tenThousandths = BigInt(Math.round(Number(decimal) * 10000)) + BigInt(more * 10000);
  const text = tenThousandths.toString().padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`.replace(/\.?0+$/, '');
}

/** The question of a course, step by step: hours present at an intensity each. */
export interface Station {
  hours: string;
  intensity: string;
}
export function course(s: Situation, stations: readonly Station[]): string[] {
  const way = stations.map(({ hours, intensity }) => `${typed(hours)}${typed(intensity) ? `@${typed(intensity)}` : ''}`).join(';');
  return ['hours', ...whose(s), '--course', way];
}

export interface Row {
  hours: string;
  paid_hours?: string;
  hourly_wage: string;
  gross_pay: string;
  own_pension: string;
  employer_pension: string;
  wage_atp_own: string;
  fleksloentilskud: string;
  subsidy_atp_own: string;
  am_contribution: string;
  tax: string;
  housing_benefit: string;
  ledighedsydelse: string;
  ledighedsydelse_atp_own: string;
  in_hand: string;
  pension_saved: string;
  extra: Extra | null;
}
export interface Extra {
  gross_pay: string;
  employer_pension: string;
  added: string;
  given?: string;
  in_hand: string;
  pension_saved: string;
  taken: Record<string, string>;
  verdict: 'pays' | 'hardly' | 'no';
}
export interface Kink {
  hours: string;
  hours_decimal: string;
  cause: string;
  cause_in_words: string;
  rule: string;
  before: string;
  after: string;
  jump: string | null;
}
export interface Hours {
  fleks: { program: string; rates: string; format: number };
  year: number;
  municipality: string | null;
  municipal_tax: string;
  normal_wage_ceiling: string | null;
  ceiling_follows_wage: boolean;
  rows: Row[];
  kinks: Kink[];
  summary: { best_hours: string; zero_gain_ranges: { from: string; to: string }[]; no_gain_hourly_wage: string | null };
}
