/**
 * Sends a form with its files, shows how far it is, and lets it be given up. What the server answers is put in the place of the page;
 * a form that was refused keeps its files.
 */
import { t } from '../text/index.js';
import { files } from './files.js';
import { page } from './page.js';
import { put } from './put.js';
import { sizeOf } from './size.js';

/** Looks after a form that takes files. */
export function send(form, kept) {
  const chosen = files(form.querySelector('[data-files]'), kept);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (form.dataset.sending !== undefined) return;
    if (chosen.fits()) sendAll(form, event.submitter, chosen.all());
    else chosen.point();
  });
}

async function sendAll(form, submitter, all) {
  const giving = new AbortController();
  const bar = progress(all, () => giving.abort());
  const button = form.querySelector(':scope > button');
  form.dataset.sending = '';
  button.hidden = true;
  button.after(bar.element);
  bar.element.querySelector('button').focus();
  try {
    const answer = await page(form.action, { method: 'POST', body: bodyOf(form, submitter, all), signal: giving.signal, progress: bar.at });
    put(answer, all);
  } catch (failure) {
    delete form.dataset.sending;
    bar.element.remove();
    button.hidden = false;
    button.focus();
    say(form, button, failure.name === 'AbortError' ? t('files.given-up') : t('app.offline'));
  }
}

function bodyOf(form, submitter, all) {
  const body = new FormData(form);
  body.delete('file');
  if (submitter?.name) body.append(submitter.name, submitter.value);
  all.forEach(file => body.append('file', file));
  return body;
}

function progress(all, giveUp) {
  const size = all.reduce((sum, file) => sum + file.size, 0);
  const element = document.createElement('div');
  const bar = Object.assign(document.createElement('progress'), { max: 1 });
  const words = Object.assign(document.createElement('p'), { className: 'hint', textContent: t('files.sending') });
  const cancel = Object.assign(document.createElement('button'), { type: 'button', className: 'second', textContent: t('files.cancel') });
  element.className = 'sending';
  words.setAttribute('role', 'status');
  bar.setAttribute('aria-label', t('files.sending'));
  cancel.addEventListener('click', giveUp);
  element.append(bar, words, cancel);
  const at = ({ loaded, total }) => {
    bar.value = total ? loaded / total : 1;
    // What is told aloud changes once, when all is there: a running number would never stop talking.
    if (loaded >= total) words.textContent = t('files.waiting');
    else if (size) bar.setAttribute('aria-valuetext', t('files.sent', { sent: sizeOf(loaded), all: sizeOf(total) }));
  };
  return { element, at };
}

/** Says what became of it where the button is, and aloud. */
function say(form, button, text) {
  form.querySelector('.said')?.remove();
  const said = Object.assign(document.createElement('p'), { className: 'said fault', textContent: text });
  said.setAttribute('role', 'alert');
  button.before(said);
}
