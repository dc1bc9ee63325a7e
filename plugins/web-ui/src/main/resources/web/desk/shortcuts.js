/** Keys of one letter, for who wants them: they rest while one writes, and can be switched off. */
import { remembered } from '../data/session.js';
import { go, place } from './router.js';

const WRITING = 'input, textarea, select, [contenteditable], [role=combobox]';

/** Whether keys of one letter act. */
export const keysAct = () => remembered('keys', true);

/** Begins to listen. */
export function listenToKeys(desk) {
  window.addEventListener('keydown', event => {
    if (desk.stage !== 'ready' || desk.renewing || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      desk.tell('open-palette');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !keysAct()) return;
    if (event.target.closest?.(WRITING) || document.querySelector('dialog[open], [popover]:popover-open')) return;
    if (press(desk, event.key)) event.preventDefault();
  });
}

function press(desk, key) {
  const list = desk.querySelector('sb-list');
  const composer = desk.querySelector('sb-composer');
  const acts = {
    '?': () => desk.tell('open-keys'),
    '/': () => desk.tell('open-palette'),
    c: () => go('/new'),
  };
  if (place.page === 'tickets') {
    Object.assign(acts, {
      r: () => composer?.begin('reply'),
      n: () => composer?.begin('note'),
      j: () => list.beside(place.id, 1),
      k: () => list.beside(place.id, -1),
      u: () => go(desk.backTo().slice('/desk'.length)),
    });
  } else if (!list?.hidden) {
    Object.assign(acts, { j: () => list.step(1), k: () => list.step(-1), x: () => list.pickFocused(false), X: () => list.pickFocused(true), Escape: () => list.selection.clear() });
  }
  if (!Object.hasOwn(acts, key)) return false;
  acts[key]();
  return true;
}
