/** A page that a plugin adds to an area: the area's own head, and below it the plugin's element. */
import { html } from 'lit';
import { PageElement } from '../kit/element.js';
import { emptyState } from '../kit/states.js';
import { contributions, pageAt, titleOf } from '../data/contributions.js';
import { t } from '../text/index.js';
import './contribution.js';

class SlotPage extends PageElement {
  /** `slot` whose page it is; `plugin` and `part`, the name of the class, as the address has them. */
  static properties = { name: {}, plugin: {}, part: {} };

  connectedCallback() {
    super.connectedCallback();
    this.follow(contributions, 'change', () => this.requestUpdate());
  }

  render() {
    const entry = pageAt(this.name, this.plugin, this.part);
    if (!entry) return html`<h1 class="only-read">${t('slot.no-page')}</h1>${emptyState('plugin', t('slot.no-page'), t('slot.no-page.text'))}`;
    document.title = `${titleOf(entry)} · Switchboard`;
    return html`<header class="page-head"><h1>${titleOf(entry)}</h1><div class="tools"><span class="tag">${entry.plugin}</span></div></header>
      <div class="slot-page"><sb-contribution .entry=${entry}></sb-contribution></div>`;
  }
}
customElements.define('sb-slot-page', SlotPage);
