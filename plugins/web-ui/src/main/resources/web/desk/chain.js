/** The chain that a ticket belongs to: how long the whole takes, and all that happened in it as one timeline. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon, statusIcon } from '../kit/icons.js';
import { problemNotice, skeletonRows } from '../kit/states.js';
import { exactly, timeOf } from '../kit/time.js';
import { get, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { language, t } from '../text/index.js';
import { span } from './spans.js';

const PAGE = 100;
/** So many tickets have a mark of their own; with more the marks begin again, and the number tells them apart. */
const MARKS = 5;

class Chain extends PageElement {
  static properties = { ticket: { attribute: false }, chain: { state: true }, items: { state: true }, next: { state: true }, problem: { state: true } };

  willUpdate(changed) {
    if (changed.has('ticket')) this.look();
  }

  async look() {
    const { id } = this.ticket;
    try {
      const found = await get(`/tickets/${id}/chain?limit=1`);
      if (this.ticket.id === id) this.chain = found;
    } catch (problem) {
      if (!problem.offline && problem.status !== 403) throw problem;
    }
  }

  async show() {
    Object.assign(this, { items: null, next: null, problem: null });
    this.querySelector('dialog').showModal();
    await this.read('');
  }

  async read(cursor) {
    try {
      const found = await get(`/tickets/${this.ticket.id}/chain?limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      Object.assign(this, { chain: found, items: [...cursor ? this.items : [], ...found.items], next: found.next });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
  }

  render() {
    if (!(this.chain?.tickets.length > 1)) return nothing;
    const { tickets, totalSeconds, solvedAt } = this.chain;
    return html`<div class="short chain-line">${icon('chain')}<span class="explained"><span>${t('chain.count', { count: tickets.length })}</span>
        <span class="quiet small">${t(solvedAt ? 'chain.took' : 'chain.runs', { span: span(totalSeconds) })}</span></span>
      <button type="button" class="plain" @click=${this.show}>${t('chain.show')}</button></div>
      <dialog class="chain" aria-labelledby="chain-title"><header><h2 id="chain-title">${t('chain.title')}</h2>
        <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
        <div class="body">${this.story()}</div></dialog>`;
  }

  story() {
    const { tickets, totalSeconds, solvedAt } = this.chain;
    return html`<p class="chain-total"><b>${span(totalSeconds)}</b> <span class="quiet">${solvedAt ? t('chain.until', { from: exactly(tickets[0].createdAt), to: exactly(solvedAt) }) : t('chain.since', { from: exactly(tickets[0].createdAt) })}</span></p>
      <ul class="chain-tickets">${tickets.map((ticket, index) => html`<li data-mark=${index % MARKS}><i aria-hidden="true"></i><a href="/desk/tickets/${ticket.number}" aria-current=${ticket.id === this.ticket.id ? 'true' : nothing}
          @click=${() => this.querySelector('dialog').close()}>${ticket.number}</a><span class="subject" dir="auto">${ticket.subject}</span>
        <span class="status" data-status=${ticket.status}>${statusIcon(ticket.status)}${statusName(ticket.profile, ticket.status)}</span></li>`)}</ul>
      ${this.problem ? problemNotice(this.problem, () => this.show()) : this.items ? this.timeline() : skeletonRows(4)}`;
  }

  /** By days; at each step whose ticket it was, and what happened. */
  timeline() {
    const days = [];
    for (const event of this.items) {
      const day = new Intl.DateTimeFormat(language.id, { dateStyle: 'full' }).format(new Date(event.at));
      if (days.at(-1)?.day !== day) days.push({ day, events: [] });
      days.at(-1).events.push(event);
    }
    return html`<div class="chain-story">${days.map(({ day, events }) => html`<h3>${day}</h3><ol>${events.map(event => this.step(event))}</ol>`)}
      ${this.next ? html`<p><button type="button" @click=${() => this.read(this.next)}>${t('chain.more')}</button></p>` : nothing}</div>`;
  }

  step(event) {
    const index = this.chain.tickets.findIndex(ticket => ticket.id === event.ticket);
    return html`<li data-mark=${index % MARKS}><i aria-hidden="true"></i><span class="number">${this.chain.tickets[index]?.number}</span>
      <span class="what">${t(`chain.event.${event.type}`, {}, t('chain.event.other'))}</span>${timeOf(event.at)}</li>`;
  }
}
customElements.define('sb-chain', Chain);
