/** The lifecycles of tickets: their statuses, and which follows which, as a diagram and in words. */
import { html, nothing } from 'lit';
import { icon, statusIcon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { get } from '../data/api.js';
import { forget, loadNames, statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import { diagram } from './lifecycle-diagram.js';
import './lifecycle-form.js';
import './record.js';

const TYPES = ['incident', 'service_request', 'change_request', 'problem', 'question', 'other'];

class Lifecycles extends AdminPage {
  static properties = { profile: { state: true }, chosen: { state: true } };

  right = 'desk.configure';

  load = () => get('/lifecycle-profiles').then(page => page.items);

  titled = () => t('admin.place.lifecycles');

  page() {
    const profile = this.found.find(one => one.id === this.profile) ?? this.found.find(one => one.types?.length) ?? this.found[0];
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" class="primary" @click=${() => this.form.begin(profile)}>${icon('plus')}${t('lifecycles.add')}</button>`)}<div class="admin-scroll" tabindex="0"><p class="lead">${t('lifecycles.text')}</p>
      <div class="filters"><div class="segments" role="group" aria-label=${this.titled()}>${this.found.map(one => html`<button type="button" aria-pressed=${one === profile} @click=${() => { this.profile = one.id; this.chosen = null; }}>${one.name}</button>`)}</div></div>
      <div class="lifecycle-head"><p class="quiet">${profile.types?.length ? html`${t('lifecycles.used')} ${profile.types.map(type => t(`type.${type}`, {}, type)).join(', ')}` : t('lifecycles.unused')}</p>
        <button type="button" @click=${() => this.attach(profile)}>${t('lifecycles.choose')}</button>${profile.bundled ? nothing : html`<button type="button" @click=${() => this.form.change(profile.id)}>${t('lifecycles.change')}</button>`}</div>
      <div class="columns lifecycle"><div class="panel">${diagram(profile.statuses, { nameOf: id => statusName(profile.id, id), chosen: this.chosen, choose: id => this.choose(id) })}<p class="quiet small">${t('lifecycles.hint')}</p></div>
        <ol class="cards">${profile.statuses.map(status => this.status(profile, status))}</ol></div></div>
      <sb-lifecycle-form @lifecycle=${event => this.kept(event.detail)}></sb-lifecycle-form><sb-record></sb-record></div>`;
  }

  get form() {
    return this.querySelector('sb-lifecycle-form');
  }

  async kept(profile) {
    toast(t('record.saved'));
    forget();
    await Promise.all([this.refresh(), loadNames()]);
    this.profile = profile;
    this.chosen = null;
  }

  /** Says which tickets follow a profile from now on. */
  async attach(profile) {
    const schema = { properties: { types: { type: 'array', title: t('lifecycles.types'), description: t('lifecycles.types.hint'), items: { oneOf: TYPES.map(id => ({ const: id, title: t(`type.${id}`) })) } } } };
    if (await this.querySelector('sb-record').show({ collection: '/lifecycle-profiles', entry: profile.id, schema, title: profile.name })) await this.kept(profile.id);
  }

  choose(id) {
    this.chosen = this.chosen === id ? null : id;
  }

  status(profile, status) {
    const name = id => statusName(profile.id, id);
    return html`<li class="card status-card"><div class="what"><h2><button type="button" class="as-link" aria-pressed=${this.chosen === status.id} @click=${() => this.choose(status.id)}><span class="status" data-category=${status.category}>${statusIcon(status.id)}<span>${name(status.id)}</span></span></button></h2>
      <p class="quiet small">${t(`lifecycles.stage.${status.stage}`)} · ${t(`move.${status.nextMove}`)}</p>
      <p class="small">${status.next.length ? html`${t('lifecycles.next')} ${status.next.map(name).join(', ')}` : t('lifecycles.end')}</p>
      <p class="quiet small">${status.runningClocks.length ? html`${t('lifecycles.clocks')} ${status.runningClocks.map(clock => t(`lifecycles.clock.${clock}`, {}, clock)).join(', ')}` : t('lifecycles.no-clocks')}</p></div></li>`;
  }
}
customElements.define('sb-lifecycles', Lifecycles);
