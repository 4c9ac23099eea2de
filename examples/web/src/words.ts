// Danish and English side by side, and numbers as people write them.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './engine';

export const LanguageContext = createContext<Language>('da');

export interface Say {
  (danish: string, english: string): string;
  language: Language;
  /** Kroner of a decimal text: 15.600,50 or 15,600.50. */
  kr(amount: string | number | null | undefined, decimals?: number): string;
  /** The same with its sign always before it. */
  change(amount: string | number, decimals?: number): string;
  number(value: string | number, most?: number): string;
  /** `2024-03`: marts 2024. */
  month(month: string): string;
  /** `2024-03-31`: 31. marts 2024. */
  date(date: string): string;
}

const MONTHS = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** Digits in groups, exactly as they stand: no number is made of them. */
function grouped(text: string, language: Language, decimals: number | undefined): string {
  const negative = text.startsWith('-');
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',');
  const shown = decimals === undefined ? part : part.padEnd(decimals, '0').slice(0, decimals);
  const point = language === 'da' ? ',' : '.';
  return (negative ? '\u2212' : '') + groups + (shown ? point + shown : '');
}

/** A decimal text rounded half up (away from zero) to whole kroner or øre, by its digits. */
export function rounded(text: string, decimals: number): string {
  const negative = text.startsWith('-');
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  if (part.length <= decimals) return text;
  let digits = BigInt(whole + part.slice(0, decimals));
  if ((part[decimals] ?? '0') >= '5') digits += 1n;
  const all = digits.toString().padStart(decimals + 1, '0');
  const out = decimals === 0 ? all : `${all.slice(0, -decimals)}.${all.slice(-decimals)}`;
  return (negative && digits !== 0n ? '-' : '') + out;
}

export function say(language: Language): Say {
  const pick = ((danish: string, english: string) => (language === 'da' ? danish : english)) as Say;
  const text = (value: string | number) => (typeof value === 'number' ? value.toFixed(2) : value);
  pick.language = language;
  pick.kr = (amount, decimals = 0) => {
    if (amount === null || amount === undefined) return '–';
    const number = grouped(rounded(text(amount), decimals), language, decimals);
    return language === 'da' ? `${number}\u00A0kr.` : `DKK\u00A0${number}`;
  };
  pick.change = (amount, decimals = 0) => {
    const shown = pick.kr(amount, decimals);
    return Number(amount) > 0 ? `+${shown}` : shown;
  };
  pick.number = (value, most = 4) => grouped(rounded(String(value), most), language, undefined);
  pick.month = (month) => {
    const [year, number] = month.split('-');
    return `${MONTHS[language][Number(number) - 1] ?? ''} ${year}`;
  };
  pick.date = (date) => {
    const [year, month, day] = date.split('-');
    return `${Number(day)}${language === 'da' ? '.' : ''} ${MONTHS[language][Number(month) - 1] ?? ''} ${year}`;
  };
  return pick;
}

export const useSay = (): Say => say(useContext(LanguageContext));

/** What a person typed, as the program reads it: without spaces, »kr.« and the like. 15.600 is fifteen thousand here.
 * What is no number is left as it is, for the program to refuse in words. */
export function typed(text: string): string {
  return text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/^(kr\.?|DKK)/i, '')
    .replace(/(kr\.?|,-|pct\.?|%|timer|t\.?|hours|DKK)$/i, '')
    .replace(/^\u2212/, '-')
    .replace(/^-?[1-9]\d{0,2}(\.\d{3})+$/, (thousands) => thousands.replaceAll('.', ''));
}
