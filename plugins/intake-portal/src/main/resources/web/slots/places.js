/** The two places of the front page where plugins may add something. */
import { html, render } from 'lit';
import { icon } from '../kit/icons.js';
import { contributions, titleOf } from '../data/contributions.js';
import { written } from './additions.js';
import './slot.js';

const card = (entry, element) => html`<section class="slot-panel" aria-label=${titleOf(entry)}>
  <h2>${icon(entry.icon)}${titleOf(entry)}</h2>${element}</section>`;

/** A group with a name: a plugin's field may be made of several. */
const field = entry => html`<fieldset class="slot-field"><legend>${titleOf(entry)}</legend>
  <sb-contribution .entry=${entry} .given=${written.given(entry)}></sb-contribution></fieldset>`;

function place(name, around) {
  const where = document.querySelector(`[data-slot="${name}"]`);
  if (where) render(html`<sb-slot name=${name} .around=${around}></sb-slot>`, where);
}

function draw() {
  place('portal-home', card);
  place('portal-form-field', field);
}

const tidy = () => document.querySelector('[data-additions]') && written.keepOnly(contributions.items);
contributions.addEventListener('change', tidy);
// A form that was refused is another one, in the place of the first.
document.addEventListener('drawn', draw);
draw();
tidy();
