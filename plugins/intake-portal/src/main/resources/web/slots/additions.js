/**
 * What somebody writes into fields of plugins: it goes into the form as a pair of hidden fields, the title and the value,
 * and comes back in them when the form was refused.
 */
import { titleOf } from '../data/contributions.js';

const LONGEST = 2000;
const place = () => document.querySelector('[data-additions]');
const keyOf = entry => `${entry.plugin}/${entry.export}`;
const input = name => [...place().children].find(one => one.name === name);

function put(name, value) {
  const known = input(name);
  if (known) known.value = value;
  else place().append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
}

function forget(key) {
  input(`title.${key}`)?.remove();
  input(`addition.${key}`)?.remove();
}

export const written = {
  /** What the element of a field is given: its present value, and how to change it. An empty value adds nothing to the request. */
  given(entry) {
    return { value: input(`addition.${keyOf(entry)}`)?.value ?? '', change: text => this.change(entry, text) };
  },

  change(entry, text) {
    const key = keyOf(entry);
    const value = String(text ?? '').trim();
    if (value.length > LONGEST) throw new RangeError(`a value has at most ${LONGEST} characters`);
    if (!value) return forget(key);
    put(`title.${key}`, titleOf(entry));
    put(`addition.${key}`, value);
  },

  /** Nobody sends what they cannot see: the value of a field that is gone goes with it. */
  keepOnly(entries) {
    const keys = new Set(entries.filter(entry => entry.slot === 'portal-form-field').map(keyOf));
    [...place().children].map(one => one.name.slice(one.name.indexOf('.') + 1)).filter(key => !keys.has(key)).forEach(forget);
  },
};
