/** Where a plugin's action is prepared: a dialog around its element, which closes it. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { contributions, titleOf } from '../data/contributions.js';
import { t } from '../text/index.js';
import './contribution.js';

class SlotDialog extends PageElement {
  static properties = { entry: { state: true }, given: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(contributions, 'change', () => this.look());
  }

  /** Opens it for a contribution. */
  async show(entry, given) {
    this.entry = entry;
    this.given = { ...given, close: () => this.close() };
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  /** What is no longer there cannot be done any more. */
  look() {
    if (!this.entry || contributions.items.some(entry => entry.element === this.entry.element)) return;
    toast(t('slot.gone', { title: titleOf(this.entry) }));
    this.close();
  }

  render() {
    if (!this.entry) return nothing;
    return html`<dialog class="action" aria-labelledby="slot-dialog-title" @close=${() => { this.entry = null; }}>
      <header><h2 id="slot-dialog-title">${titleOf(this.entry)}</h2>
        <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <div class="body"><sb-contribution .entry=${this.entry} .given=${this.given}></sb-contribution></div></dialog>`;
  }
}
customElements.define('sb-slot-dialog', SlotDialog);
