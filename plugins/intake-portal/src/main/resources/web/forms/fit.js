/**
 * Lets the form fit what somebody chose it to be about, in place: the server draws it for that, as it does for who has no
 * scripts, and what differs is put here. What was typed is kept, also what is not asked at the moment.
 */
import { page } from './page.js';

const CHOICES = ['type', 'category'];

/** Looks after a form. */
export function fit(form) {
  const typed = new Map();
  const step = form.querySelector('[data-step]');
  let asked = null;
  step.hidden = true;

  form.addEventListener('input', ({ target }) => typed.set(target.name, target.value));
  form.addEventListener('change', async ({ target }) => {
    if (!CHOICES.includes(target.name)) return;
    asked?.abort();
    const mine = (asked = new AbortController());
    try {
      put(form, await page(`${form.action}?${chosen(form)}`, { signal: mine.signal }), typed);
      step.hidden = true;
    } catch (failure) {
      // The way without scripts is still there.
      if (failure.name !== 'AbortError') step.hidden = false;
    }
  });
}

const chosen = form => new URLSearchParams([...new FormData(form)].filter(([name]) => CHOICES.includes(name)));

function put(form, { document: drawn }, typed) {
  for (const place of form.querySelectorAll('[data-fitted]')) {
    const fitted = drawn.querySelector(`[data-fitted="${place.dataset.fitted}"]`);
    if (!fitted || fitted.isEqualNode(place)) continue;
    place.querySelectorAll('[name]').forEach(field => typed.set(field.name, field.value));
    place.replaceChildren(...fitted.childNodes);
    place.querySelectorAll('[name]').forEach(field => (field.value = typed.get(field.name) ?? field.value));
  }
}
