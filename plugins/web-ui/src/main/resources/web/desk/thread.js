/** The conversation, with what happened in between folded into one line. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { skeletonRows } from '../kit/states.js';
import { exactly, timeOf } from '../kit/time.js';
import { t } from '../text/index.js';
import { happened } from './happened.js';
import './message.js';

/** Told by the messages themselves, or of no use to who reads a conversation. */
const UNTOLD = /^(message\.|ticket\.confidential_read|ticket\.resolved|ticket\.closed|ticket\.reopened|ticket\.archived)/;

/** A long conversation begins at its end, with about what a screen holds; the rest follows in slices. */
const FIRST = 10;
/** A slice is so many entries, and more while its time in milliseconds is not over; in the pause after it the browser answers and paints. */
const SLICE = 4;
const TIME = 12;
const PAUSE = 16;

class Thread extends PageElement {
  static properties = { ticket: { attribute: false }, messages: { attribute: false }, history: { attribute: false }, drawn: { state: true } };

  constructor() {
    super();
    this.drawn = FIRST;
  }

  willUpdate(changed) {
    if (changed.has('ticket') && this.known !== this.ticket.id) {
      this.known = this.ticket.id;
      this.drawn = FIRST;
    }
    if (changed.has('messages') || changed.has('history')) this.entries = this.messages ? this.inOrder() : [];
  }

  updated() {
    if (this.drawn < this.entries.length) this.timer ??= setTimeout(() => this.drawMore(), PAUSE);
  }

  async drawMore() {
    const end = performance.now() + TIME;
    do {
      this.drawn += SLICE;
      await this.updateComplete;
    } while (this.drawn < this.entries.length && performance.now() < end);
    this.timer = undefined;
    if (this.isConnected) this.updated();
  }

  /** With it the messages are there as well. */
  async getUpdateComplete() {
    const done = await super.getUpdateComplete();
    await Promise.all([...this.querySelectorAll('sb-message')].filter(message => message.isUpdatePending).map(message => message.updateComplete));
    return done;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Messages and groups of events in the order of time. */
  inOrder() {
    const told = (this.history ?? []).filter(event => !UNTOLD.test(event.type)).map(event => ({ at: event.at, event }));
    const said = this.messages.map(message => ({ at: message.createdAt, message }));
    const entries = [];
    for (const one of [...told.reverse(), ...said].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
      const last = entries.at(-1);
      if (one.message) entries.push(one);
      else if (last?.events) last.events.push(one.event);
      else entries.push({ events: [one.event] });
    }
    return entries;
  }

  render() {
    if (!this.messages) return skeletonRows(4);
    if (!this.messages.length) return html`<p class="quiet">${t('thread.empty')}</p>`;
    return html`${repeat(this.entries.slice(-this.drawn), entry => entry.message?.id ?? entry.events[0].id, entry => entry.message
      ? html`<sb-message .message=${entry.message} .ticket=${this.ticket}></sb-message>` : this.folded(entry.events))}
      ${this.solution()}`;
  }

  folded(events) {
    const lines = events.map(event => ({ event, ...happened(event, this.ticket) }));
    const last = lines.at(-1);
    return html`<details class="happened"><summary><span>${lines.length > 1 ? html`${t('thread.events', { count: lines.length })} · ` : nothing}${last.who} ${last.what} · ${timeOf(last.event.at)}</span></summary>
      <ul>${lines.map(line => html`<li><span><b>${line.who}</b> ${line.what}</span>${line.event.reason ? html`<span>“${line.event.reason}”</span>` : nothing}<time datetime=${line.event.at}>${exactly(line.event.at)}</time></li>`)}</ul></details>`;
  }

  solution() {
    const found = this.ticket.resolution;
    if (!found?.summary) return nothing;
    return html`<section class="solution"><h2>${icon('done')} ${t('ticket.resolution')} · ${t(`kind.${found.kind}`)}</h2><p>${found.summary}</p>
      ${found.rootCause ? html`<h2>${t('move.cause')}</h2><p>${found.rootCause}</p>` : nothing}
      ${found.plan ? html`<h2>${t('move.plan')}</h2><p>${found.plan}</p>` : nothing}</section>`;
  }
}
customElements.define('sb-thread', Thread);
