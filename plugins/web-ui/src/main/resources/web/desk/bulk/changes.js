/** One change to many tickets: asked for in portions, and what came of it. */
import { call, get, newKey, Problem } from '../../data/api.js';

/** The server takes 200; smaller portions let one see that it goes on. */
const PORTION = 50;
const PREFIX = 'urn:switchboard:problem:';

/**
 * Makes the change. Says `progress(done)` after each portion; what the network or the server refuses as a whole is told of
 * each of its tickets, and the others go on.
 */
export async function changeMany(items, change, progress = () => {}) {
  const changed = [];
  const refused = [];
  for (let from = 0; from < items.length; from += PORTION) {
    const portion = items.slice(from, from + PORTION);
    try {
      const body = { ...change, tickets: portion.map(item => ({ ticket: item.id, version: item.version })) };
      const { data } = await call('POST', '/tickets/bulk', { body, key: newKey() });
      changed.push(...data.changed);
      refused.push(...data.refused.map(refusal => ({ item: portion.find(item => item.id === refusal.ticket), title: refusal.title, code: refusal.type.replace(PREFIX, '') })));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      refused.push(...portion.map(item => ({ item, title: problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message, offline: problem.offline })));
    }
    progress(Math.min(items.length, from + PORTION));
  }
  return { changed, refused };
}

/** The tickets as they are now, so that a change that came too late can be made to them all the same. */
export async function asTheyAre(items) {
  const found = await Promise.all(items.map(item => get(`/tickets/${item.id}`).catch(() => null)));
  return found.filter(Boolean);
}

/** Groups refusals by what `words` says of each, the most frequent first. */
export function byReason(refused, words) {
  const groups = new Map();
  refused.forEach(one => groups.set(words(one), [...groups.get(words(one)) ?? [], one.item]));
  return [...groups].sort((one, other) => other[1].length - one[1].length);
}
