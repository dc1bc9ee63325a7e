/** The administrators' area as a whole: who is signed in, where they are, and what stands around every page. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { emptyState, problemNotice } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { network, whenSessionEnds } from '../data/api.js';
import { forget, loadNames } from '../data/catalogue.js';
import { contributed, contributions, loadContributions, pageOf, titleOf } from '../data/contributions.js';
import { follow, unfollow } from '../data/events.js';
import { may, mayAdministrate, resume, session, signOut } from '../data/session.js';
import { t } from '../text/index.js';
import { lookAsPreferred } from '../desk/look.js';
import '../desk/sign-in.js';
import '../desk/preferences.js';
import { AREAS, door, isShown } from './areas.js';
import { beginGuide, guide } from './guide-steps.js';
import { place } from './router.js';
import './palette.js';
import './plugins.js';
import './plugin.js';
import './available.js';
import './extension-points.js';
import './deliveries.js';
import './snapshots.js';
import './people.js';
import './teams.js';
import './roles.js';
import './organizations.js';
import './catalog.js';
import './tokens.js';
import './audit.js';
import './priorities.js';
import './lifecycle.js';
import './system.js';
import './sites.js';
import './signers.js';
import './templates.js';
import './questions.js';
import './macros.js';
import './shared-views.js';
import './closure.js';
import './sign-in-rules.js';
import './triage-rules.js';
import './survey-rules.js';
import './retention.js';
import './guide.js';
import '../slots/page.js';

class Admin extends PageElement {
  static properties = { stage: { state: true }, problem: { state: true }, renewing: { state: true }, menu: { state: true } };

  constructor() {
    super();
    this.stage = 'starting';
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(place, 'change', () => this.arrive());
    this.follow(contributions, 'change', () => this.requestUpdate());
    this.follow(guide, 'change', () => this.requestUpdate());
    this.follow(network, 'change', () => {
      if (network.online) toast(t('app.online'));
      this.requestUpdate();
    });
    this.follow(session, 'change', () => session.preferences && lookAsPreferred(session.preferences));
    this.follow(window, 'keydown', event => this.press(event));
    this.addEventListener('sign-out', () => this.leave());
    whenSessionEnds(() => this.renew());
    this.start();
  }

  async start() {
    try {
      if (!await resume()) this.stage = 'signed-out';
      else if (!mayAdministrate()) this.stage = 'no-right';
      else {
        await Promise.all([loadNames(), loadContributions(), beginGuide()]);
        follow(session.user.id);
        this.stage = 'ready';
      }
    } catch (problem) {
      this.problem = problem;
      this.stage = 'failed';
    }
  }

  arrive() {
    this.menu = false;
    this.requestUpdate();
    if (this.stage === 'ready') this.updateComplete.then(() => this.querySelector('.content')?.focus({ preventScroll: true }));
  }

  press(event) {
    if (this.stage !== 'ready' || this.renewing || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    this.tell('open-palette');
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
      location.assign('/admin/');
      return;
    }
    this.querySelector('dialog.renew').close();
    this.renewing.done();
    this.renewing = null;
  }

  async leave() {
    unfollow();
    try {
      await signOut();
    } finally {
      forget();
      location.assign('/admin/');
    }
  }

  render() {
    return html`${this.shown()}<div class="toasts" role="status" aria-live="polite"></div>${this.renewal()}`;
  }

  shown() {
    switch (this.stage) {
      case 'starting': return html`<main class="only-read" aria-busy="true"><h1>${t('app.loading')}</h1></main>`;
      case 'failed': return html`<main>${problemNotice(this.problem, () => location.reload())}</main>`;
      case 'signed-out': return html`<main class="sign-in-page"><sb-sign-in home="/admin/" @signed-in=${() => this.start()}></sb-sign-in></main>`;
      case 'no-right': return html`<main>${this.noRight()}</main>`;
      default: return this.frame();
    }
  }

  noRight() {
    const agent = may('ticket.read');
    return emptyState('lock', t('admin.no-right'), t('admin.no-right.text', { name: session.user.name }), html`<p class="actions">
      <a class="button" href=${agent ? '/desk/' : '/'}>${t(agent ? 'admin.to-desk' : 'app.right-missing.link')}</a>
      <button type="button" @click=${() => this.leave()}>${t('sign-out')}</button></p>`);
  }

  frame() {
    return html`<a class="skip" href="#content" @click=${this.skip}>${t('app.skip')}</a>
    <div class="frame admin">
      ${network.online ? nothing : html`<div class="offline-bar" role="status">${icon('offline')}${t('admin.offline')}</div>`}
      <header class="phone-bar">
        <button type="button" class="plain square" aria-label=${t('app.menu')} aria-expanded=${Boolean(this.menu)} @click=${() => { this.menu = true; }}>${icon('menu')}</button>
        <span class="brand">${t('admin.name')}</span>
        <button type="button" class="plain square" aria-label=${t('keys.search')} @click=${() => this.tell('open-palette')}>${icon('search')}</button>
      </header>
      ${this.menu ? html`<div class="curtain" @click=${() => { this.menu = false; }}></div>` : nothing}
      <nav class="side ${this.menu ? 'shown' : ''}" aria-label=${t('admin.name')} @keydown=${event => { if (event.key === 'Escape') this.menu = false; }}>${this.side()}</nav>
      <main class="content" id="content" tabindex="-1">${this.page()}</main>
    </div>
    <sb-admin-palette></sb-admin-palette>`;
  }

  side() {
    return html`<div class="top">
        <a class="brand" href="/admin/"><span class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>${t('admin.name')}</a>
        <button type="button" class="finder" @click=${() => this.tell('open-palette')}>${icon('search')}<span>${t('admin.search')}</span></button>
        ${may('ticket.read') ? html`<a class="button" href="/desk/">${icon('desk')}${t('admin.to-desk')}</a>` : nothing}
      </div>
      <div class="scroll">${AREAS.map(({ group, places: all, passing }) => {
        if (passing && !guide.shown) return nothing;
        const shown = all.filter(isShown);
        return shown.length ? html`<h2>${t(group)}</h2><ul>${shown.map(one => html`<li><a href="/admin/${one.id}" aria-current=${this.here === one.id ? 'page' : nothing}>
          ${icon(one.sign)}<span class="name">${t(`admin.place.${one.id}`)}</span></a></li>`)}</ul>` : nothing;
      })}${this.added()}</div>
      <div class="who"><button type="button" class="plain me" popovertarget="preferences-menu">${avatar(session.user?.name)}<span dir="auto">${session.user?.name}</span></button></div>
      <sb-preferences></sb-preferences>`;
  }

  /** The pages that plugins add. */
  added() {
    const pages = contributed('admin-page');
    if (!pages.length) return nothing;
    return html`<h2>${t('slot.group')}</h2><ul>${pages.map(entry => html`<li><a href=${`/admin${pageOf(entry)}`}
      aria-current=${place.page === 'x' && place.id === entry.plugin && place.part === entry.export ? 'page' : nothing}>${icon(entry.icon)}<span class="name" dir="auto">${titleOf(entry)}</span></a></li>`)}</ul>`;
  }

  /** Where one is; at the door that is the guide as long as there is one, else the first place that one may see. */
  get here() {
    return place.page || (guide.shown ? 'begin' : door().id);
  }

  page() {
    switch (this.here) {
      case 'begin': return html`<sb-guide></sb-guide>`;
      case 'plugins': return place.id ? html`<sb-plugin .plugin=${place.id} .part=${place.part || 'overview'}></sb-plugin>` : html`<sb-plugins></sb-plugins>`;
      case 'available': return html`<sb-available></sb-available>`;
      case 'sites': return html`<sb-sites></sb-sites>`;
      case 'signers': return html`<sb-signers></sb-signers>`;
      case 'extension-points': return html`<sb-extension-points></sb-extension-points>`;
      case 'deliveries': return html`<sb-deliveries></sb-deliveries>`;
      case 'snapshots': return html`<sb-snapshots .number=${place.id}></sb-snapshots>`;
      case 'people': return html`<sb-people></sb-people>`;
      case 'teams': return html`<sb-teams></sb-teams>`;
      case 'roles': return html`<sb-roles></sb-roles>`;
      case 'organizations': return html`<sb-organizations></sb-organizations>`;
      case 'categories': case 'products': return html`<sb-catalog .kind=${this.here}></sb-catalog>`;
      case 'priorities': return html`<sb-priorities></sb-priorities>`;
      case 'lifecycles': return html`<sb-lifecycles></sb-lifecycles>`;
      case 'templates': return html`<sb-templates></sb-templates>`;
      case 'macros': return html`<sb-macros></sb-macros>`;
      case 'views': return html`<sb-shared-views></sb-shared-views>`;
      case 'closure': return html`<sb-closure></sb-closure>`;
      case 'sign-in': return html`<sb-sign-in-rules></sb-sign-in-rules>`;
      case 'triage': return html`<sb-triage-rules></sb-triage-rules>`;
      case 'surveys': return html`<sb-survey-rules></sb-survey-rules>`;
      case 'retention': return html`<sb-retention></sb-retention>`;
      case 'questions': return html`<sb-questions></sb-questions>`;
      case 'system': return html`<sb-system></sb-system>`;
      case 'tokens': return html`<sb-tokens></sb-tokens>`;
      case 'audit': return html`<sb-audit></sb-audit>`;
      case 'x': return html`<sb-slot-page .name=${'admin-page'} .plugin=${place.id} .part=${place.part}></sb-slot-page>`;
      default: return emptyState('search', t('app.not-found'), t('app.not-found.text'), html`<a class="button" href="/admin/">${t(`admin.place.${door().id}`)}</a>`);
    }
  }

  skip(event) {
    event.preventDefault();
    document.getElementById('content').focus();
  }

  renewal() {
    if (!this.renewing) return nothing;
    const before = session.user?.id;
    return html`<dialog class="renew" aria-labelledby="sign-in-title" @cancel=${event => event.preventDefault()}>
      <sb-sign-in home="/admin/" .again=${session.user} @signed-in=${() => this.renewed(before)}></sb-sign-in></dialog>`;
  }
}
customElements.define('sb-admin', Admin);
