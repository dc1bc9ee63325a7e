/** On the customers' front page: what is known to be out of order. */
import { html } from 'lit';
import { PageElement } from 'switchboard/kit';
import { say } from './words.js';

export class DisturbanceCard extends PageElement {
  static properties = { context: { attribute: false }, told: { state: true }, failed: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    const { data } = this.context;
    try {
      this.told = (await data.get(data.own('told'))).disturbances;
    } catch (problem) {
      if (!(problem instanceof data.Problem)) throw problem;
      this.failed = true;
    }
  }

  render() {
    const { context, told } = this;
    if (!told) return html`<p role="status">${say(context, this.failed ? 'failed' : 'loading')}</p>`;
    return told.length ? html`<ul>${told.map(line => html`<li>${line}</li>`)}</ul>` : html`<p>${say(context, 'none')}</p>`;
  }
}
