/**
 * What happens at the desk while a page of customers is open: `contributions`, whenever it is time to ask what plugins add.
 * A stream for each visitor would let strangers hold as many connections as they like, so the page asks now and then while
 * somebody looks at it, and at once when somebody comes back to it.
 */
const PAUSE = 10_000;

export const events = new EventTarget();

const ask = () => events.dispatchEvent(new CustomEvent('contributions', { detail: {} }));

/** Begins to ask. */
export function watch() {
  let timer = setInterval(ask, PAUSE);
  document.addEventListener('visibilitychange', () => {
    clearInterval(timer);
    if (document.hidden) return;
    ask();
    timer = setInterval(ask, PAUSE);
  });
}
