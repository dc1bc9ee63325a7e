/**
 * A value that one changes in place: a button that opens a list of options, with a field to narrow it where there are
 * many. Tells `pick` with the id of the option; the value itself only turns when its owner says so.
 */
import { html, nothing } from 'lit';
import { PageElement, startOf } from './element.js';
import { icon } from './icons.js';
import { t } from '../text/index.js';

const MANY = 9;
let made = 0;

class Picker extends PageElement {
  /**
   * `options` is a list of `{id, label, hint?, mark?, more?}`, or a function that resolves to one; `value` the id of the
   * present one; `shown` what the button shows; `name` what it is; `face` the button's classes.
   */
  static properties = {
    options: { attribute: false }, value: { attribute: false }, shown: { attribute: false }, name: { attribute: false },
    face: { attribute: false }, busy: { type: Boolean }, label: { attribute: false },
    found: { state: true }, query: { state: true }, at: { state: true },
  };

  constructor() {
    super();
    this.uid = `picker-${++made}`;
    this.options = [];
    this.face = 'picker';
    this.found = [];
    this.query = '';
    this.at = 0;
  }

  /** What can be chosen may turn while the menu is open, as when somebody else has moved the ticket: it stays at the same option, if that is still there. */
  willUpdate(changed) {
    if (!changed.has('options') || !Array.isArray(this.options) || !this.menu?.matches(':popover-open')) return;
    const active = this.fitting[this.at]?.id;
    this.found = this.options;
    this.at = Math.max(0, this.fitting.findIndex(option => option.id === active));
  }

  get menu() {
    return this.querySelector('.menu');
  }

  get fitting() {
    const wanted = this.query.toLowerCase().split(/\s+/).filter(Boolean);
    return this.found.filter(option => wanted.every(word => `${option.label} ${option.hint ?? ''}`.toLowerCase().includes(word)));
  }

  async open() {
    this.query = '';
    this.menu.showPopover();
    this.found = typeof this.options === 'function' ? await this.options() : this.options;
    this.at = Math.max(0, this.fitting.findIndex(option => option.id === this.value));
    await this.updateComplete;
    this.put();
    this.querySelector('.menu input, .menu [role=listbox]').focus();
    this.reveal();
  }

  /** Beside the button, where there is room. */
  put() {
    const button = this.querySelector('button').getBoundingClientRect();
    const menu = this.menu;
    menu.style.insetInlineStart = 'auto';
    menu.style.insetInlineStart = `${Math.max(8, Math.min(startOf(button), window.innerWidth - menu.offsetWidth - 8))}px`;
    const below = window.innerHeight - button.bottom;
    if (below > menu.offsetHeight + 8 || below > button.top) {
      menu.style.insetBlock = `${button.bottom + 4}px auto`;
    } else {
      menu.style.insetBlock = `auto ${window.innerHeight - button.top + 4}px`;
    }
  }

  pick(option) {
    this.menu.hidePopover();
    this.querySelector('button').focus();
    if (option.id !== this.value) this.tell('pick', option.id);
  }

  press(event) {
    const fitting = this.fitting;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && fitting.length) {
      this.at = (this.at + steps[event.key] + fitting.length) % fitting.length;
      this.updateComplete.then(() => this.reveal());
    } else if (event.key === 'Enter' && fitting[this.at]) {
      this.pick(fitting[this.at]);
    } else if (event.key === 'Tab') {
      this.menu.hidePopover();
      return;
    } else {
      return;
    }
    event.preventDefault();
  }

  reveal() {
    this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    return html`<button type="button" class="${this.face} ${this.busy ? 'busy' : ''}" aria-haspopup="listbox" aria-label=${this.label ?? nothing}
        title=${this.label ?? nothing} @click=${this.open}>
        <span class="value">${this.shown}</span>${this.face === 'picker' ? icon('down') : nothing}</button>
      <div class="menu" popover @keydown=${this.press}>${this.list()}</div>`;
  }

  list() {
    const fitting = this.fitting;
    const active = fitting.length ? `${this.uid}-${this.at}` : nothing;
    const searching = this.found.length > MANY;
    return html`${searching ? html`<input type="text" role="combobox" aria-expanded="true" aria-controls=${`${this.uid}-list`} aria-autocomplete="list"
        aria-activedescendant=${active} aria-label=${this.name} autocomplete="off" .value=${this.query}
        @input=${event => { this.query = event.target.value; this.at = 0; }}>` : nothing}
      <div role="listbox" id=${`${this.uid}-list`} aria-label=${this.name} tabindex=${searching ? nothing : 0}
        aria-activedescendant=${searching ? nothing : active}>
        ${fitting.map((option, index) => html`<div role="option" id=${`${this.uid}-${index}`} ?data-active=${index === this.at}
          aria-selected=${option.id === this.value} @click=${() => this.pick(option)} @mousemove=${() => { this.at = index; }}>
          ${option.mark ?? nothing}<span class="explained"><span class="name" dir="auto">${option.label}</span>${option.hint ? html`<span class="quiet small">${option.hint}</span>` : nothing}</span>
          ${option.more ?? nothing}${option.id === this.value ? icon('check') : nothing}</div>`)}
      </div>
      ${fitting.length ? nothing : html`<p class="nothing">${t('palette.empty')}</p>`}`;
  }
}
customElements.define('sb-picker', Picker);
