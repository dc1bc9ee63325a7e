/** Beside a ticket: how it was handed over last. */
import { html, nothing } from 'lit';
import { PageElement, timeOf } from 'switchboard/kit';
import { last } from './note.js';
import { say } from './words.js';

export class HandOverPanel extends PageElement {
  static properties = { context: { attribute: false }, found: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(this.context.events, 'ticket', ({ detail }) => detail.ticket === this.context.ticket.id && detail.type === 'message.noted' && this.look());
    this.follow(this.context.events, 'reload', () => this.look());
  }

  willUpdate(changed) {
    if (changed.has('context') && changed.get('context')?.ticket.id !== this.context.ticket.id) this.look();
  }

  async look() {
    const { data, ticket } = this.context;
    try {
      const found = await last(data, ticket);
      if (this.context.ticket.id === ticket.id) Object.assign(this, { found, problem: null });
    } catch (problem) {
      if (!(problem instanceof data.Problem)) throw problem;
      this.problem = problem;
    }
  }

  render() {
    const { context, found } = this;
    if (this.problem && !found) return html`<p class="quiet small">${this.problem.detail || this.problem.message}</p>`;
    if (found === undefined) return html`<p class="quiet small" role="status">${say(context, 'loading')}</p>`;
    if (!found) return html`<p class="quiet small">${say(context, 'none')}</p>`;
    return html`<dl>${found.answers.map(({ question, answer }) => html`<dt class="quiet small">${question}</dt><dd>${answer}</dd>`)}</dl>
      <p class="quiet small">${timeOf(found.at)}${found.by ? html` ${say(context, 'by', { name: found.by })}` : nothing}</p>`;
  }
}
