/** Where in the administrators' area the reader is, as the address says it. */
const BASE = '/admin';

/** The present place; an event `change` whenever it turns. */
export const place = Object.assign(new EventTarget(), read());

/** Says what an address means: `{page, id, part, query}`. */
export function read(address = location) {
  const [, page = '', id = '', part = ''] = address.pathname.slice(BASE.length).split('/');
  return { page, id: decodeURIComponent(id), part: decodeURIComponent(part), query: new URLSearchParams(address.search) };
}

/** Goes somewhere in the area; a path such as `/plugins/notify`. */
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
  if (!link || link.target || link.origin !== location.origin || !`${link.pathname}/`.startsWith(`${BASE}/`)) return;
  event.preventDefault();
  go(link.pathname.slice(BASE.length) + link.search);
});
