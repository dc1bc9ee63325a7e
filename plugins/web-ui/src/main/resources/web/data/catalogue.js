/** What tickets are filed under, and who works at the desk: asked once, kept for the page's life. */
import { get } from './api.js';
import { all } from './session.js';
import { t } from '../text/index.js';

const kept = new Map();

function once(name, load) {
  if (!kept.has(name)) {
    kept.set(name, load().catch(failure => {
      kept.delete(name);
      throw failure;
    }));
  }
  return kept.get(name);
}

export const agents = () => once('agents', () => all('/agents'));
export const teams = () => once('teams', () => all('/teams'));
export const categories = () => once('categories', () => all('/categories'));
export const products = () => once('products', () => all('/products'));
export const priorities = () => once('priorities', () => all('/priorities'));
export const profiles = () => once('profiles', () => get('/lifecycle-profiles').then(page => page.items));

/** Forgets all of it, so that it is asked again. */
export const forget = () => kept.clear();

let named = { profiles: [], categories: [], products: [], priorities: [], agents: [], teams: [] };

/** Loads what names need, so that they can be told at once. */
export async function loadNames() {
  const [a, b, c, d, e, f] = await Promise.all([profiles(), categories(), products(), priorities(),
    agents().catch(() => []), teams().catch(() => [])]);
  named = { profiles: a, categories: b, products: c, priorities: d, agents: e, teams: f };
}

const find = (list, id) => list.find(entry => entry.id === id);

/** The name of a status: in the reader's language if it is one of ours, else as the desk has named it. */
export function statusName(profile, id) {
  const own = find(named.profiles, profile);
  const fallback = own && find(own.statuses, id)?.name;
  return own && !own.bundled ? fallback ?? id : t(`status.${id}`, {}, fallback ?? id);
}

/** What a status means for the work: initial, active, waiting or done. */
export const statusCategory = (profile, id) => find(find(named.profiles, profile)?.statuses ?? [], id)?.category ?? 'active';

/** The names that the desk begins with. */
const GIVEN = { P1: 'Critical', P2: 'High', P3: 'Medium', P4: 'Low' };

/** The name of a priority: in the reader's language, unless somebody has called it otherwise. */
export function priorityName(id) {
  const name = find(named.priorities, id)?.name ?? id;
  return name === GIVEN[id] ? t(`priority.${id}`, {}, name) : name;
}

/** Where the status of a ticket stands on the way from the first to the last. */
export function statusPlace(ticket) {
  const statuses = find(named.profiles, ticket.profile)?.statuses ?? [];
  return 100 * ['initial', 'active', 'waiting', 'done'].indexOf(statusCategory(ticket.profile, ticket.status)) + statuses.findIndex(status => status.id === ticket.status);
}

export const priorityMeaning = id => find(named.priorities, id)?.description ?? '';
export const productName = id => find(named.products, id)?.name ?? id;
export const agentName = id => find(named.agents, id)?.name;
export const teamName = id => find(named.teams, id)?.name;

/** The name of a category with those above it. */
export function categoryName(id) {
  const parts = String(id).split('/');
  return parts.map((part, index) => find(named.categories, parts.slice(0, index + 1).join('/'))?.name ?? part).join(' › ');
}
