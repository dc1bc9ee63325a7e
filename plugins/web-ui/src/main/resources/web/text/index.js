/** The words of the pages, in the reader's language. */
import { en as english } from './en.js';
import { en as englishDesk } from './desk-en.js';
import { en as englishList } from './list-en.js';
import { en as englishTalk } from './talk-en.js';
import { en as englishWork } from './work-en.js';

/** What all pages say, and what those of an area do. */
const en = { ...english, ...englishDesk, ...englishList, ...englishTalk, ...englishWork };
const CATALOGUES = { en, de: {} };
/** Those that are read when somebody wants them. */
const UNREAD = { de: () => import('./german.js') };

/** Adds the texts of an area that not every page has, by language. */
export function learn(more) {
  Object.entries(more).forEach(([id, texts]) => Object.assign(CATALOGUES[id], texts));
}

/** The language that is shown; an event `change` whenever it turns. */
export const language = Object.assign(new EventTarget(), { id: 'en' });

/** The languages that there are. */
export const LANGUAGES = [['en', 'English'], ['de', 'Deutsch']];

let asking = 0;

/** Shows a language, once its texts are there: the wanted one, or the best of those that the browser names. */
export async function speak(wanted) {
  const asked = [wanted, ...navigator.languages].filter(Boolean).map(tag => tag.slice(0, 2).toLowerCase());
  const id = asked.find(one => CATALOGUES[one]) ?? 'en';
  const turn = ++asking;
  if (UNREAD[id]) {
    const texts = await UNREAD[id]();
    learn({ [id]: texts.all });
    delete UNREAD[id];
  }
  // Somebody may have asked for another one meanwhile.
  if (turn !== asking) return;
  language.id = id;
  document.documentElement.lang = id;
  language.dispatchEvent(new Event('change'));
}

/** Returns a text with its `{places}` filled in; one that depends on a number has forms such as `{one, other}`. */
export function t(key, values = {}, fallback = key) {
  const found = CATALOGUES[language.id][key] ?? en[key] ?? fallback;
  const text = typeof found === 'string' ? found
    : found[new Intl.PluralRules(language.id).select(values.count)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
