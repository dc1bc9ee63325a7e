/** One field for the area: go to a place or to a plugin, or turn how the pages look. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { get, Problem } from '../data/api.js';
import { contributed, pageOf, titleOf } from '../data/contributions.js';
import { may, prefer } from '../data/session.js';
import { t } from '../text/index.js';
import { places } from './areas.js';
import { go } from './router.js';

class AdminPalette extends PageElement {
  static properties = { query: { state: true }, at: { state: true }, plugins: { state: true } };

  constructor() {
    super();
    Object.assign(this, { query: '', at: 0, plugins: [] });
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(window, 'open-palette', () => this.open());
  }

  async open() {
    const dialog = this.querySelector('dialog');
    if (dialog.open) return;
    Object.assign(this, { query: '', at: 0 });
    this.querySelector('input').value = '';
    dialog.showModal();
    try {
      if (may('plugin.read')) this.plugins = (await get('/plugins')).items;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }

  get groups() {
    const wanted = this.query.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = option => wanted.every(word => option.label.toLowerCase().includes(word));
    const there = [...places().map(one => ({ label: t(`admin.place.${one.id}`), sign: icon(one.sign), run: () => go(`/${one.id}`) })),
      ...contributed('admin-page').map(entry => ({ label: titleOf(entry), sign: icon(entry.icon), run: () => go(pageOf(entry)) }))].filter(fits);
    const plugins = this.plugins.flatMap(plugin => [
      { label: plugin.name, sign: icon('plugin'), run: () => go(`/plugins/${plugin.id}`) },
      ...wanted.length ? [{ label: `${plugin.name}: ${t('plugin.part.settings')}`, sign: icon('gear'), run: () => go(`/plugins/${plugin.id}/settings`) }] : [],
    ]).filter(fits).slice(0, 10);
    const commands = [
      may('ticket.read') && { label: t('admin.to-desk'), sign: icon('desk'), run: () => location.assign('/desk/') },
      ...['light', 'dark', 'system'].map(theme => ({ label: `${t('prefer.theme')}: ${t(`prefer.theme.${theme}`)}`, sign: icon('columns'), run: () => prefer({ theme }) })),
    ].filter(Boolean).filter(fits);
    return [['admin.palette.places', there], ['admin.place.plugins', plugins], ['palette.commands', commands]].filter(([, options]) => options.length);
  }

  press(event) {
    const options = this.groups.flatMap(([, list]) => list);
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && options.length) {
      this.at = (this.at + steps[event.key] + options.length) % options.length;
      this.updateComplete.then(() => this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && options[this.at]) {
      this.choose(options[this.at]);
    } else {
      return;
    }
    event.preventDefault();
  }

  choose(option) {
    this.querySelector('dialog').close();
    option.run();
  }

  render() {
    let index = -1;
    const { groups } = this;
    return html`<dialog class="palette" aria-label=${t('admin.search')} @click=${event => event.target.localName === 'dialog' && event.target.close()}>
      <div class="palette-input">${icon('search')}<input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
        aria-activedescendant=${groups.length ? `palette-${this.at}` : nothing} aria-label=${t('admin.search')} placeholder=${t('admin.palette.hint')} autocomplete="off" maxlength="200"
        @input=${event => { this.query = event.target.value; this.at = 0; }} @keydown=${this.press}></div>
      <div class="palette-list" id="palette-list" role="listbox" aria-label=${t('admin.search')}>
        ${groups.map(([title, options]) => html`<div role="group" aria-label=${t(title)}><h3 role="presentation">${t(title)}</h3>${options.map(option => {
          const at = ++index;
          return html`<div role="option" id="palette-${at}" aria-selected=${at === this.at} ?data-active=${at === this.at} @click=${() => this.choose(option)} @mousemove=${() => { this.at = at; }}>
            ${option.sign}<span class="subject" dir="auto">${option.label}</span></div>`;
        })}</div>`)}
        ${groups.length ? nothing : html`<p class="quiet">${t('palette.empty')}</p>`}</div></dialog>`;
  }
}
customElements.define('sb-admin-palette', AdminPalette);
