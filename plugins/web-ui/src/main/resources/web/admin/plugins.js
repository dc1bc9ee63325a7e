/** What is installed, how each is, and the way in for more. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { get } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { conditionBadge, conditionOf, conditionWords, isTrouble } from './condition.js';
import { desiredNotice } from './desired.js';
import { socketTag, version } from './names.js';
import { AdminPage, heading } from './page.js';
import './install.js';

const SHOWN = { all: () => true, trouble: isTrouble, stopped: id => id === 'stopped' };

/** That a plugin says how it is goes without saying, beside what else it does. */
const served = plugin => plugin.sockets.length > 1 ? plugin.sockets.filter(socket => socket !== 'PluginHealth') : plugin.sockets;

class Plugins extends AdminPage {
  static properties = { shown: { state: true }, words: { state: true } };

  right = 'plugin.read';
  rhythm = 10_000;

  constructor() {
    super();
    Object.assign(this, { shown: 'all', words: '' });
    this.addEventListener('installed', () => this.refresh());
  }

  load = () => get('/plugins');

  titled = () => t('admin.place.plugins');

  get rows() {
    const { items, health = {} } = this.found;
    return items.map(plugin => ({ plugin, health: health[plugin.id], condition: conditionOf(plugin, health[plugin.id]) }))
      .sort((one, other) => Number(isTrouble(other.condition)) - Number(isTrouble(one.condition)) || one.plugin.name.localeCompare(other.plugin.name));
  }

  page() {
    const { rows } = this;
    const mayEdit = may('plugin.edit') && !this.found.desired;
    const words = this.words.toLowerCase().trim();
    const fitting = rows.filter(row => SHOWN[this.shown](row.condition) && `${row.plugin.name} ${row.plugin.id} ${row.plugin.description ?? ''} ${row.plugin.sockets.join(' ')}`.toLowerCase().includes(words));
    return html`<div class="admin-page">
      ${heading(this.titled(), mayEdit ? html`<button type="button" class="primary" @click=${() => this.querySelector('sb-install').choose()}>${icon('upload')}${t('plugins.upload')}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0">
        ${desiredNotice(this.found.desired)}${this.found.desired ? nothing : this.refused()}
        <div class="filters">
          <input type="search" aria-label=${t('plugins.find')} placeholder=${t('plugins.find')} maxlength="100" .value=${this.words} @input=${event => { this.words = event.target.value; }}>
          <div class="segments" role="group" aria-label=${t('plugins.show')}>${Object.entries(SHOWN).map(([id, fits]) => html`
            <button type="button" aria-pressed=${this.shown === id} @click=${() => { this.shown = id; }}>${t(`plugins.show.${id}`)} <span class="quiet">${rows.filter(row => fits(row.condition)).length}</span></button>`)}</div>
        </div>
        ${fitting.length ? html`<ul class="cards">${repeat(fitting, row => row.plugin.id, row => this.row(row))}</ul>` : this.nothing()}
        ${mayEdit ? html`<p class="drop-hint">${icon('upload')}<span>${t('plugins.drop')} <a href="/admin/available">${t('plugins.more')}</a></span></p>` : nothing}
      </div>
      ${mayEdit ? html`<sb-install></sb-install>` : nothing}</div>`;
  }

  nothing() {
    if (this.shown === 'trouble' && !this.words) return emptyState('done', t('plugins.well'), t('plugins.well.text'));
    if (!this.found.items.length) return emptyState('plugin', t('plugins.none'), t('plugins.none.text'), html`<a class="button" href="/admin/available">${t('plugins.more')}</a>`);
    return emptyState('search', t('plugins.nothing'), t('plugins.nothing.text'));
  }

  /** Files of the plugin folder that could not be taken. */
  refused() {
    const files = Object.entries(this.found.refused ?? {});
    return files.length ? html`<section class="notice bad" role="status"><div><strong>${t('plugins.refused', { count: files.length })}</strong>
      <ul>${files.map(([file, why]) => html`<li><code>${file}</code> <span lang="en">${why}</span></li>`)}</ul></div></section>` : nothing;
  }

  row({ plugin, health, condition }) {
    const words = conditionWords(plugin, health);
    const older = plugin.runningVersion && plugin.runningVersion !== plugin.version;
    return html`<li class="card plugin" data-condition=${condition}>
      <div class="what"><h2><a href="/admin/plugins/${plugin.id}">${plugin.name}</a></h2>
        ${plugin.description ? html`<p class="quiet" lang=${plugin.language}>${plugin.description}</p>` : nothing}
        ${words.length ? html`<p class="why" data-condition=${condition}>${words[0]}${words.length > 1 ? html` <span class="quiet">${t('plugins.more-words', { count: words.length - 1 })}</span>` : nothing}</p>` : nothing}</div>
      <div class="marks">${conditionBadge(condition)}
        <span class="quiet small"><bdi>${version(plugin.version)}</bdi>${older ? html`, ${t('plugin.runs', { version: version(plugin.runningVersion) })}` : nothing} · ${plugin.vendor ?? t('plugin.no-vendor')}</span></div>
      <div class="tags">${served(plugin).map(socketTag)}</div></li>`;
  }
}
customElements.define('sb-plugins', Plugins);
