/** Fields that the forms of actions are made of. */
import { html, nothing } from 'lit';
import { t } from '../../text/index.js';

/** A text of the form's state, of one line or of several. */
export function textField(form, name, label, { rows = 0, most = 2000, needed = true, hint = '' } = {}) {
  const wrong = form.wrong(name);
  const type = event => form.set({ [name]: event.target.value });
  const described = hint ? `act-${name}-hint` : nothing;
  return html`<div class="field"><label for="act-${name}">${t(label)}${needed ? nothing : html` <span class="quiet">${t('move.optional')}</span>`}</label>
    ${rows ? html`<textarea id="act-${name}" rows=${rows} maxlength=${most} ?required=${needed} aria-invalid=${Boolean(wrong)} aria-describedby=${described} .value=${form.state[name] ?? ''} @input=${type}></textarea>`
      : html`<input id="act-${name}" maxlength=${most} ?required=${needed} aria-invalid=${Boolean(wrong)} aria-describedby=${described} autocomplete="off" .value=${form.state[name] ?? ''} @input=${type}>`}
    ${hint ? html`<p class="hint" id="act-${name}-hint">${t(hint)}</p>` : nothing}${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}</div>`;
}

/** One of several, as a list to choose from: options are pairs of id and words. */
export const choice = (form, name, label, options) => html`<div class="field"><label for="act-${name}">${t(label)}</label>
  <select id="act-${name}" @change=${event => form.set({ [name]: event.target.value })}>${options.map(([id, words]) => html`
    <option value=${id} .selected=${id === form.state[name]}>${words}</option>`)}</select></div>`;

/** One of a few, all of them seen: options are `{id, label, hint}`. */
export const cards = (form, name, label, options) => html`<fieldset class="field"><legend class="label">${t(label)}</legend><div class="choices">${options.map(option => html`
  <label class="choice"><input type="radio" name=${name} value=${option.id} .checked=${form.state[name] === option.id} @change=${() => form.set({ [name]: option.id })}>
    <span class="explained"><span>${option.label}</span>${option.hint ? html`<span class="quiet small">${option.hint}</span>` : nothing}</span></label>`)}</div></fieldset>`;
