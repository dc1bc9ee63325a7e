/**
 * The base of the pages' elements. They render into the page itself, so that labels, forms and the one set of styles work
 * across them, and they speak anew when the reader's language turns.
 */
import { LitElement } from 'lit';
import { language } from '../text/index.js';

/** How far a box of the screen is from the edge at which lines begin: the right one where one reads to the left. */
export const startOf = box => document.documentElement.dir === 'rtl' ? window.innerWidth - box.right : box.left;

export class PageElement extends LitElement {
  #again = () => this.requestUpdate();
  #following = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(language, 'change', this.#again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#following.splice(0).forEach(end => end());
  }

  /** Listens to something for as long as the element is in the page. */
  follow(target, type, listener) {
    target.addEventListener(type, listener);
    this.#following.push(() => target.removeEventListener(type, listener));
  }

  /** Tells the elements around it that something happened. */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
