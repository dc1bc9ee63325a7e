/** The words of the pages in German: of all pages, and of the desk. */
import { de as german } from './de.js';
import { de as desk } from './desk-de.js';
import { de as list } from './list-de.js';
import { de as talk } from './talk-de.js';
import { de as work } from './work-de.js';

export const all = { ...german, ...desk, ...list, ...talk, ...work };
