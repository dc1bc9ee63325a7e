/**
 * Parts of the desk that nobody needs for the first list or ticket: loaded when they are wanted, otherwise once the page has
 * nothing else to do, so that they are there when the network is not.
 */
import { toast } from '../kit/toast.js';
import { t } from '../text/index.js';

const PARTS = {
  beside: () => import('./beside.js'),
  actions: () => import('./actions/all.js'),
  bulk: () => import('./bulk/bar.js'),
  sentence: () => import('./filter/sentence.js'),
  keeping: () => import('./filter/keep.js'),
};

/** Returns a part, or null after saying that it cannot be loaded. */
export async function wanted(name) {
  try {
    return await PARTS[name]();
  } catch {
    toast(t('app.part-missing'));
    return null;
  }
}

/** Loads all of them; what fails now is tried again, and told, when it is wanted. */
export function loadAllSoon() {
  const whenIdle = globalThis.requestIdleCallback ?? (task => setTimeout(task, 2000));
  whenIdle(() => Promise.allSettled(Object.values(PARTS).map(load => load())));
}
