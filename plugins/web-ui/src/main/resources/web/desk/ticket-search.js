/**
 * A field that finds another ticket, by its number or by words; what is suggested first stands there before one types.
 * Tells `found` with the ticket, or with null while what stands there names none.
 */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon, statusIcon } from '../kit/icons.js';
import { get, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';

const PAUSE = 180;
const SHOWN = 6;
const NUMBER = /^[a-z]{1,10}-\d+$/i;

class TicketSearch extends PageElement {
  static properties = {
    label: { attribute: false }, besides: { attribute: false }, suggested: { attribute: false },
    chosen: { state: true }, options: { state: true }, at: { state: true }, words: { state: true },
  };

  constructor() {
    super();
    this.empty();
  }

  empty() {
    Object.assign(this, { chosen: null, options: [], at: 0, words: '' });
  }

  type(event) {
    this.words = event.target.value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE);
  }

  async find() {
    const words = this.words.trim();
    if (words.length < 2) {
      this.options = [];
      return;
    }
    try {
      const found = NUMBER.test(words) ? [await get(`/tickets/${encodeURIComponent(words.toUpperCase())}`)]
        : (await get(`/tickets?${new URLSearchParams({ q: words, limit: SHOWN + 1 })}`)).items;
      if (words === this.words.trim()) this.options = this.others(found);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.options = [];
    }
  }

  others(found) {
    return found.filter(ticket => ticket.id !== this.besides).slice(0, SHOWN);
  }

  get shown() {
    return this.words.trim().length < 2 ? this.others(this.suggested ?? []) : this.options;
  }

  choose(ticket) {
    this.chosen = ticket;
    this.tell('found', ticket);
    this.updateComplete.then(() => this.querySelector('.chosen-ticket button')?.focus());
  }

  again() {
    this.empty();
    this.tell('found', null);
    this.updateComplete.then(() => this.querySelector('input').focus());
  }

  press(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const options = this.shown;
    if (event.key in steps && options.length) this.at = (this.at + steps[event.key] + options.length) % options.length;
    else if (event.key === 'Enter') {
      if (options[this.at]) this.choose(options[this.at]);
    } else return;
    event.preventDefault();
  }

  render() {
    if (this.chosen) return this.card(this.chosen);
    const options = this.shown;
    return html`<label for="ticket-search">${this.label}</label>
      <input id="ticket-search" type="text" role="combobox" aria-expanded=${options.length > 0} aria-controls="ticket-search-list" aria-autocomplete="list"
        aria-activedescendant=${options.length ? `ticket-search-${this.at}` : nothing} autocomplete="off" maxlength="200" placeholder=${t('act.search.hint')}
        .value=${this.words} @input=${this.type} @keydown=${this.press}>
      <div class="found-tickets" id="ticket-search-list" role="listbox" aria-label=${this.label} tabindex="-1">${options.map((ticket, index) => html`
        <div role="option" id="ticket-search-${index}" aria-selected=${index === this.at} ?data-active=${index === this.at} @click=${() => this.choose(ticket)}
          @mousemove=${() => { this.at = index; }}>${this.row(ticket)}</div>`)}</div>
      <p class="only-read" role="status">${this.words.trim().length > 1 ? t('act.search.found', { count: options.length }) : nothing}</p>`;
  }

  row(ticket) {
    const status = statusName(ticket.profile, ticket.status);
    return html`<span class="status" data-status=${ticket.status} title=${status}>${statusIcon(ticket.status)}<span class="only-read">${status}</span></span>
      <span class="explained"><span class="subject" dir="auto">${ticket.subject}</span><span class="quiet small">${ticket.number} · <bdi>${ticket.requester?.name ?? t('nobody')}</bdi></span></span>`;
  }

  card(ticket) {
    return html`<span class="label">${this.label}</span><div class="chosen-ticket">${this.row(ticket)}
      <button type="button" class="plain square" aria-label=${t('act.search.again', { number: ticket.number })} @click=${this.again}>${icon('close')}</button></div>`;
  }
}
customElements.define('sb-ticket-search', TicketSearch);
