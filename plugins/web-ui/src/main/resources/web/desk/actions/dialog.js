/**
 * Where an action on a ticket is prepared: what it needs, and what it will do, before it does it. An action says
 * `{id, title, word, state(ticket), fields(form), will(form), ready(form), request(form), done(form, data)}`; the form has
 * `ticket`, `thread`, `state`, and `set(changes)`.
 */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import { toast } from '../../kit/toast.js';
import { call, get, newKey, Problem } from '../../data/api.js';
import { t } from '../../text/index.js';
import { go } from '../router.js';

class ActionDialog extends PageElement {
  static properties = { action: { state: true }, ticket: { state: true }, state: { state: true }, problem: { state: true }, working: { state: true } };

  /** Opens the dialog of an action; `with` adds to its state. */
  async ask(action, ticket, { thread = [], ...others } = {}) {
    Object.assign(this, { action, ticket, thread, problem: null, working: false, sent: null });
    this.state = { ...action.state?.(ticket), ...others };
    await this.updateComplete;
    this.querySelectorAll('sb-ticket-search').forEach(search => search.empty());
    this.querySelector('dialog').showModal();
    this.querySelector('.body :is(input, textarea, select, button)')?.focus();
    this.prepare(action);
  }

  /** What is told of the desk for the preview; without it the preview says less. */
  async prepare(action) {
    try {
      const known = await action.prepare?.(this.form);
      if (known && this.action === action) this.set(known);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  get form() {
    return { ticket: this.ticket, thread: this.thread, state: this.state, set: changes => this.set(changes), wrong: name => this.wrong(name) };
  }

  set(changes) {
    this.state = { ...this.state, ...changes };
  }

  wrong(name) {
    return this.problem?.errors?.find(error => error.field === name)?.message;
  }

  async send(event) {
    event.preventDefault();
    const { action, form } = this;
    if (this.working || !(action.ready?.(form) ?? true)) return;
    const { method = 'POST', path, body } = action.request(form);
    const asked = JSON.stringify([path, body]);
    if (this.sent?.asked !== asked) this.sent = { asked, key: newKey() };
    this.working = true;
    this.problem = null;
    try {
      const { data } = await call(method, `/tickets/${this.ticket.id}${path}`, { body, version: this.ticket.version, key: method === 'POST' ? this.sent.key : undefined });
      this.close();
      this.finish(action.done(form, data));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await this.refused(problem);
    } finally {
      this.working = false;
    }
  }

  /** What was written stays; a ticket that changed meanwhile is read anew, so that sending again means it as it is now. */
  async refused(problem) {
    this.problem = problem;
    if (problem.status === 412) this.ticket = await get(`/tickets/${this.ticket.id}`).catch(() => this.ticket);
    this.sent = problem.offline ? this.sent : null;
  }

  finish({ said, to }) {
    toast(said);
    if (to) go(`/tickets/${to}`);
    else this.tell('moved');
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    const { action } = this;
    if (!action) return nothing;
    const { form } = this;
    return html`<dialog class="action" aria-labelledby="action-title"><header><h2 id="action-title">${action.title(form)}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <form @submit=${this.send} novalidate><div class="body">
        ${action.fields?.(form) ?? nothing}
        ${this.preview(action.will(form))}
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problemWords()}</p>` : nothing}
        <p class="actions"><button type="button" @click=${this.close}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.working || !(action.ready?.(form) ?? true)}>${action.word(form)}</button></p></div></form></dialog>`;
  }

  preview(will) {
    const said = will.filter(Boolean);
    return html`<section class="will" aria-live="polite">${said.length ? html`<h3>${t('act.will')}</h3><ul>${said.map(one => html`<li>${one}</li>`)}</ul>` : nothing}</section>`;
  }

  problemWords() {
    const { problem } = this;
    if (problem.offline) return t('app.offline');
    if (problem.status === 412) return t('act.changed');
    return problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message;
  }
}
customElements.define('sb-action-dialog', ActionDialog);
