/** A reply that is about to be sent, where it will stand, with the way back. Tells `take-back`. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { avatar } from '../../kit/badges.js';
import { icon } from '../../kit/icons.js';
import { session } from '../../data/session.js';
import { t } from '../../text/index.js';
import { heldOf, outbox, sendNow } from './outbox.js';

class Held extends PageElement {
  static properties = { ticket: { attribute: false }, left: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(outbox, 'change', () => this.count());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  willUpdate(changed) {
    if (changed.has('ticket')) this.count();
  }

  /** Counts down, and is read out once only. */
  count() {
    clearTimeout(this.timer);
    const held = heldOf(this.ticket);
    this.left = held ? Math.max(0, Math.ceil((held.until - Date.now()) / 1000)) : null;
    if (held) this.timer = setTimeout(() => this.count(), 500);
  }

  render() {
    const held = heldOf(this.ticket);
    if (!held) return nothing;
    return html`<article class="message reply held"><header>${avatar(session.user.name)}<span class="author" dir="auto">${session.user.name}</span>
        <span class="kind">${icon('clock')}<span aria-hidden="true">${t('compose.held', { count: this.left })}</span><span class="only-read" role="status">${t('compose.held.once')}</span></span>
        <span class="ways"><button type="button" class="undo" @click=${() => this.tell('take-back')}>${t('compose.undo')}</button>
          <button type="button" class="plain" @click=${() => sendNow(this.ticket)}>${t('compose.now')}</button></span></header>
      <p class="words as-written">${held.wanted.body}</p></article>`;
  }
}
customElements.define('sb-held', Held);
