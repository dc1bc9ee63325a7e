/** A place of a page where plugins may add something: what they add stands in it, and nothing if they add nothing. */
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../kit/element.js';
import { contributed, contributions } from '../data/contributions.js';
import './contribution.js';

class Slot extends PageElement {
  /** `name` of the slot; `given` besides what every context has; `around` draws what stands around each: (entry, element). */
  static properties = { name: {}, given: { attribute: false }, around: { attribute: false } };

  constructor() {
    super();
    this.given = {};
    this.around = (entry, element) => element;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(contributions, 'change', () => this.requestUpdate());
  }

  render() {
    return html`${repeat(contributed(this.name), entry => entry.element, entry =>
      this.around(entry, html`<sb-contribution .entry=${entry} .given=${this.given}></sb-contribution>`))}`;
  }
}
customElements.define('sb-slot', Slot);
