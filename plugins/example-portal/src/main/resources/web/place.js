/** In the customers' form: where the thing is that does not work. What is chosen goes into the request. */
import { html } from 'lit';
import { PageElement } from 'switchboard/kit';
import { say } from './words.js';

export class PlaceField extends PageElement {
  static properties = { context: { attribute: false }, places: { state: true }, failed: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    const { data } = this.context;
    try {
      this.places = (await data.get(data.own('told'))).places;
    } catch (problem) {
      if (!(problem instanceof data.Problem)) throw problem;
      this.failed = true;
    }
  }

  render() {
    const { context, places } = this;
    if (!places) return html`<p class="hint" role="status">${say(context, this.failed ? 'failed' : 'loading')}</p>`;
    return html`<select aria-label=${say(context, 'place')} @change=${event => context.change(event.target.value)}>
      <option value="">${say(context, 'unsaid')}</option>
      ${places.map(place => html`<option ?selected=${place === context.value}>${place}</option>`)}</select>`;
  }
}
