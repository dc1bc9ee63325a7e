/** Who is signed in, what they may do, and how they want the desk to be. */
import { begin, call, get, Problem } from './api.js';

export const session = Object.assign(new EventTarget(), { user: null, rights: new Set(), preferences: null });

/** The server keeps a few more; these are ours. */
const MOST_REMEMBERED = 80;

let preferencesVersion = null;
let preferring = Promise.resolve();

/** Says whether the person has a right. */
export const may = right => session.rights.has(right);

/** Each shows at least one page of the administrators' area. */
const ADMINISTRATIVE = ['plugin.read', 'people.edit', 'role.edit', 'desk.configure', 'audit.read'];

/** Whether there is anything for the person in the administrators' area. */
export const mayAdministrate = () => ADMINISTRATIVE.some(may);

/** Finds out who is signed in; false if nobody is. */
export async function resume() {
  try {
    await take((await call('GET', '/session', { quiet: true })).data);
    return true;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return false;
    throw problem;
  }
}

/** Signs somebody in; a code where the answer asked for one. */
export async function signIn(email, password, code) {
  const body = code ? { email, password, code } : { email, password };
  await take((await call('POST', '/session', { body, quiet: true })).data);
}

/** Ends the session. */
export async function signOut() {
  await call('DELETE', '/session', { quiet: true });
  session.user = null;
  session.rights = new Set();
  begin(null);
  session.dispatchEvent(new Event('change'));
}

async function take(found) {
  begin(found.csrfToken);
  session.user = found.user;
  session.rights = new Set(found.rights);
  const kept = await call('GET', '/preferences', { quiet: true });
  session.preferences = kept.data;
  preferencesVersion = kept.version;
  session.dispatchEvent(new Event('change'));
}

/** Changes preferences; what another tab changed meanwhile stays, unless it is the same. */
export async function prefer(patch) {
  session.preferences = { ...session.preferences, ...patch, ui: { ...session.preferences.ui, ...patch.ui } };
  session.dispatchEvent(new Event('change'));
  const before = preferring;
  preferring = (async () => {
    await before.catch(() => {});
    await keep(patch);
  })();
  await preferring;
}

/** One after the other, so that a choice never meets the version that the one before it made. */
async function keep(patch) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      preferencesVersion = (await call('PATCH', '/preferences', { body: patch, version: preferencesVersion, farewell: true })).version;
      return;
    } catch (problem) {
      if (problem.status !== 412) throw problem;
      const kept = await call('GET', '/preferences');
      preferencesVersion = kept.version;
    }
  }
}

/** Returns what the pages remember under a name, or a value in its place. */
export function remembered(name, otherwise) {
  const text = session.preferences?.ui?.[`ui.${name}`];
  return text === undefined || text === null ? otherwise : JSON.parse(text);
}

/** Has the pages remember something; where there is no more room, what comes first in the alphabet of views is forgotten. */
export function remember(name, value) {
  const key = `ui.${name}`;
  const ui = { [key]: JSON.stringify(value) };
  const known = Object.keys(session.preferences.ui ?? {}).filter(other => other !== key);
  if (known.length >= MOST_REMEMBERED) ui[known.find(other => /^ui\.(sort|columns|grouping)\./.test(other)) ?? known[0]] = null;
  return prefer({ ui });
}

/** Lists all of a paged collection, at most so many. */
export async function all(path, most = 1000) {
  const found = [];
  let cursor = '';
  do {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`);
    found.push(...page.items);
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor && found.length < most);
  return found;
}
