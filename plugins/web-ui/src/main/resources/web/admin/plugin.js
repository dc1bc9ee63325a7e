/** One plugin: how it is, its settings, what it did, and changing it. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { callsOf } from './calls.js';
import { conditionBadge, conditionOf, conditionWords } from './condition.js';
import { deliveriesTable } from './deliveries-table.js';
import { desiredNotice } from './desired.js';
import { hintFor, reasonsOf } from './hints.js';
import { actorName, bytes, fingerprint, socketWords, version } from './names.js';
import { AdminPage, heading } from './page.js';
import { go } from './router.js';
import './install.js';
import './settings.js';
import './operation.js';
import './quarantine.js';

const PARTS = ['overview', 'settings', 'activity'];

class Plugin extends AdminPage {
  static properties = { plugin: {}, part: {}, busy: { state: true }, refused: { state: true } };

  right = 'plugin.read';
  rhythm = 10_000;

  constructor() {
    super();
    this.addEventListener('installed', () => this.refresh());
    this.addEventListener('deliveries-changed', () => this.refresh());
    this.addEventListener('settings-changed', () => this.refresh());
  }

  willUpdate(changed) {
    if (changed.get('plugin') !== undefined && changed.has('plugin')) {
      this.found = null;
      this.refused = null;
      this.refresh();
    }
  }

  async load() {
    const path = `/plugins/${encodeURIComponent(this.plugin)}`;
    const [plugin, health, { desired }, points, reactions] = await Promise.all([get(path), get(`${path}/health`), get('/plugins'),
      get('/extension-points').then(page => page.items), get('/reactions').then(page => page.items)]);
    return { plugin, health, desired, served: points.flatMap(point => point.services.filter(service => service.plugin === plugin.id).map(service => ({ ...point, service }))),
      reactions: reactions.filter(reaction => reaction.plugin === plugin.id) };
  }

  titled() {
    return this.found?.plugin.name ?? t('admin.place.plugins');
  }

  page() {
    const { plugin, health, desired } = this.found;
    const mayEdit = may('plugin.edit') && !desired;
    const part = PARTS.includes(this.part) ? this.part : 'overview';
    const back = { href: '/admin/plugins', label: t('plugin.back'), sign: icon('back') };
    return html`<div class="admin-page">
      ${heading(plugin.name, mayEdit ? this.ways(plugin) : nothing, back)}
      <nav class="tabs" aria-label=${plugin.name}>${PARTS.map(id => html`<a href="/admin/plugins/${plugin.id}/${id}" aria-current=${part === id ? 'page' : nothing}>${t(`plugin.part.${id}`)}${id === 'activity' && this.parked ? html` <span class="count-mark">${this.parked}</span>` : nothing}</a>`)}</nav>
      <div class="admin-scroll" tabindex="0">${desiredNotice(desired)}${this.refusal()}<sb-quarantine .plugin=${plugin}></sb-quarantine>${part === 'settings' ? html`<sb-settings .plugin=${plugin.id} .ruled=${Boolean(desired)}></sb-settings>`
        : part === 'activity' ? this.activity() : this.overview(plugin, health)}</div>
      ${mayEdit ? html`<sb-install .id=${plugin.id}></sb-install>` : nothing}</div>`;
  }

  get parked() {
    return this.found.reactions.reduce((sum, reaction) => sum + reaction.parked, 0);
  }

  ways(plugin) {
    const stopped = plugin.state === 'stopped';
    return html`
      <button type="button" ?disabled=${this.busy} @click=${() => this.change(stopped || plugin.state === 'failed' ? 'start' : 'stop')}>${icon(plugin.state === 'active' ? 'pause' : 'play')}<span>${t(plugin.state === 'active' ? 'plugin.stop' : stopped ? 'plugin.start' : 'plugin.try')}</span></button>
      <button type="button" ?disabled=${this.busy} @click=${() => this.querySelector('sb-install').choose()}>${icon('upload')}<span>${t('plugin.upgrade')}</span></button>
      <button type="button" ?disabled=${this.busy} @click=${() => this.change('rollback')}>${icon('undo')}<span>${t('plugin.rollback')}</span></button>
      <button type="button" class="risky" ?disabled=${this.busy} @click=${() => this.change('remove')}>${icon('discarded')}<span>${t('plugin.remove')}</span></button>`;
  }

  /** What was wanted and refused, with the way on. */
  refusal() {
    return this.refused ? html`<div class="verdict bad" role="alert">${icon('overdue')}<div><strong>${t(`plugin.refused.${this.refused.what}`)}</strong>
      ${this.refused.problem.offline ? html`<p>${t('admin.offline')}</p>` : html`<ul class="reasons">${reasonsOf(this.refused.problem).map(reason => html`<li><strong lang="en">${reason}</strong><span>${hintFor(reason)}</span></li>`)}</ul>`}</div>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => { this.refused = null; }}>${icon('close')}</button></div>` : nothing;
  }

  async change(what) {
    const { plugin } = this.found;
    const needsWord = ['stop', 'rollback', 'remove'].includes(what);
    if (needsWord && !await ask({ title: t(`plugin.${what}.ask`, { name: plugin.name }), text: this.consequence(what), yes: t(`plugin.${what}`), danger: what === 'remove' })) return;
    this.busy = true;
    this.refused = null;
    try {
      const path = `/plugins/${encodeURIComponent(plugin.id)}`;
      if (what === 'remove') {
        await call('DELETE', path);
        toast(t('plugin.removed', { name: plugin.name }));
        go('/plugins');
        return;
      }
      const { data } = await call('POST', `${path}/${what}`);
      toast(t(`plugin.done.${what}`, { name: plugin.name, version: version(data.version) }));
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = { what, problem };
    } finally {
      this.busy = false;
    }
  }

  /** What will be missing without it. */
  consequence(what) {
    const { plugin } = this.found;
    const own = plugin.sockets.filter(socket => socket !== 'PluginHealth');
    return html`<p>${t(`plugin.${what}.text`)}</p>${what !== 'rollback' && own.length ? html`<p>${t('plugin.without')}</p><ul class="bullets">${own.map(socket => html`<li>${socketWords(socket)}</li>`)}</ul>` : nothing}
      ${plugin.id === 'web-ui' && what !== 'rollback' ? html`<p class="notice bad">${t('plugin.without.web-ui')}</p>` : nothing}`;
  }

  overview(plugin, health) {
    const condition = conditionOf(plugin, health);
    const words = conditionWords(plugin, health);
    return html`<section class="panel condition-panel" data-condition=${condition}><h2>${conditionBadge(condition)}</h2>
        ${words.length ? html`<ul class="reasons">${words.map(word => html`<li>${word}</li>`)}</ul>` : html`<p class="quiet">${t(`condition.${condition}.text`)}</p>`}</section>
      <div class="columns"><section class="panel"><h2>${t('plugin.about')}</h2>
        ${plugin.description ? html`<p lang=${plugin.language}>${plugin.description}</p>` : nothing}
        <dl class="facts">
          <dt>${t('plugin.id')}</dt><dd><code>${plugin.id}</code></dd>
          <dt>${t('plugin.version')}</dt><dd><bdi>${version(plugin.version)}</bdi>${plugin.runningVersion && plugin.runningVersion !== plugin.version ? html` (${t('plugin.runs', { version: version(plugin.runningVersion) })})` : nothing}</dd>
          <dt>${t('plugin.vendor')}</dt><dd>${plugin.vendor ?? html`<span class="quiet">${t('plugin.no-vendor')}</span>`}${plugin.license ? html` <span class="quiet">· ${plugin.license}</span>` : nothing}</dd>
          <dt>${t('plugin.origin')}</dt><dd>${t(`plugin.origin.${plugin.origin}`)}</dd>
          <dt>${t('plugin.since')}</dt><dd>${timeOf(plugin.installedAt)}${plugin.installedBy ? html` <span class="quiet">${actorName(`person:${plugin.installedBy}`)}</span>` : nothing}</dd>
          <dt>${t('plugin.archive')}</dt><dd>${bytes(plugin.size)}, SHA-256 ${fingerprint(plugin.sha256)}</dd></dl></section>
      <section class="panel"><h2>${t('plugin.serves')}</h2><ul class="serves">${plugin.sockets.map(socket => html`<li><strong>${socketWords(socket)}</strong><span class="tag">${socket}</span></li>`)}</ul></section></div>`;
  }

  activity() {
    const { served, reactions } = this.found;
    return html`<section class="panel"><h2>${t('calls.title')}</h2><p class="quiet">${t('calls.text')}</p>${callsOf(served)}</section>
      <section class="panel"><h2>${t('admin.place.deliveries')}</h2>${reactions.length ? deliveriesTable(reactions, false) : html`<p class="quiet">${t('deliveries.none')}</p>`}</section>
      ${may('operation.read') ? html`<sb-operation .plugin=${this.found.plugin.id}></sb-operation>` : nothing}`;
  }
}
customElements.define('sb-plugin', Plugin);
