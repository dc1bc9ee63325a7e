/** The working time on a ticket: what was recorded, what is added, and a clock that runs while one works. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { events } from '../data/events.js';
import { may, session } from '../data/session.js';
import { t } from '../text/index.js';
import { minutesOf } from './spans.js';

const KINDS = ['work', 'research', 'contact', 'travel', 'other'];
const LONGEST = 1440;
/** So many stand there before the rest is asked for. */
const FEW = 3;
const BEAT = 20_000;

class TimeSpent extends PageElement {
  static properties = { ticket: { attribute: false }, sheet: { state: true }, editing: { state: true }, whole: { state: true }, problem: { state: true }, working: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(events, 'ticket', ({ detail }) => detail.ticket === this.ticket?.id && detail.type === 'time.recorded' && this.load());
    this.follow(events, 'reload', () => this.ticket && this.load());
    this.beat = setInterval(() => this.begun && this.requestUpdate(), BEAT);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  willUpdate(changed) {
    if (changed.has('ticket') && this.known !== this.ticket.id) {
      this.known = this.ticket.id;
      Object.assign(this, { sheet: null, editing: null, whole: false, problem: null });
      this.load();
    }
  }

  get path() {
    return `/tickets/${this.ticket.id}/time`;
  }

  async load() {
    const { path } = this;
    try {
      const found = await get(path);
      if (path === this.path) this.sheet = found;
    } catch (problem) {
      if (!problem.offline && problem.status !== 403) throw problem;
    }
  }

  /** The clock runs in this browser, also while the page is closed; it is the reader's alone. */
  get clock() {
    return `sb-clock-${session.user.id}-${this.ticket.id}`;
  }

  get begun() {
    return Number(localStorage.getItem(this.clock)) || null;
  }

  get passed() {
    return Math.min(LONGEST, Math.max(1, Math.round((Date.now() - this.begun) / 60_000)));
  }

  start() {
    localStorage.setItem(this.clock, String(Date.now()));
    this.requestUpdate();
  }

  /** Puts what passed where it is recorded: it may be corrected first. */
  async stop() {
    const { passed } = this;
    localStorage.removeItem(this.clock);
    this.requestUpdate();
    await this.updateComplete;
    const field = this.querySelector('.time-form.adding [name=minutes]');
    field.value = passed;
    field.focus();
  }

  async try(method, path, options) {
    this.problem = null;
    this.working = true;
    try {
      await call(method, path, options);
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.offline ? t('app.offline') : problem.status === 412 ? t('time.changed') : problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message;
      return false;
    } finally {
      this.working = false;
      await this.load();
    }
  }

  async send(event, entry) {
    event.preventDefault();
    const form = event.target;
    const { minutes, kind, note } = form.elements;
    const body = { minutes: Number(minutes.value), kind: kind.value, note: note.value.trim() || null };
    if (!(body.minutes >= 1)) {
      minutes.focus();
      return;
    }
    const asked = JSON.stringify(body);
    if (this.sent?.asked !== asked) this.sent = { asked, key: newKey() };
    const done = entry ? await this.try('PATCH', `${this.path}/${entry.id}`, { body, version: entry.version })
      : await this.try('POST', this.path, { body, key: this.sent.key });
    if (!done) return;
    this.sent = null;
    this.editing = null;
    if (!entry) form.reset();
  }

  async edit(entry) {
    this.editing = entry.id;
    this.problem = null;
    await this.updateComplete;
    this.querySelector('.time-form.editing [name=minutes]').focus();
  }

  render() {
    const { sheet } = this;
    if (!sheet) return nothing;
    const shown = this.whole ? sheet.items : sheet.items.slice(-FEW);
    return html`<section class="short time-spent"><h2>${t('time.title')}${sheet.totalMinutes ? html`<span class="total">${minutesOf(sheet.totalMinutes)}</span>` : nothing}</h2>
      ${shown.length < sheet.items.length ? html`<button type="button" class="plain earlier-time" @click=${() => { this.whole = true; }}>${t('time.all', { count: sheet.items.length })}</button>` : nothing}
      ${shown.length ? html`<ul>${shown.map(entry => this.editing === entry.id ? html`<li>${this.form(entry)}</li>` : this.entry(entry))}</ul>` : nothing}
      ${may('ticket.edit') ? this.form() : sheet.items.length ? nothing : html`<p class="quiet">${t('time.none')}</p>`}
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}</section>`;
  }

  entry(entry) {
    const own = may('ticket.edit') && entry.ticket === this.ticket.id && (entry.agent?.id === session.user.id || may('report.read'));
    const minutes = minutesOf(entry.minutes);
    return html`<li class="time-entry"><span class="minutes">${minutes}</span>
      <span class="explained"><span>${t(`time.kind.${entry.kind}`)}${entry.agent ? html` <span class="quiet">· ${entry.agent.name}</span>` : nothing}</span>
        <span class="quiet small">${entry.note ? html`${entry.note} · ` : nothing}${timeOf(entry.at)}</span></span>
      ${own ? html`<span class="ways"><button type="button" class="plain square" aria-label=${t('time.edit', { minutes })} title=${t('time.edit', { minutes })} @click=${() => this.edit(entry)}>${icon('note')}</button>
        <button type="button" class="plain square" aria-label=${t('time.remove', { minutes })} title=${t('time.remove', { minutes })} ?disabled=${this.working} @click=${() => this.try('DELETE', `${this.path}/${entry.id}`, { version: entry.version })}>${icon('close')}</button></span>` : nothing}</li>`;
  }

  form(entry) {
    return html`<form class="time-form ${entry ? 'editing' : 'adding'}" novalidate @submit=${event => this.send(event, entry)} @keydown=${event => { if (entry && event.key === 'Escape') this.editing = null; }}>
      <div class="line"><input name="minutes" type="number" inputmode="numeric" min="1" max=${LONGEST} placeholder="15" aria-label=${t('demand.minutes')} value=${entry?.minutes ?? nothing}>
        <span aria-hidden="true">${t('time.unit')}</span>
        <select name="kind" aria-label=${t('time.kind')}>${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === (entry?.kind ?? 'work')}>${t(`time.kind.${kind}`)}</option>`)}</select>
        ${entry ? nothing : this.watch()}
        <button class="plain square" aria-label=${t(entry ? 'time.save' : 'demand.record')} title=${t(entry ? 'time.save' : 'demand.record')} ?disabled=${this.working}>${icon(entry ? 'check' : 'plus')}</button></div>
      <input name="note" class="said" maxlength="1000" placeholder=${t('time.note')} aria-label=${t('time.note')} value=${entry?.note ?? nothing}></form>`;
  }

  watch() {
    const { begun } = this;
    return begun ? html`<button type="button" class="running" aria-label=${t('time.stop', { minutes: minutesOf(this.passed) })} title=${t('time.stop', { minutes: minutesOf(this.passed) })} @click=${this.stop}>${icon('pause')}${minutesOf(this.passed)}</button>`
      : html`<button type="button" class="plain square" aria-label=${t('time.start')} title=${t('time.start')} @click=${this.start}>${icon('clock')}</button>`;
  }
}
customElements.define('sb-time-spent', TimeSpent);
