/** What installing a plugin would do, for a person to decide on. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { t } from '../text/index.js';
import { hintFor } from './hints.js';
import { fingerprint, socketWords, version } from './names.js';

const NOTES = [[/^is not signed/, null], [/^may call /, null], [/names no host in Switchboard-Outgoing-Hosts, so/, 'plan.note.calls-nobody'], [/native code/, 'plan.note.native'], [/does not name beforehand/, 'plan.note.dynamic']];

/** Each reason with what to do about it. */
export const reasonList = reasons => html`<ul class="reasons">${reasons.map(reason => html`<li><strong lang="en">${reason}</strong><span>${hintFor(reason)}</span></li>`)}</ul>`;

/** Shows a plan, as the API gives it. */
export const planView = plan => html`<div class="plan">
  ${plan.possible
    ? html`<div class="verdict good">${icon('done')}<div><strong>${t('plan.possible')}</strong><p>${t('plan.nothing-yet')}</p></div></div>`
    : html`<div class="verdict bad" role="alert">${icon('overdue')}<div><strong>${t('plan.refused', { count: plan.refusals.length })}</strong>${reasonList(plan.refusals)}<p>${t('plan.nothing-changed')}</p></div></div>`}
  <dl class="facts">
    ${fact('plan.does', html`<ul>${plan.sockets.map(socket => html`<li>${socketWords(socket)}${socketWords(socket) === socket ? nothing : html` <span class="tag">${socket}</span>`}</li>`)}</ul>`)}
    ${plan.possible ? fact('plan.happens', happens(plan)) : nothing}
    ${fact('plan.signature', signature(plan))}
    ${notes(plan)}
    ${fact('plan.needs', needs(plan.needs))}
    ${fact('plan.calls', calls(plan.outgoingHosts))}
    ${settings(plan)}
    ${plan.migrations.length ? fact('plan.migrations', html`<p>${t('plan.migrations.text')}</p><ul class="plain">${plan.migrations.map(step => html`<li><code>${step}</code></li>`)}</ul>`) : nothing}
  </dl></div>`;

const fact = (label, content) => html`<dt>${t(label)}</dt><dd>${content}</dd>`;

function happens(plan) {
  return html`<ul>
    <li>${plan.replaces ? t('plan.replaces', { from: version(plan.replaces), to: version(plan.version) }) : t('plan.new')}</li>
    ${plan.refreshes.length ? html`<li>${t('plan.refreshes', { count: plan.refreshes.length })} ${plan.refreshes.map((id, index) => html`${index ? ', ' : ''}<a href="/admin/plugins/${id}">${id}</a>`)}</li>` : nothing}
    <li>${t('plan.back')}</li></ul>`;
}

function signature({ signature: { signed, signer, fingerprint: print }, sha256, trust }) {
  return html`${signed
    ? html`<p>${icon('shield')} ${t('plan.signed')} <strong>${signer}</strong></p>`
    : html`<p>${t('plan.unsigned')}</p>`}${standing(trust)}
    <p class="quiet small">${t(signed ? 'plan.signed.text' : 'plan.unsigned.text')}</p>${fingerprint(signed ? print : sha256)}`;
}

/** What the signature comes to; whom the plugin is bound to is named where the archive is somebody else's. */
function standing({ standing: kind, trustedAs, boundTo, boundSigner }) {
  const others = boundTo && ['foreign', 'bound_anew', 'withdrawn'].includes(kind);
  return html`${kind === 'unsigned' ? nothing : html`<p>${t(`plan.trust.${kind}`, { name: trustedAs ?? '' })}</p>`}
    ${others ? html`<p>${t('plan.trust.bound-to')} <strong>${boundSigner}</strong></p>${fingerprint(boundTo)}` : nothing}`;
}

function notes(plan) {
  const said = plan.notes.map(note => NOTES.find(([pattern]) => pattern.test(note)) ?? [null, note])
    .filter(([, words]) => words).map(([pattern, words]) => pattern ? t(words) : words);
  return said.length ? fact('plan.notes', html`<ul>${said.map(note => html`<li>${note}</li>`)}</ul>`) : nothing;
}

function needs(all) {
  const missing = all.filter(need => !need.from.length && !need.optional);
  const rest = all.filter(need => !missing.includes(need));
  return html`${missing.length ? html`<ul class="needs missing">${missing.map(need => needRow(need))}</ul>` : nothing}
    ${rest.length ? html`<details><summary>${t(missing.length ? 'plan.needs.rest' : 'plan.needs.met', { count: rest.length })}</summary><ul class="needs">${rest.map(need => needRow(need))}</ul></details>` : nothing}
    ${all.length ? nothing : t('plan.needs.none')}`;
}

const needRow = need => html`<li><code>${need.name}</code>${need.versions ? html` <span class="quiet small" lang="en">${need.versions}</span>` : nothing}
  <span class="small ${need.from.length || need.optional ? 'quiet' : 'wrong'}">${need.from.length ? t('plan.needs.from', { from: need.from.join(', ') }) : t(need.optional ? 'plan.needs.optional' : 'plan.needs.missing')}</span>
  ${need.offers.map(offer => html`<p class="small">${t('plan.needs.offered', { plugin: offer.plugin, version: version(offer.version), site: offer.site })} <span class="quiet">${t('plan.needs.index')} ${timeOf(offer.indexBuiltAt)}</span> <a href="/admin/available">${t('admin.place.available')}</a></p>`)}</li>`;

/** Which hosts it calls; what the version before may not call is marked. */
function calls(hosts) {
  return hosts.length ? html`<ul class="plain">${hosts.map(({ declared, now, added }) => html`<li>${callee(declared, now)}${added ? html` <span class="tag changed">${t('plan.calls.added')}</span>` : nothing}</li>`)}</ul>` : t('plan.calls.none');
}

function callee(declared, now) {
  if (declared === '*') return html`<strong>${t('plan.calls.any')}</strong>`;
  if (!declared.startsWith('{')) return html`<code>${declared}</code>`;
  return html`${t('plan.calls.setting', { setting: declared.slice(1, -1) })} ${now.length ? now.map((host, index) => html`${index ? ', ' : ''}<code>${host}</code>`) : t('plan.calls.unset')}`;
}

function settings(plan) {
  const fields = Object.entries(plan.settings.properties ?? {});
  if (!fields.length) return fact('plan.settings', t('plan.settings.none'));
  return fact('plan.settings', html`${plan.unset.length ? html`<p class="unset">${icon('overdue')} ${t('plan.unset', { names: plan.unset.map(name => plan.settings.properties[name]?.title ?? name).join(', ') })}</p>` : nothing}
    <details><summary>${t('plan.settings.count', { count: fields.length })}</summary><ul>${fields.map(([, field]) => html`<li><strong lang=${plan.language}>${field.title}</strong>${field.description ? html` <span class="quiet small" lang=${plan.language}>${field.description}</span>` : nothing}</li>`)}</ul></details>`);
}
