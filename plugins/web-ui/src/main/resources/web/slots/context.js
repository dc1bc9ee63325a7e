/** What an element of a plugin is given: a property `context`, another one whenever something of it has changed. */
import { call, get, newKey, Problem } from '../data/api.js';
import { events } from '../data/events.js';
import { session } from '../data/session.js';
import { language } from '../text/index.js';

/** Makes a context; what is `given` besides are values, which are copied, and functions, which are not. */
export function contextOf(entry, given) {
  const values = Object.entries(given).map(([name, value]) => [name, typeof value === 'function' ? value : structuredClone(value)]);
  return Object.freeze({
    plugin: entry.plugin,
    slot: entry.slot,
    language: language.id,
    user: structuredClone(session.user),
    rights: new Set(session.rights),
    data: Object.freeze({ get, call, newKey, Problem, own: path => `/x/${entry.plugin}/${path}` }),
    events,
    ...Object.fromEntries(values),
  });
}

/** Whether two sets of what is given say the same; functions do not count. */
export const sameGiven = (one, other) => Boolean(one && other)
  && Object.keys({ ...one, ...other }).every(name => one[name] === other[name] || (typeof one[name] === 'function' && typeof other[name] === 'function'));
