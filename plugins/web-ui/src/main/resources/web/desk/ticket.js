/** One ticket: what was said, what can be done, and what is known. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { problemNotice, skeletonRows } from '../kit/states.js';
import { icon } from '../kit/icons.js';
import { exactly, timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { turn } from '../kit/turn.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { events } from '../data/events.js';
import { may, session } from '../data/session.js';
import { t } from '../text/index.js';
import { differences } from './conflict.js';
import { askForDrafts, newerDrafts } from './drafts.js';
import { Presence } from './presence.js';
import { mergedNotice } from './actions/merged.js';
import './actions/menu.js';
import './compose/held.js';
import { heldOf, outbox, takeBack } from './compose/outbox.js';
import './composer.js';
import './escalations.js';
import './links.js';
import './macro.js';
import './properties.js';
import './requester.js';
import './tasks.js';
import './thread.js';
import './move.js';
import { wanted } from './parts.js';
import '../slots/slot.js';
import { titleOf } from '../data/contributions.js';

const PAUSE = 400;
/** What stands at the side comes in so many parts. */
const SIDE = 3;
/** In these nobody has a move any more. */
const OVER = new Set(['closed', 'archived']);
const NOTHING = { messages: [], cursor: '' };
/** After these, messages that were read may have changed or gone. */
const REWRITES = new Set(['ticket.redacted', 'ticket.split', 'ticket.merged', 'ticket.unmerged']);

const panel = (entry, element) => html`<section class="slot-panel"><h2>${icon(entry.icon)}${titleOf(entry)}</h2>${element}</section>`;

class Ticket extends PageElement {
  static properties = {
    number: { attribute: false }, back: { attribute: false }, ticket: { state: true }, thread: { state: true },
    history: { state: true }, ways: { state: true }, drafts: { state: true }, problem: { state: true },
    conflict: { state: true }, busy: { state: true }, here: { state: true }, side: { state: true },
  };

  /** For plugins that have changed the ticket. */
  changed = () => this.soon();

  constructor() {
    super();
    this.here = [];
    this.presence = new Presence(people => { this.here = people; });
  }

  connectedCallback() {
    super.connectedCallback();
    wanted('beside');
    this.follow(events, 'ticket', ({ detail }) => detail.ticket === this.ticket?.id && this.soon(REWRITES.has(detail.type)));
    this.follow(events, 'reload', () => this.ticket && this.soon(true));
    this.follow(events, 'presence', event => this.presence.told(event.detail));
    this.addEventListener('change-ticket', event => this.change(event.detail));
    this.addEventListener('moved', () => this.refresh());
    this.addEventListener('posted', event => this.posted(event.detail));
    this.addEventListener('writing', () => this.presence.writing());
    this.addEventListener('held', () => this.toEnd());
    this.addEventListener('apply-macro', event => this.querySelector('sb-macro')?.take(event.detail));
    this.follow(outbox, 'sent', event => event.detail.ticket === this.ticket?.id && this.posted(event.detail));
    this.follow(outbox, 'failed', event => event.detail.ticket === this.ticket?.id && this.querySelector('sb-composer')?.restore(event.detail));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.presence.leave();
  }

  willUpdate(changed) {
    if (changed.has('number') && this.ticket?.number !== this.number) this.load();
  }

  async load() {
    const number = this.number;
    Object.assign(this, { ticket: null, thread: null, history: null, ways: [], drafts: null, problem: null, conflict: null, here: [], read: NOTHING, side: 0 });
    this.presence.leave();
    try {
      const [ticket, kept] = await Promise.all([get(`/tickets/${encodeURIComponent(number)}`), askForDrafts(encodeURIComponent(number))]);
      if (this.number !== number) return;
      // What waits to be sent stands in the conversation, not in the composer too; what was begun since does.
      const held = heldOf(ticket.id);
      const drafts = newerDrafts(ticket.id, kept);
      const waits = held && drafts[held.kind].trim() === held.wanted.body.trim();
      Object.assign(this, { ticket, drafts: waits ? { ...drafts, [held.kind]: '' } : drafts });
      document.title = `${ticket.number} ${ticket.subject} · Switchboard`;
      this.presence.arrive(ticket.id);
      this.drawSide(number);
      await this.readAround(number);
      await this.toEnd();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (this.number === number) this.problem = problem;
    }
  }

  /** Draws the side from its top, each part in a turn of its own: all at once would keep the page from answering. */
  async drawSide(number) {
    for (let part = 1; part <= SIDE; part++) {
      await turn();
      if (this.number !== number) return;
      this.side = part;
    }
  }

  async readAround(number) {
    const path = `/tickets/${this.ticket.id}`;
    const [thread, history, ways] = await Promise.all([
      this.readThread(path), get(`${path}/history?limit=200`), get(`${path}/transitions`).catch(() => ({ items: [] }))]);
    if (this.number !== number) return;
    Object.assign(this, { thread, history: history.items, ways: ways.items });
  }

  /** Reads what was said since the last full page; what stands before it does not change. */
  async readThread(path) {
    let page;
    do {
      const { messages, cursor } = this.read;
      page = await get(`${path}/thread?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      if (page.next) this.read = { messages: [...messages, ...page.items], cursor: page.next };
    } while (page.next && this.ticket && path.endsWith(this.ticket.id));
    return [...this.read.messages, ...page.items];
  }

  /** Reads anew soon, once for many changes; `whole` also what stood there before. */
  soon(whole) {
    if (whole) this.read = NOTHING;
    this.timer ??= setTimeout(() => this.refresh(), PAUSE);
  }

  /** Reads it anew, and leaves the reader where they are. */
  async refresh() {
    this.timer = undefined;
    if (!this.ticket) return;
    const number = this.number;
    try {
      const ticket = await get(`/tickets/${this.ticket.id}`);
      if (this.number !== number) return;
      this.ticket = ticket;
      await this.readAround(number);
    } catch (problem) {
      if (problem.status === 404) this.problem = problem;
      else if (!problem.offline) throw problem;
    }
  }

  /**
   * Makes a change to the version that the reader saw. If it had changed, nothing is done: what changed is shown beside
   * what was wanted, and the reader decides.
   */
  async change(wanted) {
    // The reader's own changes follow each other: what one answers fast is no conflict with oneself.
    const before = this.changing;
    let done;
    this.changing = new Promise(resolve => { done = resolve; });
    await before;
    try {
      await this.make(wanted);
    } finally {
      done();
    }
  }

  async make({ method = 'PATCH', path = '', body, name, wanted }) {
    const seen = this.ticket;
    this.busy = name;
    try {
      const { data } = await call(method, `/tickets/${seen.id}${path}`, { body, version: seen.version, key: method === 'POST' ? newKey() : undefined });
      this.conflict = null;
      if (data?.version) this.ticket = { ...seen, ...data };
      toast(t('ticket.saved'));
      await this.refresh();
    } catch (problem) {
      await this.refused(problem, seen, { method, path, body, name, wanted });
    } finally {
      this.busy = null;
    }
  }

  async refused(problem, seen, change) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 412) {
      await this.refresh();
      this.conflict = { theirs: differences(seen, this.ticket), change };
      await this.updateComplete;
      this.querySelector('.conflict h2').focus();
    } else {
      toast(problem.offline ? t('app.offline') : problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message);
      this.requestUpdate();
    }
  }

  async posted({ kind, thenMove }) {
    toast(t({ note: 'compose.noted', reply: 'compose.sent', macro: 'macro.done' }[kind]));
    await this.refresh();
    await this.toEnd();
    if (thenMove) this.move(thenMove);
  }

  /** Goes to another status: at once, or through a form where it needs more. */
  move(to) {
    const way = this.ways.find(candidate => candidate.to === to);
    this.querySelector('sb-move').ask(this.ticket, way ?? { to, missing: [] });
  }

  /** Shows what was said last. */
  async toEnd() {
    await this.updateComplete;
    await this.querySelector('sb-thread')?.updateComplete;
    const scroll = this.querySelector('.talk-scroll');
    if (!scroll) return;
    // On a narrow screen the page scrolls as a whole, and one writes below what was said last.
    if (getComputedStyle(scroll).overflowY === 'visible') (this.querySelector('sb-composer') ?? scroll).scrollIntoView({ block: 'end' });
    else scroll.scrollTop = scroll.scrollHeight;
  }

  render() {
    if (this.problem) return html`<h1 class="only-read">${t('ticket.label', { number: this.number })}</h1>${problemNotice(this.problem, () => this.load())}`;
    if (!this.ticket) return skeletonRows(8);
    const ticket = this.ticket;
    return html`<article class="ticket-page" aria-label=${t('ticket.label', { number: ticket.number })}>
      ${this.head(ticket)}
      <div class="talk">
        ${ticket.disposition === 'merged' ? mergedNotice(ticket.mergedInto) : nothing}
        <div class="talk-scroll" tabindex="0" role="region" aria-label=${t('thread.label')}><sb-thread .ticket=${ticket} .messages=${this.thread} .history=${this.history}></sb-thread>
          <sb-held .ticket=${ticket.id} @take-back=${() => this.querySelector('sb-composer').restore(takeBack(ticket.id))}></sb-held></div>
        ${this.drafts && this.thread ? html`<sb-composer .ticket=${ticket} .ways=${this.ways} .drafts=${this.drafts}></sb-composer>` : nothing}
      </div>
      <aside class="aside" aria-label=${t('ticket.properties')} tabindex="0">
        ${this.conflict ? this.clash() : nothing}
        ${this.sides(ticket)}
      </aside>
      <sb-move></sb-move>
    </article>`;
  }

  sides(ticket) {
    return [
      () => html`<sb-escalations .ticket=${ticket} @answer-escalation=${event => this.querySelector('sb-actions').answer(...event.detail)}></sb-escalations>
        <section><sb-properties .ticket=${ticket} .ways=${this.ways} .busy=${this.busy} @move=${event => this.move(event.detail)}></sb-properties></section>`,
      () => html`<sb-diagnostics .ticket=${ticket}></sb-diagnostics>
        <section><sb-requester .ticket=${ticket}></sb-requester></section>
        <section><sb-tasks .ticket=${ticket}></sb-tasks></section>`,
      () => html`${may('ticket.note') ? html`<sb-time-spent .ticket=${ticket}></sb-time-spent>` : nothing}
        <section><sb-links .ticket=${ticket}></sb-links><sb-chain .ticket=${ticket}></sb-chain></section>
        <sb-slot name="ticket-panel" .given=${{ ticket, changed: this.changed }} .around=${panel}></sb-slot>`,
    ].slice(0, this.side).map(draw => draw());
  }

  head(ticket) {
    const others = this.here.filter(person => person.id !== session.user.id);
    const names = kind => others.filter(person => person.activity === kind).map(person => person.name).join(', ');
    return html`<header class="ticket-head">
      <a class="button plain square" href=${this.back} aria-label=${t('app.back')} title=${t('app.back')}>${icon('back')}</a>
      <div class="title"><h1><bdi>${ticket.subject}</bdi></h1>
        <p class="line"><span class="number">${ticket.number}</span>
          ${OVER.has(ticket.status) ? nothing : html`<span>${t(`move.${ticket.nextMove}`)}</span>`}
          ${ticket.confidential ? html`<span class="vip">${icon('lock')}${t('confidential')}</span>` : nothing}
          ${ticket.disposition === 'none' ? nothing : html`<span class="tag">${t(`disposition.${ticket.disposition}`)}</span>`}
          ${ticket.postponedUntil ? html`<span>${t('ticket.postponed', { time: exactly(ticket.postponedUntil) })}</span>` : nothing}
          <span>${t('ticket.updated')} ${timeOf(ticket.updatedAt)}</span>
          <span class="presence" aria-live="polite">${names('writing') ? t('presence.writing', { names: names('writing') }) : names('viewing') ? t('presence.viewing', { names: names('viewing') }) : nothing}</span>
        </p></div>
      ${may('template.use') ? html`<sb-macro .ticket=${ticket}></sb-macro>` : nothing}
      <sb-actions .ticket=${ticket} .messages=${this.thread}></sb-actions></header>`;
  }

  clash() {
    const { theirs, change } = this.conflict;
    return html`<section class="conflict" role="alertdialog" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabindex="-1">${t('conflict.title')}</h2><p>${t('conflict.text')}</p>
      <dl>${theirs.length ? html`<dt>${t('conflict.theirs')}</dt>${theirs.map(one => html`<dd>${one.name}: <s>${one.before}</s> → <b>${one.after}</b></dd>`)}` : nothing}
        <dt>${t('conflict.mine')}</dt><dd>${change.name}: <b>${change.wanted}</b></dd></dl>
      <p class="actions"><button type="button" class="primary" @click=${() => this.change(change)}>${t('conflict.apply')}</button>
        <button type="button" @click=${() => { this.conflict = null; }}>${t('conflict.leave')}</button></p></section>`;
  }
}
customElements.define('sb-ticket', Ticket);
