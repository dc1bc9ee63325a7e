/** One field for everything: find a ticket, go to a view, do something. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon, statusIcon } from '../kit/icons.js';
import { contributed, pageOf, titleOf } from '../data/contributions.js';
import { get } from '../data/api.js';
import { may, mayAdministrate, prefer } from '../data/session.js';
import { t } from '../text/index.js';
import { marked, passage, wordsOf } from './marked.js';
import { go } from './router.js';
import { viewName } from './views.js';

const PAUSE = 150;
const FOUND = 6;

class Palette extends PageElement {
  static properties = { query: { state: true }, tickets: { state: true }, at: { state: true }, views: { state: true } };

  constructor() {
    super();
    this.query = '';
    this.tickets = [];
    this.views = [];
    this.at = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(window, 'open-palette', () => this.open());
    this.follow(window, 'views', event => { this.views = event.detail; });
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (dialog.open) return;
    Object.assign(this, { query: '', tickets: [], at: 0 });
    this.querySelector('input').value = '';
    dialog.showModal();
  }

  close() {
    this.querySelector('dialog').close();
  }

  type(event) {
    this.query = event.target.value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE);
  }

  async find() {
    const query = this.query.trim();
    if (query.length < 2) {
      this.tickets = [];
      return;
    }
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const found = await get(`/tickets?${new URLSearchParams({ q: query, limit: FOUND })}`, { signal: this.asking.signal });
      this.tickets = found.items;
    } catch (problem) {
      if (problem.name !== 'AbortError' && !problem.status && !problem.offline) throw problem;
    }
  }

  get groups() {
    const query = this.query.trim();
    const fits = label => label.toLowerCase().includes(query.toLowerCase());
    const commands = [
      { label: t('start.title'), sign: icon('home'), run: () => go('/') },
      { label: t('notice.title'), sign: icon('bell'), run: () => this.tell('open-notifications') },
      may('ticket.open') && { label: t('nav.new'), sign: icon('plus'), run: () => go('/new') },
      ...contributed('desk-nav').map(entry => ({ label: titleOf(entry), sign: icon(entry.icon), run: () => go(pageOf(entry)) })),
      mayAdministrate() && { label: t('nav.admin'), sign: icon('gear'), run: () => location.assign('/admin/') },
      { label: t('keys.title'), sign: icon('keyboard'), run: () => this.tell('open-keys') },
      ...['light', 'dark', 'system'].map(theme => ({ label: `${t('prefer.theme')}: ${t(`prefer.theme.${theme}`)}`, sign: icon('columns'), run: () => prefer({ theme }) })),
    ].filter(Boolean).filter(command => fits(command.label));
    const views = this.views.map(view => ({ label: viewName(view), sign: icon(view.builtIn ? view.id : 'saved'), run: () => go(`/views/${view.id}`) })).filter(view => fits(view.label));
    const words = wordsOf(query);
    const tickets = this.tickets.map(ticket => ({ label: marked(ticket.subject, words), passage: passage(ticket), end: marked(ticket.number, words), sign: statusIcon(ticket.status), run: () => go(`/tickets/${ticket.number}`) }));
    if (query.length > 1) tickets.push({ label: t('palette.search', { query }), sign: icon('search'), run: () => go(`/search?q=${encodeURIComponent(query)}`) });
    return [['palette.tickets', tickets], ['palette.views', views.slice(0, query ? 6 : 5)], ['palette.commands', commands]].filter(([, options]) => options.length);
  }

  press(event) {
    const options = this.groups.flatMap(([, list]) => list);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && options.length) {
      this.at = (this.at + steps[event.key] + options.length) % options.length;
      this.updateComplete.then(() => this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && options[this.at]) {
      this.choose(options[this.at]);
    } else {
      return;
    }
    event.preventDefault();
  }

  choose(option) {
    this.close();
    option.run();
  }

  render() {
    let index = -1;
    const { groups } = this;
    return html`<dialog aria-label=${t('palette.title')} @click=${event => event.target.localName === 'dialog' && this.close()}>
      <div class="palette-input">${icon('search')}<input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant=${groups.length ? `palette-${this.at}` : nothing} aria-label=${t('palette.title')} placeholder=${t('palette.hint')} autocomplete="off" maxlength="200" @input=${this.type} @keydown=${this.press}></div>
      <div class="palette-list" id="palette-list" role="listbox" aria-label=${t('palette.title')}>
        ${groups.map(([title, options]) => html`<div role="group" aria-label=${t(title)}><h3 role="presentation">${t(title)}</h3>${options.map(option => {
          const at = ++index;
          return html`<div role="option" id="palette-${at}" aria-selected=${at === this.at} ?data-active=${at === this.at} @click=${() => this.choose(option)} @mousemove=${() => { this.at = at; }}>
            ${option.sign}<span class="explained"><span class="subject" dir="auto">${option.label}</span>${option.passage ? html`<span class="passage" dir="auto">${option.passage}</span>` : nothing}</span>${option.end ? html`<span class="end quiet small">${option.end}</span>` : nothing}</div>`;
        })}</div>`)}
        ${groups.length ? nothing : html`<p class="quiet">${t('palette.empty')}</p>`}</div></dialog>`;
  }
}
customElements.define('sb-palette', Palette);
