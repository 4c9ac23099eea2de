// The page: four views, their facts, and the link that holds them.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Language, version } from './engine';
import { HourView } from './HourView';
import { MONTH_EXAMPLE, type MonthFacts, MonthView } from './MonthView';
import { OfficerView } from './OfficerView';
import { type Situation, type Station, fromLink, toLink } from './situation';
import { TalkView } from './TalkView';
import { LanguageContext, say as sayIn } from './words';

const VIEWS = ['time', 'maaned', 'sag', 'samtale'] as const;
type View = (typeof VIEWS)[number];

interface State {
  view: View;
  language: Language;
  s: Situation;
  offer: Situation | undefined;
  stations: Station[];
  month: MonthFacts;
}

const COURSE: Station[] = [{ hours: '9', intensity: '75' }, { hours: '12', intensity: '85' }];

/** `#time?hourly-wage=200`: the facts stand behind the mark that no server is sent. */
function read(fragment: string): State {
  const [view = '', query = ''] = fragment.replace(/^#/, '').split('?', 2);
  const link = new URLSearchParams(query);
  const month: MonthFacts = { ...MONTH_EXAMPLE };
  for (const key of Object.keys(month) as (keyof MonthFacts)[]) {
    const value = link.get(`m.${key}`)?.slice(0, 100);
    if (value === undefined) continue;
    if (key !== 'form') month[key] = value;
    else if (value === 'am-income' || value === 'monthly-wage' || value === 'hourly-wage') month.form = value;
  }
  const stations = link.get('course')?.slice(0, 300).split(';').slice(0, 12).map((each) => {
    const [hours = '', intensity = ''] = each.split('@');
    return { hours, intensity };
  });
  const s = fromLink(link);
  return {
    view: (VIEWS as readonly string[]).includes(view) ? (view as View) : 'time',
    language: link.get('lang') === 'en' ? 'en' : 'da',
    s,
    offer: link.get('offer') === '1' ? fromLink(link, 'o.', s) : undefined,
    stations: stations ?? COURSE,
    month,
  };
}

function written(state: State): string {
  const link = toLink(state.s);
  if (state.language === 'en') link.set('lang', 'en');
  if (state.offer) {
    link.set('offer', '1');
    for (const [name, value] of toLink(state.offer, 'o.')) link.set(name, value);
    // What the offer has as the example and now has not must be said too.
    for (const [name] of toLink(state.s)) {
      const key = `o.${name}`;
      if (!link.has(key)) link.set(key, toLinkValue(state.offer, name));
    }
  }
  const course = state.stations.map(({ hours, intensity }) => `${hours}@${intensity}`).join(';');
  if (course !== COURSE.map(({ hours, intensity }) => `${hours}@${intensity}`).join(';')) link.set('course', course);
  for (const key of Object.keys(MONTH_EXAMPLE) as (keyof MonthFacts)[]) if (state.month[key] !== MONTH_EXAMPLE[key]) link.set(`m.${key}`, state.month[key]);
  const query = link.toString();
  return `#${state.view}${query ? `?${query}` : ''}`;
}

/** A fact of the offer that is that of the example, and so not in its own link. */
function toLinkValue(s: Situation, name: string): string {
  const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof Situation;
  const value = s[key];
  return typeof value === 'boolean' ? (value ? '1' : '0') : value;
}

export function App() {
  const [state, setState] = useState<State>(() => read(location.hash));
  const change = (part: Partial<State>) => setState((old) => ({ ...old, ...part }));
  const own = useRef(location.hash);
  useEffect(() => {
    own.current = written(state);
    if (location.hash !== own.current) history.replaceState(null, '', own.current);
    document.documentElement.lang = state.language;
  }, [state]);
  useEffect(() => {
    const changed = () => { if (location.hash !== own.current) setState(read(location.hash)); };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const say = useMemo(() => sayIn(state.language), [state.language]);
  const municipalities = useMemo(namesOfMunicipalities, []);
  const { program, rates } = useMemo(version, []);
  const names: Record<View, string> = {
    time: say('En time', 'An hour'), maaned: say('Denne måned', 'This month'), sag: say('Sagsbehandler', 'The officer'), samtale: say('Samtalen', 'The conversation'),
  };
  useEffect(() => {
    document.title = state.view === 'time' ? say('Hvad er en time værd? – fleks', 'What is an hour worth? – fleks') : `${names[state.view]} – fleks`;
  }, [state.view, state.language]);
  const link = () => location.href.split('#')[0] + written(state);

  return (
    <LanguageContext.Provider value={state.language}>
      <a class="skip" href="#indhold" onClick={(event) => { event.preventDefault(); document.getElementById('indhold')?.focus(); }}>{say('Gå til indholdet', 'Go to the content')}</a>
      <header class="top">
        <span class="brand">fleks</span>
        <nav aria-label={say('Sider', 'Pages')}>
          {VIEWS.map((view) => (
            <a key={view} href={`#${view}`} aria-current={view === state.view ? 'page' : undefined}
              onClick={(event) => { event.preventDefault(); change({ view }); window.scrollTo(0, 0); }}>{names[view]}</a>
          ))}
        </nav>
        <button type="button" class="language" lang={state.language === 'da' ? 'en' : 'da'} onClick={() => change({ language: state.language === 'da' ? 'en' : 'da' })}>
          {state.language === 'da' ? 'English' : 'Dansk'}
        </button>
      </header>
      <main id="indhold" tabIndex={-1}>
        {state.view === 'time' && (
          <HourView s={state.s} set={(part) => setState((old) => ({ ...old, s: { ...old.s, ...part } }))} offer={state.offer} setOffer={(offer) => change({ offer })}
            stations={state.stations} setStations={(stations) => change({ stations })} municipalities={municipalities} link={link} />
        )}
        {state.view === 'maaned' && <MonthView facts={state.month} set={(part) => setState((old) => ({ ...old, month: { ...old.month, ...part } }))} municipalities={municipalities} link={link} />}
        {state.view === 'sag' && <OfficerView />}
        {state.view === 'samtale' && <TalkView s={state.s} stations={state.stations} goTo={() => change({ view: 'time' })} />}
      </main>
      <footer class="bottom">
        <p>{say('Vejledende: rigtigt, når tallene er rigtige. Kommunen afgør din sag.', 'Indicative: right when the figures are. The municipality decides your case.')}</p>
        <p>{say(`Regnet af fleks ${program}, satser ${rates}. Intet sendes: siden regner på din maskine.`,
          `Computed by fleks ${program}, rates ${rates}. Nothing is sent: the page computes on your machine.`)}</p>
      </footer>
    </LanguageContext.Provider>
  );
}

/** All 98, for the list of the field. */
function namesOfMunicipalities(): string[] {
  return __MUNICIPALITIES__;
}
