/** Something that is shown once only, to be copied now. */
import { html, nothing, render } from 'lit';
import { icon } from '../kit/icons.js';
import { exactly } from '../kit/time.js';
import { t } from '../text/index.js';

/** Shows `value` until the reader says that they have it. */
export function oneTime({ title, text, value, until }) {
  return new Promise(resolve => {
    const before = document.activeElement;
    const place = document.createElement('div');
    document.body.append(place);
    const end = () => {
      place.querySelector('dialog').close();
      place.remove();
      before?.focus?.();
      resolve();
    };
    const copy = async event => {
      const button = event.currentTarget;
      const field = place.querySelector('input');
      field.select();
      try {
        await navigator.clipboard.writeText(value);
      } catch {
        document.execCommand('copy'); // on a plain address there is no clipboard to ask for
      }
      button.lastElementChild.textContent = t('once.copied');
    };
    render(html`<dialog class="ask" aria-labelledby="once-title" @cancel=${event => event.preventDefault()}><header><h2 id="once-title">${title}</h2></header>
      <div class="body"><p>${text}</p><div class="once"><input readonly aria-label=${title} .value=${value} @focus=${event => event.target.select()}>
        <button type="button" @click=${copy}>${icon('paperclip')}<span>${t('once.copy')}</span></button></div>
        ${until ? html`<p class="quiet small">${t('once.until', { time: exactly(until) })}</p>` : nothing}
        <p class="actions"><button type="button" class="primary" @click=${end}>${t('once.have')}</button></p></div></dialog>`, place);
    place.querySelector('dialog').showModal();
  });
}
