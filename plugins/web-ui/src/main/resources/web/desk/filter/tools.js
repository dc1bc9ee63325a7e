/** What a list can be told: its order, its groups, its columns, its conditions, and of a saved view to be another or to go. */
import { html, nothing } from 'lit';
import { PageElement, startOf } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import '../../kit/picker.js';
import { t } from '../../text/index.js';
import { COLUMNS, GROUPINGS, SORTS } from '../views.js';

class ListTools extends PageElement {
  static properties = { about: { attribute: false }, sort: { attribute: false }, grouping: { attribute: false }, columns: { attribute: false }, filtering: { attribute: false } };

  put(event) {
    if (event.newState !== 'open') return;
    const button = this.querySelector('[popovertarget=columns-menu]').getBoundingClientRect();
    event.target.style.insetBlockStart = `${button.bottom + 4}px`;
    event.target.style.insetInlineEnd = `${window.innerWidth - startOf(button) - button.width}px`;
  }

  /** Those that are shown come first, in their order; the subject always is. */
  get listed() {
    return [...this.columns, ...COLUMNS.filter(column => !this.columns.includes(column))];
  }

  choose(column, wanted) {
    this.tell('columns', wanted ? [...this.columns, column] : this.columns.filter(other => other !== column));
  }

  async move(column, by) {
    const columns = [...this.columns];
    const at = columns.indexOf(column);
    columns.splice(at, 1);
    columns.splice(at + by, 0, column);
    this.tell('columns', columns);
    await this.updateComplete;
    const row = this.querySelector(`[data-column=${column}]`);
    (row.querySelector(`[data-by="${by}"]:not(:disabled)`) ?? row.querySelector('button:not(:disabled)'))?.focus();
  }

  render() {
    const saved = this.about && !this.about.builtIn && this.about.version !== null;
    return html`<button type="button" class="plain" aria-label=${t('filter.title')} aria-expanded=${Boolean(this.filtering)} aria-pressed=${Boolean(this.filtering)} @click=${() => this.tell('filtering')}>${icon('filter')}<span class="word">${t('filter.title')}</span></button>
      <label class="only-read" for="list-sort">${t('list.sort')}</label>
      <select id="list-sort" @change=${event => this.tell('sort', event.target.value)}>
        ${SORTS.map(sort => html`<option value=${sort} .selected=${sort === this.sort}>${t(`sort.${sort}`)}</option>`)}</select>
      ${this.groups()}
      <button type="button" class="plain square" popovertarget="columns-menu" aria-label=${t('list.columns')} title=${t('list.columns')}>${icon('columns')}</button>
      <div id="columns-menu" class="menu columns-menu" popover role="dialog" aria-label=${t('list.columns')} @toggle=${this.put}>${this.listed.map(column => this.column(column))}</div>
      ${saved ? html`<sb-picker .face=${'plain square'} .shown=${icon('more')} .name=${t('view.actions')} .label=${t('view.actions')} .options=${this.actions()} @pick=${event => this.tell(`${event.detail}-view`, { anew: false })}></sb-picker>` : nothing}`;
  }

  groups() {
    const names = [['none', t('group.none')], ...GROUPINGS.map(id => [id, t(`column.${id}`)])];
    const [, name] = names.find(([id]) => id === this.grouping);
    return html`<sb-picker .face=${`plain ${this.grouping === 'none' ? '' : 'in-use'}`} .shown=${html`${icon('groups')}<span class="word">${this.grouping === 'none' ? t('group.by') : name}</span>`}
      .name=${t('group.by')} .label=${t('group.by.now', { name })} .value=${this.grouping} .options=${names.map(([id, label]) => ({ id, label }))} @pick=${event => this.tell('grouping', event.detail)}></sb-picker>`;
  }

  actions() {
    return [{ id: 'keep', label: `${t('view.change')} …`, mark: icon('saved') }, { id: 'remove', label: `${t('view.remove')} …`, mark: icon('discarded') }];
  }

  column(column) {
    const shown = this.columns.includes(column);
    const at = this.columns.indexOf(column);
    const name = t(`column.${column}`);
    return html`<div class="item" data-column=${column}><label><input type="checkbox" ?disabled=${column === 'subject'} .checked=${shown} @change=${event => this.choose(column, event.target.checked)}>${name}</label>
      ${shown ? html`<span class="order"><button type="button" class="plain square" data-by="-1" ?disabled=${at === 0} aria-label=${t('list.column.before', { name })} @click=${() => this.move(column, -1)}>${icon('up')}</button>
        <button type="button" class="plain square" data-by="1" ?disabled=${at === this.columns.length - 1} aria-label=${t('list.column.after', { name })} @click=${() => this.move(column, 1)}>${icon('down')}</button></span>` : nothing}</div>`;
  }
}
customElements.define('sb-list-tools', ListTools);
