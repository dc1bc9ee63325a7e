/** The sheet of shortcuts. */
import { html } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { remember } from '../data/session.js';
import { t } from '../text/index.js';
import { keysAct } from './shortcuts.js';

const SHEET = [
  ['keys.everywhere', [['Ctrl K', 'keys.palette'], ['/', 'keys.search'], ['c', 'keys.new'], ['?', 'keys.help']]],
  ['keys.list', [['j', 'keys.next'], ['k', 'keys.previous'], ['Enter', 'keys.open'], ['x', 'keys.choose'], ['Shift x', 'keys.choose.range'], ['Esc', 'keys.choose.none']]],
  ['keys.ticket', [['r', 'keys.reply'], ['n', 'keys.note'], ['Ctrl Enter', 'keys.send'], ['j', 'keys.next'], ['k', 'keys.previous'], ['u', 'keys.back']]],
];

class Keys extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    this.follow(window, 'open-keys', () => {
      this.requestUpdate();
      this.querySelector('dialog').showModal();
    });
  }

  render() {
    return html`<dialog aria-labelledby="keys-title"><header><h2 id="keys-title">${t('keys.title')}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
      <div class="body">
        ${SHEET.map(([title, keys]) => html`<h3 class="quiet">${t(title)}</h3><dl class="keys-list">${keys.map(([key, what]) => html`
          <dt>${t(what)}</dt><dd>${key.split(' ').map(part => html`<kbd>${part}</kbd> `)}</dd>`)}</dl>`)}
        <label class="switch"><input type="checkbox" .checked=${keysAct()} @change=${event => remember('keys', event.target.checked)}>${t('keys.off')}</label>
      </div></dialog>`;
  }
}
customElements.define('sb-keys', Keys);
