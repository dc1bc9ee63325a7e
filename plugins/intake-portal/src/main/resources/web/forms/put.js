/**
 * Puts the page that the server answered in the place of the one that is shown, as if the browser had gone there; a form that was
 * refused gets its files again.
 */
const { history, location } = window;

/** The files that forms of the new page begin with. */
export let kept = [];

export function put({ document: drawn, address, status }, all) {
  if (status < 400 && new URL(address).pathname !== location.pathname) {
    location.assign(address);
    return;
  }
  const refused = status >= 400;
  kept = refused ? all : [];
  document.title = drawn.title;
  document.querySelector('main').replaceChildren(...drawn.querySelector('main').childNodes);
  if (!refused) history.replaceState(null, '', address);
  document.dispatchEvent(new CustomEvent('drawn'));
  const first = document.querySelector('main .errors') ?? document.querySelector('main h1');
  first.tabIndex = -1;
  first.focus();
  first.scrollIntoView({ block: 'start' });
}
