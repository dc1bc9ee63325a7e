/** What the distribution and update sites have beside what is installed. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { get } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { desiredNotice } from './desired.js';
import { bytes, version } from './names.js';
import { AdminPage, heading } from './page.js';
import './install.js';

class Available extends AdminPage {
  static properties = { words: { state: true } };

  right = 'plugin.read';

  constructor() {
    super();
    Object.assign(this, { words: '', sites: [] });
    this.addEventListener('installed', () => this.refresh());
  }

  load = async () => {
    const [distribution, offered, { desired }] = await Promise.all([get('/plugins/distribution'), get('/plugins/available'), get('/plugins')]);
    this.desired = desired;
    this.sites = offered.sites;
    const here = distribution.items.sort((one, other) => one.name.localeCompare(other.name));
    return [...here.map(plugin => ({ ...plugin, from: 'distribution' })), ...offered.items.flatMap(item => this.offer(item))];
  };

  /** What a site offers, unless it is in use already, or is nothing but withdrawn versions. */
  offer({ id, site, installed, update, versions }) {
    const best = versions.find(one => !one.withdrawn && (!update || one.version === update));
    return best && (!installed || update) ? [{ ...best, id, site, installedVersion: installed, from: 'available' }] : [];
  }

  titled = () => t('admin.place.available');

  page() {
    const words = this.words.toLowerCase().trim();
    const fitting = this.found.filter(plugin => `${plugin.name} ${plugin.id} ${plugin.description ?? ''}`.toLowerCase().includes(words));
    return html`<div class="admin-page">
      ${heading(this.titled(), this.mayEdit ? html`<button type="button" @click=${() => this.querySelector('sb-install').choose()}>${icon('upload')}${t('plugins.upload')}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('available.text')}</p>${desiredNotice(this.desired)}
        ${this.sites.filter(site => site.state !== 'ok').map(site => html`<p class="notice bad">${t('available.site', { name: site.name })} <span lang="en">${site.message}</span></p>`)}
        ${this.found.length > 5 ? html`<div class="filters"><input type="search" aria-label=${t('plugins.find')} placeholder=${t('plugins.find')} maxlength="100" @input=${event => { this.words = event.target.value; }}></div>` : nothing}
        ${fitting.length ? html`<ul class="cards">${fitting.map(plugin => this.row(plugin))}</ul>`
          : this.found.length ? emptyState('search', t('plugins.nothing'), t('plugins.nothing.text')) : emptyState('done', t('available.none'), t('available.none.text'))}
      </div>
      ${this.mayEdit ? html`<sb-install></sb-install>` : nothing}</div>`;
  }

  get mayEdit() {
    return may('plugin.edit') && !this.desired;
  }

  row(plugin) {
    return html`<li class="card offer"><div class="what"><h2>${plugin.name}</h2>
        ${plugin.description ? html`<p class="quiet" lang=${plugin.language ?? 'en'}>${plugin.description}</p>` : nothing}
        <p class="quiet small"><code>${plugin.id}</code> <bdi>${version(plugin.version)}</bdi> · ${plugin.vendor ?? t('plugin.no-vendor')} · ${bytes(plugin.size)}
          ${plugin.site ? html` · ${t('available.from', { name: plugin.site })}` : nothing}
          ${plugin.installedVersion ? html` · ${t('available.update', { version: version(plugin.installedVersion) })}` : nothing}</p></div>
      ${this.mayEdit ? html`<button type="button" aria-label=${t('available.look', { name: plugin.name })} @click=${() => this.querySelector('sb-install').begin({ available: `${plugin.from}/${plugin.id}`, name: plugin.name })}>
        ${t(plugin.installedVersion ? 'available.do.update' : 'available.do')}</button>` : nothing}</li>`;
  }
}
customElements.define('sb-available', Available);
