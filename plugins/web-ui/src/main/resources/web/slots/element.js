/**
 * Makes elements of the classes that plugins' modules export. A class is defined under the name that the desk gives it,
 * with the hash of the plugin's files in it, since a name can be neither taken back nor given anew.
 */

/** What went wrong in code of plugins when no page waited for it: an event `trouble` whose `detail` says where. */
export const troubles = new EventTarget();

const defined = new Map();

/** Loads the module of a contribution, and defines its class; whoever asks again gets the same. */
export function ready(entry) {
  if (!defined.has(entry.element)) {
    const definition = define(entry);
    defined.set(entry.element, definition);
    // What failed may be tried once more.
    definition.catch(() => defined.delete(entry.element));
  }
  return defined.get(entry.element);
}

async function define({ element, module, export: name }) {
  const exported = (await import(module))[name];
  if (!(exported?.prototype instanceof HTMLElement)) throw new TypeError(`${module} exports no element ${name}`);
  if (!customElements.get(element)) customElements.define(element, guarded(exported));
}

/** Makes the element; it throws what its constructor throws. */
export const make = entry => new (customElements.get(entry.element))();

/** A class whose failures are told to who shows it, and to nobody else: the page around it goes on. */
const guarded = Base => class extends Base {
  connectedCallback() {
    attempt(this, () => super.connectedCallback?.());
  }

  disconnectedCallback() {
    attempt(this, () => super.disconnectedCallback?.());
  }

  /** Where Lit draws; elements without Lit are never asked for it. */
  performUpdate() {
    attempt(this, () => super.performUpdate());
  }
};

function attempt(element, run) {
  try {
    run();
  } catch (failure) {
    element.dispatchEvent(new CustomEvent('contribution-failed', { detail: failure }));
  }
}

/** What fails later, when somebody presses a button of it, is known by where its code is from. */
const tell = (event, where) => {
  if (!/\/x\/[^/]+\/modules\//.test(where ?? '')) return;
  // The browser would tell it as a failure of the page.
  event.preventDefault();
  console.error(event.error ?? event.reason);
  troubles.dispatchEvent(new CustomEvent('trouble', { detail: where }));
};
window.addEventListener('error', event => tell(event, event.error?.stack ?? event.filename));
window.addEventListener('unhandledrejection', event => tell(event, event.reason?.stack));
