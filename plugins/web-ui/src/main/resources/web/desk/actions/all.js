/** All actions by their ids, with the dialog in which they are prepared: loaded when the first of them is wanted. */
import './dialog.js';
import { conceal, postpone, restore, reveal, spam, trash, wake } from './aside.js';
import { chain, link, split } from './branch.js';
import { defect } from './defect.js';
import { escalate, sendBack, takeOn } from './escalate.js';
import { merge, unmerge } from './merge.js';

export const ACTIONS = { chain, conceal, defect, escalate, link, merge, postpone, restore, reveal, sendBack, spam, split, takeOn, trash, unmerge, wake };
