/** A question before something that is not easily undone: resolves to whether the person wants it. */
import { html, nothing, render } from 'lit';
import { t } from '../text/index.js';

/**
 * @param title what would happen, as a question
 * @param text what follows from it: a text, or a template
 * @param yes the word for doing it
 * @param danger whether something is lost by it
 */
export function ask({ title, text, yes, danger = false }) {
  return new Promise(resolve => {
    const before = document.activeElement;
    const place = document.createElement('div');
    document.body.append(place);
    const end = wanted => {
      place.querySelector('dialog').close();
      place.remove();
      before?.focus?.();
      resolve(wanted);
    };
    render(html`<dialog class="ask" aria-labelledby="ask-title" @cancel=${event => { event.preventDefault(); end(false); }}>
      <header><h2 id="ask-title">${title}</h2></header>
      <div class="body">${typeof text === 'string' ? html`<p>${text}</p>` : text ?? nothing}
        <p class="actions"><button type="button" @click=${() => end(false)}>${t('app.cancel')}</button>
          <button type="button" class="primary ${danger ? 'danger' : ''}" @click=${() => end(true)}>${yes}</button></p></div></dialog>`, place);
    place.querySelector('dialog').showModal();
  });
}
