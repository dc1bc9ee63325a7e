/** What the pages know of views: the desk's own, and those that people saved. */
import { get } from '../data/api.js';
import { t } from '../text/index.js';

export const COLUMNS = ['priority', 'number', 'subject', 'status', 'next_move', 'requester', 'assignee', 'team', 'type', 'category', 'product', 'channel', 'tags', 'due', 'created', 'updated'];
export const USUAL_COLUMNS = ['priority', 'number', 'subject', 'status', 'requester', 'assignee', 'updated'];
/** By what the tickets of a list can be grouped. */
export const GROUPINGS = ['status', 'priority', 'type', 'category', 'assignee', 'team', 'requester'];
export const SORTS = ['updated', 'created', 'priority', 'due'];

/** The name of a view: in the reader's language if it is the desk's own. */
export const viewName = view => view.builtIn ? t(`view.${view.id}`, {}, view.name) : view.name;

/** Reads one view, also one that the side does not show. */
export async function readView(id) {
  if (/^[a-z]+$/.test(id)) return { id, name: id, builtIn: true, columns: [], conditions: {} };
  return get(`/views/${encodeURIComponent(id)}`);
}
