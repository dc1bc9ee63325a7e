/** What plugins add to the pages: read once somebody is signed in, and anew whenever a plugin comes, changes or goes. */
import { get, Problem } from './api.js';
import { events } from './events.js';
import { language } from '../text/index.js';

/** All that the reader is shown; an event `change` whenever it turns. */
export const contributions = Object.assign(new EventTarget(), { items: [] });

let asked = 0;

/** Reads them. Without an answer what is known stays: nobody's work stops for it. */
export async function loadContributions() {
  const mine = ++asked;
  let items;
  try {
    items = (await get('/ui/contributions')).items;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return;
  }
  if (mine !== asked || JSON.stringify(items) === JSON.stringify(contributions.items)) return;
  contributions.items = items;
  contributions.dispatchEvent(new Event('change'));
}

/** Those of a slot, in their order. */
export const contributed = slot => contributions.items.filter(entry => entry.slot === slot);

/** The title of one in the reader's language. */
export const titleOf = entry => entry.titles[language.id] ?? entry.title;

/** The address of the page of one, in the area whose slot it is for. */
export const pageOf = entry => `/x/${encodeURIComponent(entry.plugin)}/${encodeURIComponent(entry.export)}`;

/** The page of a slot that an address names, or undefined. */
export const pageAt = (slot, plugin, name) => contributed(slot).find(entry => entry.plugin === plugin && entry.export === name);

events.addEventListener('contributions', loadContributions);
events.addEventListener('reload', loadContributions);
