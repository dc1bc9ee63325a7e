/** The side: views with how many tickets each has, and who is signed in. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { contributed, contributions, pageOf, titleOf } from '../data/contributions.js';
import { events } from '../data/events.js';
import { may, mayAdministrate, session } from '../data/session.js';
import { t } from '../text/index.js';
import { viewName } from './views.js';
import './notifications.js';
import './preferences.js';

const PAUSE = 2500;

class Sidebar extends PageElement {
  static properties = { current: { attribute: false }, onStart: { attribute: false }, added: { attribute: false }, views: { state: true } };

  constructor() {
    super();
    this.views = [];
    this.current = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(events, 'ticket', () => this.soon());
    this.follow(events, 'reload', () => this.soon());
    this.follow(window, 'views-changed', () => this.load());
    this.follow(contributions, 'change', () => this.requestUpdate());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Many changes at once are counted once. */
  soon() {
    this.timer ??= setTimeout(() => this.load(), PAUSE);
  }

  async load() {
    this.timer = undefined;
    try {
      this.views = (await get('/views?counts=true')).items;
      this.tell('views', this.views);
    } catch (problem) {
      if (!problem.offline) throw problem;
    }
  }

  render() {
    const builtIn = this.views.filter(view => view.builtIn);
    const saved = this.views.filter(view => !view.builtIn);
    const added = contributed('desk-nav');
    return html`<div class="top">
        <a class="brand" href="/desk/"><span class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>${t('app.name')}</a>
        <button type="button" class="finder" @click=${() => this.tell('open-palette')}>${icon('search')}<span>${t('nav.search')}</span></button>
        ${may('ticket.open') ? html`<a class="button" href="/desk/new">${icon('plus')}${t('nav.new')}</a>` : nothing}
      </div>
      <div class="scroll">
        <ul><li><a href="/desk/" aria-current=${this.onStart ? 'page' : nothing}>${icon('home')}<span class="name">${t('start.title')}</span></a></li>
          ${builtIn.map(view => this.entry(view))}</ul>
        ${saved.length ? html`<h2>${t('nav.saved')}</h2><ul>${saved.map(view => this.entry(view))}</ul>` : nothing}
        ${added.length ? html`<h2>${t('slot.group')}</h2><ul>${added.map(entry => this.page(entry))}</ul>` : nothing}
      </div>
      <div class="who">
        <button type="button" class="plain me" popovertarget="preferences-menu">${avatar(session.user?.name)}<span dir="auto">${session.user?.name}</span></button>
        <sb-notice-button></sb-notice-button>
        ${mayAdministrate() ? html`<a class="button plain square" href="/admin/" aria-label=${t('nav.admin')} title=${t('nav.admin')}>${icon('gear')}</a>` : nothing}
        <button type="button" class="plain square" aria-label=${t('keys.title')} title=${t('keys.title')} @click=${() => this.tell('open-keys')}>${icon('keyboard')}</button>
      </div>
      <sb-preferences></sb-preferences>`;
  }

  page(entry) {
    return html`<li><a href=${`/desk${pageOf(entry)}`} aria-current=${this.added === `${entry.plugin}/${entry.export}` ? 'page' : nothing}>${icon(entry.icon)}<span class="name" dir="auto">${titleOf(entry)}</span></a></li>`;
  }

  entry(view) {
    const known = view.count !== null && view.count !== undefined;
    const words = known && t(view.more ? 'nav.count.more' : 'nav.count', { count: view.count });
    return html`<li><a href="/desk/views/${view.id}" aria-current=${this.current === view.id ? 'page' : nothing}>
      ${icon(view.builtIn ? view.id : 'saved')}<span class="name" dir="auto" title=${viewName(view)}>${viewName(view)}</span>
      ${known && view.count ? html`<span class="count" title=${words}><span aria-hidden="true">${view.count}${view.more ? '+' : ''}</span><span class="only-read">, ${words}</span></span>` : nothing}</a></li>`;
  }
}
customElements.define('sb-sidebar', Sidebar);
