/** What a list can demand of its tickets: each condition has words before its value, and values to choose from. */
import { html } from 'lit';
import { avatar } from '../../kit/badges.js';
import { icon, priorityIcon, statusIcon } from '../../kit/icons.js';
import { agentName, agents, categories, categoryName, priorities, profiles, statusName, teamName, teams } from '../../data/catalogue.js';
import { session } from '../../data/session.js';
import { language, t } from '../../text/index.js';

const TYPES = ['incident', 'service_request', 'change_request', 'problem', 'question', 'other'];
const CHANNELS = ['email', 'portal', 'phone', 'chat', 'api', 'monitoring'];
const CLOSURES = ['confirmed', 'not_confirmed', 'duplicate', 'withdrawn'];

const listed = (ids, prefix) => () => ids.map(id => ({ id, label: t(`${prefix}.${id}`, {}, id) }));

/** The statuses of all lifecycles, each once. */
async function statuses() {
  const found = new Map();
  (await profiles()).forEach(profile => profile.statuses.forEach(status => found.has(status.id) || found.set(status.id, profile.id)));
  return [...found].map(([id, profile]) => ({ id, label: statusName(profile, id), mark: statusIcon(id) }));
}

async function people() {
  const found = (await agents()).filter(agent => agent.active);
  return [{ id: 'me', label: t('filter.me'), mark: avatar(session.user.name) }, ...found.map(agent => ({ id: agent.id, label: agent.name, mark: avatar(agent.name) }))];
}

const statusWords = async id => (await statuses()).find(one => one.id === id)?.label ?? id;

/** In the order of the sentence: the words of a value, and the options, or none where one types it. */
export const CONDITIONS = {
  status: { words: statusWords, options: statuses },
  priority: { words: id => id, options: async () => (await priorities()).map(one => ({ id: one.id, label: `${one.id} ${one.name}`, mark: html`<span class="priority" data-priority=${one.id}>${priorityIcon(one.id)}</span>` })) },
  type: { words: id => t(`type.${id}`, {}, id), options: listed(TYPES, 'type') },
  category: { words: categoryName, options: async () => (await categories()).map(one => ({ id: one.id, label: categoryName(one.id) })) },
  channel: { words: id => t(`channel.${id}`, {}, id), options: listed(CHANNELS, 'channel') },
  requester: { words: id => id === 'me' ? t('filter.me') : t('filter.somebody'), options: () => [{ id: 'me', label: t('filter.me'), mark: icon('mine') }] },
  assignee: { words: id => id === 'me' ? t('filter.me') : agentName(id) ?? t('actor.unknown'), options: people },
  team: { words: id => teamName(id) ?? id, options: async () => (await teams()).map(team => ({ id: team.id, label: team.name })) },
  tag: { words: id => id, options: null },
  closure: { words: id => t(`closure.${id}`, {}, id), options: listed(CLOSURES, 'closure') },
  updateDue: { words: () => '', options: null },
};

export const KEYS = ['view', ...Object.keys(CONDITIONS)];

/** The conditions that an address has, or null if it has none. */
export function ofAddress(search) {
  const found = Object.fromEntries([...new URLSearchParams(search)].filter(([key, value]) => KEYS.includes(key) && value));
  return Object.keys(found).length ? found : null;
}

/** The conditions of a view as the sentence begins with them. */
export function ofView(about) {
  if (about.builtIn) return { view: about.id };
  const kept = Object.entries(about.conditions ?? {}).filter(([key, value]) => KEYS.includes(key) && value);
  return { view: 'all', ...Object.fromEntries(kept.map(([key, value]) => [key, String(value)])) };
}

/** Whether two sets of conditions demand the same. */
export const same = (one, other) => KEYS.every(key => (one[key] ?? '') === (other[key] ?? ''));

/** A list in the words of the language: `a, b and c`. */
export const joined = words => new Intl.ListFormat(language.id, { type: 'conjunction' }).format(words);
