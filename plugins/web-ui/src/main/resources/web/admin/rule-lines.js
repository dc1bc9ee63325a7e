/** What rules have that are drawn line by line. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { t } from '../text/index.js';

/** What is wrong with them. */
export const problemsOf = errors => errors.length ? html`<p class="wrong" role="alert">${icon('overdue')} <span>${errors.map(error => error.message).join(' ')}</span></p>` : nothing;

/** A field with a few choices below its name: `[value, title]` each. */
export const piece = (name, choices, value, still, chosen) => html`<label class="piece"><span>${name}</span><select ?disabled=${still} @change=${event => chosen(choices[event.target.selectedIndex][0])}>
  ${choices.map(([id, title]) => html`<option value=${id ?? ''} ?selected=${id === value}>${title}</option>`)}</select></label>`;

/**
 * A list of lines that are added and dropped. `draw` shows one, given the line, its number from 1, and what puts changes into it; `fresh` is what a new one
 * begins with.
 */
export function lineList({ title, hint, errors, lines, still, edit, add, fresh, draw }) {
  const put = (at, changes) => edit(lines.map((line, index) => index === at ? { ...line, ...changes } : line));
  return html`<fieldset class="field"><legend class="label">${title}</legend><p class="hint">${hint}</p>${problemsOf(errors)}
    <ol class="rule-lines">${lines.map((line, at) => html`<li class="line">${draw(line, at + 1, changes => put(at, changes))}
      ${still ? nothing : html`<button type="button" class="plain square" aria-label=${t('rule-lines.drop', { number: at + 1 })} title=${t('rule-lines.drop', { number: at + 1 })} @click=${() => edit(lines.filter(other => other !== line))}>${icon('close')}</button>`}</li>`)}</ol>
    ${still ? nothing : html`<button type="button" @click=${() => edit([...lines, fresh(lines)])}>${icon('plus')}${add}</button>`}</fieldset>`;
}
