/** Among the actions on a ticket: hand it over in writing. */
import { html, nothing } from 'lit';
import { PageElement, toast } from 'switchboard/kit';
import { written } from './note.js';
import { say } from './words.js';

export class HandOverAction extends PageElement {
  static properties = { context: { attribute: false }, questions: { state: true }, problem: { state: true }, working: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    const { data } = this.context;
    await this.trying(async () => { this.questions = (await data.get(data.own('questions'))).items; });
    await this.updateComplete;
    this.querySelector('textarea')?.focus();
  }

  async send(event) {
    event.preventDefault();
    const { data, ticket, changed, close } = this.context;
    const answers = [...this.querySelectorAll('textarea')].map((field, index) => ({ question: this.questions[index], answer: field.value }));
    if (!answers.some(({ answer }) => answer.trim())) {
      this.problem = say(this.context, 'empty');
      this.querySelector('textarea')?.focus();
      return;
    }
    // The same key for the same words: over a bad line the note counts once.
    const body = written(answers);
    if (this.sent?.body !== body) this.sent = { body, key: data.newKey() };
    this.working = true;
    const done = await this.trying(() => data.call('POST', `/tickets/${ticket.id}/messages`, { key: this.sent.key, body: { kind: 'note', body, format: 'markdown' } }));
    this.working = false;
    if (!done) return;
    toast(say(this.context, 'done'));
    changed();
    close();
  }

  /** Says what was refused, and whether nothing was. */
  async trying(work) {
    this.problem = null;
    try {
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof this.context.data.Problem)) throw problem;
      this.problem = problem.detail || problem.message;
      return false;
    }
  }

  render() {
    const { context } = this;
    return html`<form @submit=${this.send}>
      ${(this.questions ?? []).map(question => html`<p class="field"><label>${question}<textarea rows="2" maxlength="4000"></textarea></label></p>`)}
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <p class="actions"><button type="button" @click=${context.close}>${say(context, 'cancel')}</button>
        <button class="primary" ?disabled=${this.working || !this.questions}>${say(context, 'write')}</button></p></form>`;
  }
}
