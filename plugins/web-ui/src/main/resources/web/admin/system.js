/** How the server is, whether it sends anything, and a copy of everything to keep. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { bytes, duration, number } from './names.js';
import { AdminPage, heading, refusal } from './page.js';

/** Sums up the samples of each name of a text in the format of Prometheus. */
function samples(text) {
  const sums = new Map();
  for (const line of text.split('\n')) {
    const found = /^([a-z_0-9]+)(?:\{[^}]*\})?\s+(\S+)$/.exec(line);
    if (found && Number.isFinite(Number(found[2]))) sums.set(found[1], (sums.get(found[1]) ?? 0) + Number(found[2]));
  }
  return sums;
}

class System extends AdminPage {
  static properties = { refused: { state: true }, saving: { state: true } };

  right = 'operation.read';
  rhythm = 10_000;

  async load() {
    const [server, hold, ready, figures] = await Promise.all([get('/'), get('/delivery-hold'), this.text('/health/ready'), this.text('/metrics')]);
    return { server, hold, ready: JSON.parse(ready.body || '{}'), well: ready.ok, figures: samples(figures.ok ? figures.body : '') };
  }

  /** What stands outside of the API. */
  async text(path) {
    try {
      const response = await fetch(path, { cache: 'no-store', credentials: 'same-origin' });
      return { ok: response.ok, body: await response.text() };
    } catch {
      throw new Problem(0);
    }
  }

  titled = () => t('admin.place.system');

  page() {
    const { server, hold, ready, well, figures } = this.found;
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0">${refusal(this.refused)}
      <section class="panel condition-panel" data-condition=${well ? 'well' : 'red'}><h2><span class="condition" data-condition=${well ? 'well' : 'red'}>${icon(well ? 'done' : 'overdue')}<span>${t(well ? 'system.well' : 'system.not-ready')}</span></span></h2>
        <p class="quiet">${ready.detail ?? ready.reason ?? t('system.version', { version: server.version, time: this.upTime(figures.get('process_uptime_seconds') ?? 0) })}</p></section>
      ${hold.held ? html`<section class="panel condition-panel" data-condition="yellow"><h2>${t('system.held')}</h2><p class="quiet">${t('system.held.text')}</p>
        ${may('operation.run') ? html`<button type="button" @click=${() => this.release()}>${icon('send')}${t('system.release')}</button>` : nothing}</section>` : nothing}
      <div class="tiles">${this.tiles(figures).map(([label, value, bad]) => html`<div class="tile"><span class="quiet">${t(label)}</span><strong class=${bad ? 'wrong' : ''}>${value}</strong></div>`)}</div>
      <section class="panel"><h2>${icon('download')}${t('system.backup')}</h2><p class="quiet">${t('system.backup.text')}</p>
        ${may('operation.run') ? html`<p><button type="button" class="primary" ?disabled=${this.saving} @click=${() => this.backUp()}>${t(this.saving ? 'system.backing-up' : 'system.back-up')}</button></p>` : nothing}</section></div></div>`;
  }

  upTime(seconds) {
    const hours = Math.floor(seconds / 3600);
    return hours >= 48 ? t('system.days', { count: Math.floor(hours / 24) }) : hours ? t('system.hours', { count: hours }) : t('system.minutes', { count: Math.floor(seconds / 60) });
  }

  /** What tells whether the server keeps up: names, values, and whether one should look. */
  tiles(figures) {
    const at = name => figures.get(name) ?? 0;
    return [
      ['system.open-tickets', number(at('switchboard_tickets_open'))],
      ['system.triage', duration(at('switchboard_triage_lag_seconds') * 1000), at('switchboard_triage_lag_seconds') > 60],
      ['system.backlog', number(at('switchboard_feed_backlog')), at('switchboard_feed_backlog') > 1000],
      ['system.parked', number(at('switchboard_feed_parked')), at('switchboard_feed_parked') > 0],
      ['system.timers', number(at('switchboard_timers_due')), at('switchboard_timers_late_seconds') > 60],
      ['system.hanging', number(at('switchboard_plugin_calls_hanging')), at('switchboard_plugin_calls_hanging') > 0],
      ['system.breakers', number(at('switchboard_plugin_breaker_open')), at('switchboard_plugin_breaker_open') > 0],
      ['system.requests', number(at('switchboard_http_requests_total'))],
      ['system.turned-away', number(at('switchboard_http_refused_total')), at('switchboard_http_refused_total') > 0],
      ['system.memory', bytes(at('jvm_memory_used_bytes'))],
      ['system.processor', `${number(at('process_cpu_usage') * 100)} %`, at('process_cpu_usage') > 0.9],
      ['system.database', t(at('switchboard_store_up') ? 'system.there' : 'system.away'), !at('switchboard_store_up')],
    ];
  }

  async release() {
    if (!await ask({ title: t('system.release.ask'), text: t('system.release.text'), yes: t('system.release') })) return;
    try {
      await call('POST', '/delivery-hold/release');
      toast(t('system.released'));
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    }
  }

  async backUp() {
    this.saving = true;
    this.refused = null;
    try {
      const { data: made } = await call('POST', '/backup', { accept: 'application/zip' });
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(made), download: `switchboard-${new Date().toISOString().slice(0, 10)}.zip` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      toast(t('system.backed-up', { size: bytes(made.size) }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.saving = false;
    }
  }
}
customElements.define('sb-system', System);
