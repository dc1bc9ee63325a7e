/** Among the pages for administrators: what a hand-over answers. */
import { html, nothing } from 'lit';
import { PageElement, icon, toast } from 'switchboard/kit';
import { say } from './words.js';

const SETTINGS = '/plugins/example-panel/settings';
const MOST = 8;

export class HandOverPage extends PageElement {
  static properties = { context: { attribute: false }, questions: { state: true }, problem: { state: true }, working: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.trying(async () => {
      const { data, version } = await this.context.data.call('GET', SETTINGS);
      this.version = version;
      // What was never set is as the plugin has it from the start.
      this.questions ??= data.values.questions ?? data.schema.properties.questions.default;
    });
  }

  change(index, text) {
    this.questions = this.questions.map((question, at) => at === index ? text : question);
  }

  async save(event) {
    event.preventDefault();
    const questions = this.questions.map(question => question.trim()).filter(Boolean);
    this.working = true;
    const done = await this.trying(async () => {
      this.version = (await this.context.data.call('PUT', SETTINGS, { body: { values: { questions } }, version: this.version })).version;
      this.questions = questions;
    });
    this.working = false;
    if (done) toast(say(this.context, 'saved'));
  }

  async trying(work) {
    this.problem = null;
    try {
      await work();
      return true;
    } catch (problem) {
      if (!(problem instanceof this.context.data.Problem)) throw problem;
      if (problem.status === 412) await this.load();
      this.problem = problem.status === 412 ? say(this.context, 'changed') : problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message;
      return false;
    }
  }

  render() {
    const { context, questions } = this;
    if (!questions) return this.problem ? this.refusal() : html`<p class="quiet" role="status">${say(context, 'loading')}</p>`;
    return html`<p class="quiet lead">${say(context, 'lead')}</p><div class="slot-columns">
      <section class="panel" aria-labelledby="hand-over-questions"><h2 id="hand-over-questions">${say(context, 'questions')}</h2>
        <form @submit=${this.save}>${questions.map((question, index) => this.field(question, index))}
          ${this.refusal()}
          <p class="actions"><button type="button" ?disabled=${questions.length >= MOST} @click=${() => { this.questions = [...questions, '']; }}>${icon('plus')}${say(context, 'add')}</button>
            <button class="primary" ?disabled=${this.working}>${say(context, 'save')}</button></p></form></section>
      <section class="panel" aria-labelledby="hand-over-preview"><h2 id="hand-over-preview">${say(context, 'preview')}</h2>
        ${questions.filter(question => question.trim()).map(question => html`<p class="field"><label>${question}<textarea rows="2" readonly></textarea></label></p>`)}</section></div>`;
  }

  field(question, index) {
    const number = index + 1;
    return html`<p class="field with-button"><input aria-label=${say(this.context, 'question', { number })} maxlength="120" .value=${question} @input=${event => this.change(index, event.target.value)}>
      <button type="button" class="plain square" aria-label=${say(this.context, 'remove', { number })} @click=${() => { this.questions = this.questions.filter((one, at) => at !== index); }}>${icon('close')}</button></p>`;
  }

  refusal() {
    return this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing;
  }
}
