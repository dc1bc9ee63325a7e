/** What rules have that are drawn line by line. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';

/** What is wrong with them. */
export const problemsOf = errors => errors.length ? html`<p class="wrong" role="alert">${icon('overdue')} <span>${errors.map(error => error.message).join(' ')}</span></p>` : nothing;

/** A field with a few choices below its name: `[value, title]` each. */
export const piece = (name, choices, value, still, chosen) => html`<label class="piece"><span>${name}</span><select ?disabled=${still} @change=${event => chosen(choices[event.target.selectedIndex][0])}>
  ${choices.map(([id, title]) => html`<option value=${id ?? ''} ?selected=${id === value}>${title}</option>`)}</select></label>`;
