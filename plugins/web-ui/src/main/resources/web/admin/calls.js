/** How calls to a plugin went, as the desk counted them since it started. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { t } from '../text/index.js';
import { duration, number, socketWords } from './names.js';

const failuresOf = calls => Object.values(calls?.failures ?? {}).reduce((sum, count) => sum + count, 0);

/** The state of what holds calls back that fail too often. */
export const breaker = state => html`<span class="condition" data-condition=${state === 'closed' ? 'well' : state === 'open' ? 'red' : 'yellow'}>${icon(state === 'closed' ? 'done' : 'overdue')}<span>${t(`breaker.${state}`, {}, state)}</span></span>`;

/** How many calls failed, and how. */
export function failures(calls) {
  const count = failuresOf(calls);
  if (!count) return html`<span class="quiet">0</span>`;
  const kinds = Object.entries(calls.failures).filter(([, times]) => times).map(([kind, times]) => `${t(`failure.${kind}`, {}, kind)}: ${number(times)}`).join(', ');
  return html`<span class="wrong">${number(count)}</span> <span class="quiet small">${kinds}</span>`;
}

/** A table of sockets that a plugin serves, each with its calls, and the latest failures below. */
export function callsOf(served) {
  const asked = served.filter(one => one.service.calls);
  if (!asked.length) return html`<p class="quiet">${t('calls.none')}</p>`;
  const last = asked.flatMap(one => one.service.calls.lastFailures.map(failure => ({ ...failure, socket: one.socket })))
    .sort((one, other) => other.at.localeCompare(one.at)).slice(0, 10);
  return html`<table class="figures"><thead><tr><th scope="col">${t('calls.socket')}</th><th scope="col" class="n">${t('calls.total')}</th><th scope="col">${t('calls.failures')}</th>
      <th scope="col" class="n">${t('calls.median')}</th><th scope="col" class="n">${t('calls.p99')}</th><th scope="col" class="n">${t('calls.longest')}</th><th scope="col">${t('calls.breaker')}</th></tr></thead>
    <tbody>${asked.map(({ socket, service: { calls } }) => html`<tr><th scope="row">${socketWords(socket)}<span class="quiet small">${socket}</span></th>
      <td class="n" data-label=${t('calls.total')}>${number(calls.total)}</td><td data-label=${t('calls.failures')}><span>${failures(calls)}</span></td>
      <td class="n" data-label=${t('calls.median')}>${duration(calls.latency.median)}</td><td class="n" data-label=${t('calls.p99')}>${duration(calls.latency.p99)}</td><td class="n" data-label=${t('calls.longest')}>${duration(calls.latency.longest)}</td>
      <td data-label=${t('calls.breaker')}><span>${breaker(calls.breaker)}${calls.hanging ? html` <span class="wrong small">${t('calls.hanging', { count: calls.hanging })}</span>` : nothing}</span></td></tr>`)}</tbody></table>
    ${last.length ? html`<h3>${t('calls.last')}</h3><ul class="last-failures">${last.map(failure => html`<li>${timeOf(failure.at)}<span><strong>${t(`failure.${failure.kind}`, {}, failure.kind)}</strong> <span class="quiet">${failure.socket}</span><br><span lang="en">${failure.message}</span></span></li>`)}</ul>` : nothing}`;
}
