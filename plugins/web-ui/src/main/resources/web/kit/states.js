/** What stands where something is not: not yet, not at all, or not today. */
import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { t } from '../text/index.js';

/** A refusal or a failure, with the way on. */
export function problemNotice(problem, retry) {
  if (problem.status === 404) return emptyState('search', t('app.not-found'), t('app.not-found.text'));
  const reference = String(problem.body?.instance ?? '').split(':').at(-1);
  return html`<div class="state" role="alert">
    <span class="state-sign">${icon(problem.offline ? 'offline' : 'overdue')}</span>
    <h2>${problem.offline ? t('app.failed') : problem.message}</h2>
    <p>${problem.offline ? t('app.offline') : problem.detail}</p>
    ${retry ? html`<button type="button" @click=${retry}>${t('app.retry')}</button>` : nothing}
    ${reference ? html`<p class="quiet small">${t('app.failed.reference', { reference })}</p>` : nothing}
  </div>`;
}

/** An empty place that says why, and what comes here. */
export const emptyState = (sign, title, text, action = nothing) => html`<div class="state">
  <span class="state-sign">${icon(sign)}</span><h2>${title}</h2><p>${text}</p>${action}</div>`;

/** Grey rows while the first answer is awaited. */
export const skeletonRows = (count = 12) => html`<div class="skeleton" role="status"><span class="only-read">${t('app.loading')}</span>
  ${Array.from({ length: count }, (_, index) => html`<div class="skeleton-row" aria-hidden="true" data-width=${index % 4}><i></i><i></i><i></i></div>`)}</div>`;
