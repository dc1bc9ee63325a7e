/** The desk as a whole: who is signed in, where they are, and what stands around every page. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { emptyState, problemNotice } from '../kit/states.js';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { network, whenSessionEnds } from '../data/api.js';
import { loadNames, forget } from '../data/catalogue.js';
import { loadContributions } from '../data/contributions.js';
import { follow, unfollow } from '../data/events.js';
import { may, resume, session, signOut } from '../data/session.js';
import { t } from '../text/index.js';
import { outbox, sendAllNow } from './compose/outbox.js';
import { keepDraftsNow } from './drafts.js';
import { lookAsPreferred } from './look.js';
import { go, place } from './router.js';
import { listenToKeys } from './shortcuts.js';
import './sign-in.js';
import './sidebar.js';
import './list.js';
import './ticket.js';
import './new-ticket.js';
import './palette.js';
import './notifications.js';
import './start/start.js';
import './keys.js';
import '../slots/page.js';

class Desk extends PageElement {
  static properties = { stage: { state: true }, problem: { state: true }, renewing: { state: true }, menu: { state: true } };

  constructor() {
    super();
    this.stage = 'starting';
    this.list = { id: 'mine', query: '' };
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(place, 'change', () => this.arrive());
    this.follow(network, 'change', () => {
      if (network.online) toast(t('app.online'));
      this.requestUpdate();
    });
    this.follow(session, 'change', () => session.preferences && lookAsPreferred(session.preferences));
    this.addEventListener('sign-out', () => this.leave());
    this.follow(outbox, 'failed', ({ detail }) => toast(t('compose.failed', { number: detail.number }), { label: detail.number, run: () => go(`/tickets/${detail.number}`) }));
    whenSessionEnds(() => this.renew());
    listenToKeys(this);
    this.start();
  }

  async start() {
    try {
      if (await resume()) await this.begin();
      else this.stage = 'signed-out';
    } catch (problem) {
      this.problem = problem;
      this.stage = 'failed';
    }
  }

  async begin() {
    if (!may('ticket.read')) {
      this.stage = 'no-right';
      return;
    }
    await Promise.all([loadNames(), loadContributions()]);
    follow(session.user.id);
    this.stage = 'ready';
    this.arrive();
  }

  arrive() {
    this.menu = false;
    if (place.page === 'views') this.list = { id: place.id, query: '', filter: place.filter };
    if (place.page === 'search') this.list = { id: 'search', query: place.query };
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('sb-list')?.entitle());
    if (this.stage === 'ready' && this.lastPage && this.lastPage !== place.page) {
      this.updateComplete.then(() => this.querySelector('.content')?.focus({ preventScroll: true }));
    }
    this.lastPage = place.page;
  }

  /** Asks for a new sign-in over the page, and leaves the page as it is. */
  renew() {
    if (!this.renewing) {
      let done;
      const promise = new Promise(resolve => { done = resolve; });
      this.renewing = { promise, done };
      this.updateComplete.then(() => this.querySelector('dialog.renew')?.showModal());
    }
    return this.renewing.promise;
  }

  renewed(before) {
    if (before && session.user.id !== before) {
      location.assign('/desk/');
      return;
    }
    this.querySelector('dialog.renew').close();
    this.renewing.done();
    this.renewing = null;
  }

  async leave() {
    await sendAllNow();
    await keepDraftsNow();
    unfollow();
    try {
      await signOut();
    } finally {
      forget();
      location.assign('/desk/');
    }
  }

  render() {
    return html`${this.page()}<div class="toasts" role="status" aria-live="polite"></div>${this.renewal()}`;
  }

  page() {
    switch (this.stage) {
      case 'starting': return html`<main class="only-read" aria-busy="true"><h1>${t('app.loading')}</h1></main>`;
      case 'failed': return html`<main>${problemNotice(this.problem, () => location.reload())}</main>`;
      case 'signed-out': return html`<main class="sign-in-page"><sb-sign-in @signed-in=${() => this.start()}></sb-sign-in></main>`;
      case 'no-right': return html`<main>${emptyState('lock', t('app.right-missing'),
        t('app.right-missing.text', { name: session.user.name }),
        html`<p class="actions"><a class="button" href="/">${t('app.right-missing.link')}</a>
          <button type="button" @click=${() => this.leave()}>${t('sign-out')}</button></p>`)}</main>`;
      default: return this.frame();
    }
  }

  frame() {
    const onTicket = place.page === 'tickets';
    return html`<a class="skip" href="#content" @click=${this.skip}>${t('app.skip')}</a>
    <div class="frame">
      ${network.online ? nothing : html`<div class="offline-bar" role="status">${icon('offline')}${t('app.offline')}</div>`}
      <header class="phone-bar">
        <button type="button" class="plain square" aria-label=${t('app.menu')} aria-expanded=${Boolean(this.menu)}
          @click=${() => { this.menu = true; }}>${icon('menu')}</button>
        <span class="brand">${t('app.name')}</span>
        <sb-notice-button></sb-notice-button>
        <button type="button" class="plain square" aria-label=${t('keys.search')} @click=${() => this.tell('open-palette')}>${icon('search')}</button>
        <a class="button plain square" href="/desk/new" aria-label=${t('nav.new')}>${icon('plus')}</a>
      </header>
      ${this.menu ? html`<div class="curtain" @click=${() => { this.menu = false; }}></div>` : nothing}
      <sb-sidebar role="navigation" aria-label=${t('nav.views')} .current=${place.page === 'views' ? place.id : ''} .onStart=${place.page === 'start'} .added=${place.page === 'x' ? `${place.id}/${place.part}` : ''} class="side ${this.menu ? 'shown' : ''}"
        @keydown=${event => { if (event.key === 'Escape') this.menu = false; }}></sb-sidebar>
      <main class="content" id="content" tabindex="-1">
        <sb-list ?hidden=${place.page !== 'views' && place.page !== 'search'} .view=${this.list.id} .query=${this.list.query} .filter=${this.list.filter}></sb-list>
        ${onTicket ? html`<sb-ticket .number=${place.id} .back=${this.backTo()}></sb-ticket>` : nothing}
        ${place.page === 'new' ? html`<sb-new-ticket></sb-new-ticket>` : nothing}
        ${place.page === 'start' ? html`<sb-start></sb-start>` : nothing}
        ${place.page === 'x' ? html`<sb-slot-page .name=${'desk-nav'} .plugin=${place.id} .part=${place.part}></sb-slot-page>` : nothing}
        ${['start', 'views', 'search', 'tickets', 'new', 'x'].includes(place.page) ? nothing
          : emptyState('search', t('app.not-found'), t('app.not-found.text'), html`<a class="button" href="/desk/">${t('start.title')}</a>`)}
      </main>
    </div>
    <sb-palette></sb-palette><sb-keys></sb-keys><sb-notifications></sb-notifications>`;
  }

  backTo() {
    const { id, query, filter } = this.list;
    if (query) return `/desk/search?q=${encodeURIComponent(query)}`;
    return `/desk/views/${id}${filter ? `?${new URLSearchParams(filter)}` : ''}`;
  }

  skip(event) {
    event.preventDefault();
    document.getElementById('content').focus();
  }

  renewal() {
    if (!this.renewing) return nothing;
    const before = session.user?.id;
    return html`<dialog class="renew" aria-labelledby="sign-in-title" @cancel=${event => event.preventDefault()}>
      <sb-sign-in .again=${session.user} @signed-in=${() => this.renewed(before)}></sb-sign-in></dialog>`;
  }
}
customElements.define('sb-desk', Desk);
