/**
 * Offers what may answer somebody already, below the field in which they type. It is the page of what is found that is asked, so
 * that nothing is found here that is not there; whoever opens an article keeps the form in its own tab.
 */
import { t } from '../text/index.js';
import { page } from './page.js';

const PAUSE = 500;
const SHORTEST = 4;
const SHOWN = 4;

/** Looks after a field. */
export function suggest(field) {
  const place = Object.assign(document.createElement('section'), { className: 'suggested', hidden: true });
  const title = Object.assign(document.createElement('p'), { className: 'hint' });
  let timer;
  let asked;
  title.setAttribute('role', 'status');
  place.append(title);
  (field.closest('.field') ?? field).after(place);

  field.addEventListener('input', () => {
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(look, PAUSE);
  });

  async function look() {
    const words = field.value.trim();
    const mine = (asked = new AbortController());
    const found = words.length < SHORTEST ? [] : await hits(words, mine.signal);
    if (!mine.signal.aborted) show(found);
  }

  function show(found) {
    place.querySelector('ul')?.remove();
    place.hidden = !found.length;
    title.textContent = found.length ? t('articles.suggested') : '';
    if (found.length) place.append(listOf(found));
  }
}

/** Who gets no answer asks without: nothing of the form depends on it. */
async function hits(words, signal) {
  try {
    const { document: drawn, status } = await page(`/articles?q=${encodeURIComponent(words)}`, { signal });
    return status < 400 ? [...drawn.querySelectorAll('[data-found] > li')].slice(0, SHOWN) : [];
  } catch {
    return [];
  }
}

function listOf(found) {
  const list = Object.assign(document.createElement('ul'), { className: 'found' });
  list.append(...found);
  list.querySelectorAll('a').forEach(link => Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' }));
  return list;
}
