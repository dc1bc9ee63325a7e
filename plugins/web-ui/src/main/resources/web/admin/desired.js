/** That a file on the server's machine says which plugins are installed, so that they cannot be changed here. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { t } from '../text/index.js';

/** Says so, and what became of the file; shows nothing where there is none. */
export function desiredNotice(desired) {
  if (!desired) return nothing;
  const { file, state, reasons, at } = desired;
  return html`<section class="notice desired ${state === 'refused' ? 'bad' : ''}" role="status">${icon(state === 'refused' ? 'overdue' : 'lock')}<div>
    <strong>${t('desired.rules')}</strong><p>${t('desired.rules.text')} <code>${file}</code></p>
    <p>${t(`desired.${state}`)}${at ? html` <span class="quiet small">${timeOf(at)}</span>` : nothing}</p>
    ${reasons.length ? html`<ul>${reasons.map(why => html`<li lang="en">${why}</li>`)}</ul>` : nothing}</div></section>`;
}
