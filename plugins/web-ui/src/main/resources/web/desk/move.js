/** Going to another status; where that needs more, such as how it was solved, it is asked for in place. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import './demands.js';

const KINDS = ['instructions', 'configuration_change', 'account_adjustment', 'workaround', 'fix', 'other'];
const CLOSURES = ['confirmed', 'duplicate', 'withdrawn'];

class Move extends PageElement {
  static properties = { ticket: { state: true }, way: { state: true }, problem: { state: true }, working: { state: true },
    demanded: { state: true }, values: { state: true } };

  /** Goes at once where nothing more is needed. */
  async ask(ticket, way) {
    Object.assign(this, { ticket, way, problem: null, demanded: way.missing, values: {} });
    if (way.to !== 'resolved' && way.to !== 'closed' && !way.missing.length) {
      const wanted = statusName(ticket.profile, way.to);
      this.tell('change-ticket', { method: 'POST', path: '/transitions', body: { to: way.to }, name: t('ticket.status'), wanted });
      return;
    }
    await this.updateComplete;
    this.querySelector('form').reset();
    this.note();
    this.querySelector('dialog').showModal();
  }

  /** Notes what the form has by now, so that what it lacks can be ticked off. */
  note() {
    this.values = Object.fromEntries(new FormData(this.querySelector('form')));
  }

  /** Looks what is still missing after something was mended. */
  async look() {
    const path = `/tickets/${this.ticket.id}`;
    const [ticket, ways] = await Promise.all([get(path), get(`${path}/transitions`)]);
    this.ticket = ticket;
    this.demand(ways.items.find(way => way.to === this.way.to)?.missing ?? []);
    this.tell('moved');
  }

  /** What was demanded once stays in the list, ticked off. */
  demand(missing) {
    this.way = { ...this.way, missing };
    this.demanded = [...this.demanded, ...missing.filter(one => !this.demanded.some(other => other.code === one.code))];
  }

  demands(field) {
    return this.demanded?.some(one => one.field === field);
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = name => form.get(name)?.trim() || undefined;
    const body = { to: this.way.to };
    if (form.has('summary')) body.resolution = { kind: text('kind') ?? this.ticket.resolution?.kind ?? 'other', summary: text('summary'), rootCause: text('rootCause'), plan: text('plan') };
    if (form.has('closure')) body.closure = text('closure');
    if (text('verification')) body.verification = text('verification');
    if (text('reason')) body.reason = text('reason');
    this.working = true;
    this.problem = null;
    try {
      await call('POST', `/tickets/${this.ticket.id}/transitions`, { body, version: this.ticket.version, key: newKey() });
      this.querySelector('dialog').close();
      this.tell('moved');
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      if (problem.code === 'guard-refused' && problem.body.reasons) {
        this.problem = null;
        this.demand(problem.body.reasons);
      }
      if (problem.status === 412) this.ticket = { ...this.ticket, version: problem.body.currentVersion };
    } finally {
      this.working = false;
    }
  }

  render() {
    const status = this.way ? statusName(this.ticket.profile, this.way.to) : '';
    return html`<dialog aria-labelledby="move-title"><header><h2 id="move-title">${t('move.title', { status })}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
      <form @submit=${this.send} @input=${this.note} @change=${this.note}><div class="body">
        <sb-demands .ticket=${this.ticket} .all=${this.demanded ?? []} .open=${this.way?.missing ?? []} .values=${this.values} @mended=${() => this.look()}></sb-demands>
        ${this.problem ? html`<p class="notice bad field" role="alert">${this.problemWords()}</p>` : nothing}
        ${this.way?.to === 'resolved' ? this.resolution() : this.way?.to === 'closed' ? this.closure() : this.reason()}
        <p class="actions"><button type="button" @click=${() => this.querySelector('dialog').close()}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.working}>${t('move.do', { status })}</button></p></div></form></dialog>`;
  }

  problemWords() {
    const { problem } = this;
    if (problem.offline) return t('app.offline');
    if (problem.status === 412) return t('conflict.text');
    return problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message;
  }

  resolution() {
    const now = this.ticket.resolution ?? {};
    return html`<div class="field"><label for="move-kind">${t('move.kind')}</label><select id="move-kind" name="kind">${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === now.kind}>${t(`kind.${kind}`)}</option>`)}</select></div>
      ${this.summary(now)}${this.optional('rootCause', 'move.cause', now.rootCause)}${this.optional('plan', 'move.plan', now.plan)}`;
  }

  summary(now) {
    return html`<div class="field"><label for="move-summary">${t('move.summary')}</label><textarea id="move-summary" name="summary" required rows="4" maxlength="10000" aria-describedby="move-summary-hint">${now.summary ?? ''}</textarea><p class="hint" id="move-summary-hint">${t('move.summary.hint')}</p></div>`;
  }

  /** A text that may be left out, unless it is demanded. */
  optional(name, label, now = '') {
    const needed = this.demands(`resolution.${name}`);
    return html`<div class="field"><label for="move-${name}">${t(label)}${needed ? nothing : html` <span class="quiet">${t('move.optional')}</span>`}</label>
      <textarea id="move-${name}" name=${name} rows="2" maxlength="10000" ?required=${needed}>${now ?? ''}</textarea></div>`;
  }

  closure() {
    return html`<div class="field"><label for="move-closure">${t('move.closure')}</label><select id="move-closure" name="closure">${CLOSURES.map(one => html`<option value=${one}>${t(`closure.${one}`)}</option>`)}</select></div>${this.demands('resolution.summary') ? this.summary(this.ticket.resolution ?? {}) : nothing}${this.reason()}`;
  }

  reason() {
    return this.optional('reason', 'move.reason');
  }
}
customElements.define('sb-move', Move);
