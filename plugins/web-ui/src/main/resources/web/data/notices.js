/** What the reader was told of tickets: an event `change` whenever it turns, and `told` with what is new. */
import { call, get } from './api.js';
import { events } from './events.js';

const PAGE = 30;
const MOST_COUNTED = 100;

export const notices = Object.assign(new EventTarget(), { items: null, next: null, unread: 0, more: false, onlyUnread: false });

const changed = () => notices.dispatchEvent(new Event('change'));

let asked = 0;

/** Reads the first page, and how many were not read. */
export async function loadNotices() {
  const mine = ++asked;
  const list = `/notifications?limit=${PAGE}${notices.onlyUnread ? '&unread=true' : ''}`;
  const [page, unread] = await Promise.all([get(list), get(`/notifications?unread=true&limit=${MOST_COUNTED}`)]);
  if (mine !== asked) return;
  Object.assign(notices, { items: page.items, next: page.next, unread: unread.items.length, more: Boolean(unread.next) });
  changed();
}

/** Reads what stands below. */
export async function olderNotices() {
  const page = await get(`/notifications?limit=${PAGE}${notices.onlyUnread ? '&unread=true' : ''}&cursor=${encodeURIComponent(notices.next)}`);
  Object.assign(notices, { items: [...notices.items, ...page.items], next: page.next });
  changed();
}

/** Shows only what was not read, or all. */
export function showNotices(onlyUnread) {
  notices.onlyUnread = onlyUnread;
  return loadNotices();
}

/** Says that some were read, or without any that all were. */
export async function readNotices(ids) {
  await call('POST', '/notifications/read', { body: ids ? { ids } : {} });
  await loadNotices();
}

/** Says of a ticket that is looked at that what was told of it is known. */
export async function readNoticesOf(number) {
  const ids = (notices.items ?? []).filter(notice => !notice.readAt && notice.ticket.number === number).map(notice => notice.id);
  if (ids.length) await readNotices(ids);
}

const again = () => loadNotices().catch(problem => {
  if (!problem.offline) throw problem;
});

events.addEventListener('notification', async event => {
  notices.dispatchEvent(new CustomEvent('told', { detail: event.detail }));
  await again();
});
events.addEventListener('reload', again);
