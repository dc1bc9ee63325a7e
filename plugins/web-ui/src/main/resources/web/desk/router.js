/** Where in the desk the reader is, as the address says it. */
import { ofAddress } from './filter/conditions.js';

const BASE = '/desk';

/** The present place; an event `change` whenever it turns. */
export const place = Object.assign(new EventTarget(), read());

/** Says what an address means: `{page, id, part, query}`. */
export function read(address = location) {
  const [, page = '', id = '', part = ''] = address.pathname.slice(BASE.length).split('/');
  const query = new URLSearchParams(address.search).get('q') ?? '';
  return { page: page || 'start', id: decodeURIComponent(id), part: decodeURIComponent(part), query, filter: ofAddress(address.search) };
}

/** Goes somewhere in the desk; a path such as `/tickets/SB-1042`. */
export function go(path, { instead = false } = {}) {
  history[instead ? 'replaceState' : 'pushState'](null, '', BASE + path);
  turn();
}

function turn() {
  Object.assign(place, read());
  place.dispatchEvent(new Event('change'));
}

window.addEventListener('popstate', turn);

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.('a[href]');
  if (!link || link.target || link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`)) return;
  event.preventDefault();
  go(link.pathname.slice(BASE.length) + link.search);
});
