/** The latest sets of installed plugins: who changed what, what differs from now, and the way back. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { desiredNotice } from './desired.js';
import { reasonsOf } from './hints.js';
import { actorName, version } from './names.js';
import { AdminPage, heading } from './page.js';
import { reasonList } from './plan.js';
import { go, place } from './router.js';

class Snapshots extends AdminPage {
  static properties = { number: {}, comparison: { state: true }, refused: { state: true }, busy: { state: true } };

  right = 'plugin.read';

  connectedCallback() {
    super.connectedCallback();
    this.follow(place, 'change', () => this.compare());
  }

  load = async () => {
    const [snapshots, { desired }] = await Promise.all([get('/plugins/snapshots'), get('/plugins')]);
    this.compare();
    return { items: snapshots.items, desired };
  };

  titled = () => t('admin.place.snapshots');

  /** With which other set the chosen one is compared: a number, or what is there now. */
  get other() {
    return place.query.get('with');
  }

  async compare() {
    const { id } = place;
    this.comparison = null;
    if (place.page !== 'snapshots' || !id) return;
    this.refused = null;
    try {
      const found = await get(`/plugins/snapshots/${id}/comparison${this.other ? `?with=${encodeURIComponent(this.other)}` : ''}`);
      if (id === place.id) this.comparison = found;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.comparison = { problem };
    }
  }

  page() {
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('snapshots.text')}</p>${desiredNotice(this.found.desired)}
      <ol class="snapshots">${this.found.items.map((snapshot, index) => this.row(snapshot, index))}</ol></div></div>`;
  }

  row(snapshot, index) {
    const open = String(snapshot.number) === this.number;
    return html`<li class="card snapshot" aria-current=${open ? 'true' : nothing}><div class="what">
        <h2><a href=${open ? '/admin/snapshots' : `/admin/snapshots/${snapshot.number}`} aria-expanded=${open}>${this.cause(snapshot)}</a>${index ? nothing : html` <span class="tag now">${t('snapshots.now')}</span>`}</h2>
        <p class="quiet small">${timeOf(snapshot.madeAt)} · ${actorName(snapshot.actor)} · ${t('snapshots.number', { number: snapshot.number })}</p></div>
      ${open ? this.detail(snapshot, index) : nothing}</li>`;
  }

  cause({ cause, plugin }) {
    return t(`snapshots.cause.${cause}${plugin ? '' : '.several'}`, { plugin }, `${cause} ${plugin ?? ''}`);
  }

  detail(snapshot, index) {
    const { comparison } = this;
    return html`<div class="detail">
      <div class="compare-with"><label for="snapshot-other">${t('snapshots.compare')}</label>
        <select id="snapshot-other" @change=${event => go(`/snapshots/${snapshot.number}${event.target.value ? `?with=${event.target.value}` : ''}`, { instead: true })}>
          <option value="" ?selected=${!this.other}>${t('snapshots.with-now')}</option>
          ${this.found.items.filter(one => one.number !== snapshot.number).map(one => html`<option value=${one.number} ?selected=${String(one.number) === this.other}>${t('snapshots.number', { number: one.number })}: ${this.cause(one)}</option>`)}</select></div>
      ${comparison ? comparison.problem ? html`<p class="notice bad" role="alert">${comparison.problem.detail || comparison.problem.message}</p>` : difference(comparison) : html`<p class="quiet" role="status">${t('app.loading')}</p>`}
      ${this.refused ? html`<div class="verdict bad" role="alert">${icon('overdue')}<div><strong>${t('snapshots.refused')}</strong>${reasonList(reasonsOf(this.refused))}<p>${t('install.as-before')}</p></div></div>` : nothing}
      ${index && may('plugin.edit') && !this.found.desired && !this.other ? html`<p class="actions"><button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.restore(snapshot)}>${icon('undo')}${t(this.busy ? 'snapshots.restoring' : 'snapshots.restore')}</button></p>` : nothing}</div>`;
  }

  async restore(snapshot) {
    const back = { added: this.comparison?.removed ?? [], removed: this.comparison?.added ?? [], changed: (this.comparison?.changed ?? []).map(({ before, after }) => ({ before: after, after: before })) };
    const text = html`<p>${t('snapshots.restore.text')}</p>${difference(back)}`;
    if (!await ask({ title: t('snapshots.restore.ask', { number: snapshot.number }), text, yes: t('snapshots.restore') })) return;
    this.busy = true;
    this.refused = null;
    try {
      await call('POST', `/plugins/snapshots/${snapshot.number}/restore`);
      toast(t('snapshots.restored'));
      go('/snapshots');
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('sb-snapshots', Snapshots);

/** In what a later set is another than an earlier one. */
const difference = ({ added, removed, changed }) => added.length + removed.length + changed.length
  ? html`<ul class="difference">
    ${added.map(one => line('added', 'plus', one, version(one.version), one))}
    ${removed.map(one => line('removed', 'discarded', one, version(one.version), one))}
    ${changed.map(({ before, after }) => line('changed', 'sort', after, turned(before, after), before))}</ul>`
  : html`<p class="quiet">${t('snapshots.same')}</p>`;

const line = (kind, sign, one, what, before) => html`<li data-kind=${kind}>${icon(sign)}<span class="kind">${t(`snapshots.${kind}`)}</span>
  <div><span>${one.name} <span class="quiet">${what}</span></span>${calls(before.outgoingHosts, one.outgoingHosts)}</div></li>`;

/** Which hosts a plugin names, those marked that it did not name before, or names no longer; null where nobody knows any more. */
function calls(before, now) {
  if (!now) return nothing;
  const more = before ? now.filter(host => !before.includes(host)) : [];
  const gone = before ? before.filter(host => !now.includes(host)) : [];
  const all = [...now, ...gone];
  if (!all.length) return html`<p class="quiet small">${t('snapshots.calls.none')}</p>`;
  const mark = host => more.includes(host) ? tag('more') : gone.includes(host) ? tag('gone') : nothing;
  return html`<div class="calls small"><span class="quiet">${t('snapshots.calls')}</span><ul>${all.map(host => html`<li>${callee(host)} ${mark(host)}</li>`)}</ul></div>`;
}

const tag = kind => html`<span class="tag ${kind === 'more' ? 'changed' : ''}">${t(`snapshots.calls.${kind}`)}</span>`;

function callee(host) {
  if (host === '*') return html`<strong>${t('snapshots.calls.any')}</strong>`;
  return host.startsWith('{') ? t('snapshots.calls.setting', { setting: host.slice(1, -1) }) : html`<code>${host}</code>`;
}

function turned(before, after) {
  if (before.version !== after.version) return `${version(before.version)} → ${version(after.version)}`;
  if (before.enabled !== after.enabled) return t(after.enabled ? 'snapshots.enabled' : 'snapshots.disabled');
  return t('snapshots.other-content', { version: version(after.version) });
}
