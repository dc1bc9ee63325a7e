/** One field of a form that is drawn from a JSON Schema. Tells `edit` with `{name, value}`; null takes the value away. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { t } from '../text/index.js';
import { isSecret, numberOf } from './settings-values.js';

const LONG = 80;
const KINDS = { email: 'email', date: 'date', 'date-time': 'datetime-local' };

/** A value as one reads it; where none is set the default counts. */
export function shownValue(field, value) {
  if (value === undefined && field.default !== undefined && field.default !== null) return t('settings.by-default', { value: shownValue(field, field.default) });
  if (Array.isArray(value)) return value.length ? value.map(one => shownValue(field.items ?? {}, one)).join(', ') : t('settings.empty-list');
  if (typeof value === 'boolean') return t(value ? 'settings.on' : 'settings.off');
  if (value === undefined || value === null || value === '') return t('settings.empty');
  return field.oneOf?.find(choice => choice.const === value)?.title ?? String(value);
}

class SettingField extends PageElement {
  /**
   * `present` is what was set or is being edited, or undefined; `set` whether a secret is set on the server; `spoken` whether
   * the schema is one of the pages themselves; if not, `tongue` is the language of its texts.
   */
  static properties = { name: {}, field: { attribute: false }, present: { attribute: false }, set: { attribute: false }, changed: { attribute: false },
    required: { attribute: false }, spoken: { attribute: false }, tongue: { attribute: false }, wrong: { attribute: false }, still: { attribute: false }, replacing: { state: true } };

  get anchor() {
    return `setting-${this.name}`;
  }

  get shown() {
    return this.present === undefined ? this.field.default : this.present;
  }

  edit(value) {
    this.tell('edit', { name: this.name, value });
  }

  render() {
    const { field, name } = this;
    const several = field.type === 'array';
    const label = html`<span lang=${this.tongue ?? nothing}>${field.title ?? name}</span>${this.required ? html` <span class="quiet small">${t('settings.required')}</span>` : nothing}${this.changed ? html` <span class="tag changed">${t('settings.changed')}</span>` : nothing}`;
    const below = html`${field.description ? html`<p class="hint" id="${this.anchor}-hint" lang=${this.tongue ?? nothing}>${field.description}</p>` : nothing}
      ${this.wrong?.length ? html`<p class="wrong" id="${this.anchor}-wrong">${icon('overdue')} ${this.wrong.join(' ')}</p>` : nothing}${this.initial()}`;
    if (field.type === 'boolean') return html`<div class="field setting"><label class="switch"><input type="checkbox" role="switch" id=${this.anchor} .checked=${live(this.shown === true)} ?disabled=${this.still}
        aria-describedby=${this.describedBy} aria-invalid=${Boolean(this.wrong?.length)} @change=${event => this.edit(event.target.checked)}><span>${label}</span></label>${below}</div>`;
    if (several) return html`<fieldset class="field setting" aria-describedby=${this.describedBy}><legend class="label">${label}</legend>${field.items?.oneOf ? this.checks() : this.entries()}${below}</fieldset>`;
    return html`<div class="field setting"><label for=${this.anchor}>${label}</label>${isSecret(field) ? this.secret() : field.oneOf ? this.choice() : this.line()}${below}</div>`;
  }

  get describedBy() {
    return [this.field.description && `${this.anchor}-hint`, this.wrong?.length && `${this.anchor}-wrong`].filter(Boolean).join(' ') || nothing;
  }

  /** What counts without an own value, and the way back there. */
  initial() {
    const { field } = this;
    if (this.spoken || isSecret(field) || field.default === undefined) return nothing;
    const same = this.present === undefined;
    return html`<p class="hint initial">${t(same ? 'settings.is-default' : 'settings.default', { value: shownValue(field, field.default) })}
      ${same || this.still ? nothing : html`<button type="button" class="plain small" aria-label=${t('settings.to-default.of', { name: field.title ?? this.name })} @click=${() => this.edit(null)}>${t('settings.to-default')}</button>`}</p>`;
  }

  line() {
    const { field } = this;
    const numeric = field.type === 'integer' || field.type === 'number';
    const value = this.shown ?? '';
    const read = event => this.edit(this.read(event.target.value, numeric));
    return (field.format === 'multiline' || String(value).length > LONG) && !numeric
      ? html`<textarea id=${this.anchor} rows="4" maxlength="10000" ?disabled=${this.still} aria-describedby=${this.describedBy} aria-invalid=${Boolean(this.wrong?.length)} .value=${live(String(value))} @input=${read}></textarea>`
      : html`<input id=${this.anchor} type=${KINDS[field.format] ?? 'text'} class=${numeric ? 'numeric' : ''} inputmode=${numeric ? field.type === 'integer' ? 'numeric' : 'decimal' : nothing} maxlength="10000" autocomplete="off" ?disabled=${this.still}
          aria-describedby=${this.describedBy} aria-invalid=${Boolean(this.wrong?.length)} aria-required=${Boolean(this.required)} .value=${live(String(value))} @input=${read}>`;
  }

  read(text, numeric) {
    if (text === '' && (numeric || !this.field.default)) return null;
    return numeric ? numberOf(text) : text;
  }

  choice() {
    // Where nothing is a choice, too, it is the one that counts.
    const none = this.shown === undefined && !this.field.oneOf.some(choice => choice.const === null);
    return html`<select id=${this.anchor} ?disabled=${this.still} aria-describedby=${this.describedBy} aria-invalid=${Boolean(this.wrong?.length)}
      @change=${event => this.edit(event.target.value === '' && none ? null : this.field.oneOf[event.target.selectedIndex - (none ? 1 : 0)]?.const ?? null)}>
      ${none ? html`<option value="" selected>${t('settings.choose')}</option>` : nothing}
      ${this.field.oneOf.map(choice => html`<option value=${String(choice.const)} ?selected=${choice.const === (this.shown ?? null)}>${choice.title}</option>`)}</select>`;
  }

  /** Several of a few. */
  checks() {
    const chosen = this.shown ?? [];
    const turn = (value, on) => this.edit(this.field.items.oneOf.map(choice => choice.const).filter(one => (one === value ? on : chosen.includes(one))));
    return html`<div class="checks">${this.field.items.oneOf.map(choice => html`<label class="switch"><input type="checkbox" .checked=${live(chosen.includes(choice.const))} ?disabled=${this.still}
      @change=${event => turn(choice.const, event.target.checked)}><span lang=${this.tongue ?? nothing}>${choice.title}</span></label>`)}</div>`;
  }

  /** A list: a line for each entry, and one to add. */
  entries() {
    const list = this.shown ?? [];
    const numeric = ['integer', 'number'].includes(this.field.items?.type);
    const put = (index, text) => this.edit(list.map((one, at) => (at === index ? numeric ? numberOf(text) : text : one)));
    return html`<ol class="entries">${list.map((one, index) => html`<li><input type="text" maxlength="10000" autocomplete="off" .value=${live(String(one))} ?disabled=${this.still} aria-label=${t('settings.entry', { number: index + 1, name: this.field.title ?? this.name })}
        aria-invalid=${Boolean(this.wrong?.length)} @change=${event => put(index, event.target.value)} @keydown=${event => this.enter(event)}>
        ${this.still ? nothing : html`<button type="button" class="plain square" aria-label=${t('settings.entry.remove', { value: String(one) })} @click=${() => this.drop(list, index)}>${icon('close')}</button>`}</li>`)}
      ${this.still ? nothing : html`<li><input type="text" class="more" maxlength="10000" autocomplete="off" placeholder=${t('settings.entry.add')} aria-label=${t('settings.entry.add.of', { name: this.field.title ?? this.name })} @keydown=${event => this.enter(event)}
        @blur=${event => this.leave(event)}></li>`}</ol>`;
  }

  /** Whoever is on the way to a button keeps it where it is: saving takes the entry itself. */
  leave(event) {
    if (event.type !== 'blur' || !event.relatedTarget?.closest?.('.actions, .save-bar')) this.flush();
  }

  /** Takes what was typed for a new entry of the list. */
  flush() {
    const field = this.querySelector('.more');
    const text = field?.value.trim();
    if (!text) return;
    field.value = '';
    this.edit([...this.shown ?? [], ['integer', 'number'].includes(this.field.items?.type) ? numberOf(text) : text]);
  }

  /** Enter takes the entry, and does not send the form. */
  enter(event) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.target.matches('.more')) this.flush();
    else event.target.dispatchEvent(new Event('change'));
  }

  async drop(list, index) {
    this.edit(list.filter((_, at) => at !== index));
    await this.updateComplete;
    this.querySelector('.more')?.focus();
  }

  /** A secret goes one way: it can be put, replaced and taken away, and is never shown. */
  secret() {
    const edited = typeof this.present === 'string';
    const taken = this.present === null;
    if (this.set && !this.replacing && !edited) {
      return html`<div class="secret"><span class="condition" data-condition=${taken ? 'stopped' : 'well'}>${icon(taken ? 'close' : 'lock')}<span>${t(taken ? 'settings.secret.taken' : 'settings.secret.set')}</span></span>
        ${this.still ? nothing : taken ? html`<button type="button" class="plain" @click=${() => this.edit(undefined)}>${t('settings.secret.keep')}</button>` : html`
          <button type="button" @click=${() => this.replace()}>${t('settings.secret.replace')}</button>
          <button type="button" class="plain" @click=${() => this.edit(null)}>${t('settings.secret.remove')}</button>`}</div>`;
    }
    return html`<div class="secret"><input id=${this.anchor} type="password" autocomplete="new-password" maxlength="10000" ?disabled=${this.still} aria-describedby=${this.describedBy} aria-invalid=${Boolean(this.wrong?.length)}
        placeholder=${t('settings.secret.none')} .value=${live(edited ? this.present : '')} @input=${event => this.edit(event.target.value || undefined)}>
      ${this.set ? html`<button type="button" class="plain" @click=${() => { this.replacing = false; this.edit(undefined); }}>${t('settings.secret.keep')}</button>` : nothing}</div>`;
  }

  async replace() {
    this.replacing = true;
    await this.updateComplete;
    this.querySelector('input').focus();
  }
}
customElements.define('sb-setting', SettingField);
