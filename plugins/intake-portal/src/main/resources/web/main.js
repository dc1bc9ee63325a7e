/**
 * What plugins add to the customers' front page. The page itself needs no script: this one asks whether there is anything to
 * add, and loads what shows it only then.
 */
import { contributions, loadContributions } from './data/contributions.js';
import { watch } from './data/events.js';
import { speak } from './text/index.js';

const SLOTS = ['portal-home', 'portal-form-field'];

/** One reading after the other says the same: it is loaded once, and looks after itself from then on. */
const look = () => {
  if (contributions.items.some(entry => SLOTS.includes(entry.slot))) import('./slots/places.js');
};

speak(document.documentElement.lang);
contributions.addEventListener('change', look);
loadContributions().finally(watch);
