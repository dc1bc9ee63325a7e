/** Going to another status; where that needs more, such as how it was solved, it is asked for in place. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, newKey, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';

const KINDS = ['instructions', 'configuration_change', 'account_adjustment', 'workaround', 'fix', 'other'];
const CLOSURES = ['confirmed', 'duplicate', 'withdrawn'];

class Move extends PageElement {
  static properties = { ticket: { state: true }, way: { state: true }, problem: { state: true }, working: { state: true } };

  /** Goes at once where nothing more is needed. */
  async ask(ticket, way) {
    Object.assign(this, { ticket, way, problem: null });
    if (way.to !== 'resolved' && way.to !== 'closed' && !way.missing.length) {
      const wanted = statusName(ticket.profile, way.to);
      this.tell('change-ticket', { method: 'POST', path: '/transitions', body: { to: way.to }, name: t('ticket.status'), wanted });
      return;
    }
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = name => form.get(name)?.trim() || undefined;
    const body = { to: this.way.to };
    if (form.has('kind')) body.resolution = { kind: text('kind'), summary: text('summary'), rootCause: text('rootCause'), plan: text('plan') };
    if (form.has('closure')) body.closure = text('closure');
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
      if (problem.status === 412) this.ticket = { ...this.ticket, version: problem.body.currentVersion };
    } finally {
      this.working = false;
    }
  }

  render() {
    const status = this.way ? statusName(this.ticket.profile, this.way.to) : '';
    return html`<dialog aria-labelledby="move-title"><header><h2 id="move-title">${t('move.title', { status })}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
      <form @submit=${this.send}><div class="body">
        ${this.way?.missing.length ? html`<div class="notice field"><b>${t('move.missing')}</b><ul>${this.way.missing.map(one => html`<li>${one.message ?? one.reason ?? one.field}</li>`)}</ul></div>` : nothing}
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
      <div class="field"><label for="move-summary">${t('move.summary')}</label><textarea id="move-summary" name="summary" required rows="4" maxlength="10000" aria-describedby="move-summary-hint">${now.summary ?? ''}</textarea><p class="hint" id="move-summary-hint">${t('move.summary.hint')}</p></div>
      ${this.optional('rootCause', 'move.cause')}${this.optional('plan', 'move.plan')}`;
  }

  optional(name, label) {
    return html`<div class="field"><label for="move-${name}">${t(label)} <span class="quiet">${t('move.optional')}</span></label><textarea id="move-${name}" name=${name} rows="2" maxlength="10000"></textarea></div>`;
  }

  closure() {
    return html`<div class="field"><label for="move-closure">${t('move.closure')}</label><select id="move-closure" name="closure">${CLOSURES.map(one => html`<option value=${one}>${t(`closure.${one}`)}</option>`)}</select></div>${this.reason()}`;
  }

  reason() {
    return this.optional('reason', 'move.reason');
  }
}
customElements.define('sb-move', Move);
