/**
 * The conditions of a list as a sentence, each part of which is changed in place. Tells `filter` with the conditions, or
 * with null to be as the view is. One that is `bare` has no buttons to keep them.
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { until } from 'lit/directives/until.js';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import '../../kit/picker.js';
import { may } from '../../data/session.js';
import { t } from '../../text/index.js';
import { CONDITIONS, ofView, same } from './conditions.js';

const VIEWS = ['mine', 'team', 'unassigned', 'waiting', 'overdue', 'open', 'done', 'all', 'discarded'];

class Sentence extends PageElement {
  static properties = { about: { attribute: false }, filter: { attribute: false }, bare: { type: Boolean }, added: { state: true } };

  willUpdate(changed) {
    if (changed.has('about')) this.added = null;
  }

  get conditions() {
    return this.filter ?? ofView(this.about);
  }

  get parts() {
    return Object.keys(CONDITIONS).filter(key => this.conditions[key] || key === this.added);
  }

  set(key, value) {
    const next = { ...this.conditions };
    if (value) next[key] = value;
    else delete next[key];
    this.added = null;
    this.tell('filter', same(next, ofView(this.about)) ? null : next);
  }

  /** Adds a condition: one without choices is there at once, of another the choices open. */
  async add(key) {
    if (key === 'updateDue') {
      this.set(key, 'true');
      return;
    }
    this.added = key;
    await this.updateComplete;
    const part = this.querySelector(`[data-part=${key}]`);
    part.querySelector('input')?.focus();
    part.querySelector('sb-picker')?.open();
  }

  render() {
    const parts = this.parts;
    const left = Object.keys(CONDITIONS).filter(key => !parts.includes(key) && key !== 'requester');
    return html`<div class="sentence" role="group" aria-label=${t('filter.title')}>
      <span>${t('filter.show')}</span>
      <sb-picker .face=${'token'} .shown=${t(`view.${this.conditions.view ?? 'all'}`)} .name=${t('filter.which')} .label=${t('filter.change', { name: t('filter.which'), value: t(`view.${this.conditions.view ?? 'all'}`) })}
        .value=${this.conditions.view} .options=${VIEWS.map(id => ({ id, label: t(`view.${id}`), mark: icon(id) }))} @pick=${event => this.set('view', event.detail)}></sb-picker>
      ${repeat(parts, key => key, key => this.part(key))}
      ${left.length ? html`<sb-picker .face=${'plain add'} .shown=${html`${icon('plus')}${t(parts.length ? 'filter.and' : 'filter.only')}`} .name=${t('filter.add')} .label=${t('filter.add')}
        .options=${left.map(key => ({ id: key, label: t(`filter.name.${key}`) }))} @pick=${event => this.add(event.detail)}></sb-picker>` : nothing}
      ${this.ends()}</div>`;
  }

  part(key) {
    const value = this.conditions[key];
    const condition = CONDITIONS[key];
    const words = value ? until(Promise.resolve(condition.words(value)), value) : t('filter.choose');
    const name = t(`filter.name.${key}`);
    return html`<span class="part" data-part=${key}><span>${t(`filter.${key}`)}</span>
      ${condition.options ? html`<sb-picker .face=${'token'} .shown=${words} .name=${name} .value=${value} .options=${condition.options} @pick=${event => this.set(key, event.detail)}></sb-picker>` : nothing}
      ${key === 'tag' ? html`<input class="token" type="text" maxlength="60" aria-label=${name} .value=${value ?? ''} size=${Math.max(6, (value ?? '').length)} @change=${event => this.set(key, event.target.value.trim().toLowerCase())}>` : nothing}
      <button type="button" class="plain square take" aria-label=${t('filter.take', { name })} @click=${() => this.set(key, '')}>${icon('close')}</button></span>`;
  }

  ends() {
    if (!this.filter || this.bare) return nothing;
    const own = !this.about.builtIn && this.about.version !== null;
    return html`<span class="ends">
      <button type="button" class="plain" @click=${() => this.tell('filter', null)}>${t('filter.reset')}</button>
      ${may('template.use') ? html`${own ? html`<button type="button" @click=${() => this.tell('keep-view', { anew: false, conditions: this.conditions })}>${t('view.save')}</button>` : nothing}
        <button type="button" class=${own ? 'plain' : ''} @click=${() => this.tell('keep-view', { anew: true, conditions: this.conditions })}>${t('view.save-as')} …</button>` : nothing}</span>`;
  }
}
customElements.define('sb-sentence', Sentence);
