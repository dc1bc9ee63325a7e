/**
 * What somebody began to write: kept in this browser at each stroke and on the server soon after, so that neither a
 * crash nor another machine loses it. The newer of the two is shown.
 */
import { call, get, network } from '../data/api.js';
import { session } from '../data/session.js';

const PAUSE = 900;
/** What was sent earlier may reach the server later than what was typed since: so much older may this browser's text be. */
const SLOW = 60_000;
const pending = new Map();
/** Those that the server has, as far as this page knows. */
const onServer = new Set();

const keyOf = (ticket, kind) => `switchboard.draft.${session.user.id}.${ticket}.${kind}`;

/** What was typed last, by key: who sends a reply may have begun the next one before it is there. */
const typed = new Map();

const begunSince = (key, sent) => Boolean(typed.get(key)?.trim()) && typed.get(key).trim() !== sent.trim();

const keepHere = (key, body) => localStorage.setItem(key, JSON.stringify({ body, at: Date.now() }));

/** Asks the server for a ticket's drafts, by its number or id: a list, empty where it does not answer. */
export async function askForDrafts(ticket) {
  try {
    return (await get(`/tickets/${ticket}/drafts`)).items;
  } catch (problem) {
    if (!problem.offline) throw problem;
    return [];
  }
}

/** What to go on with: `{reply, note}`, each a text or empty, from what the server keeps of a ticket (its id) and what is here. */
export function newerDrafts(ticket, kept) {
  const found = { reply: '', note: '' };
  for (const kind of Object.keys(found)) {
    const key = keyOf(ticket, kind);
    const remote = kept.find(draft => draft.kind === kind);
    if (remote) onServer.add(key);
    const local = JSON.parse(localStorage.getItem(key) ?? 'null');
    const localIsNewer = local && (!remote || local.at > Date.parse(remote.updatedAt) - SLOW);
    found[kind] = localIsNewer ? local.body : remote?.body ?? '';
    if (localIsNewer && !pending.has(key)) later(ticket, kind, local.body, key, () => {});
  }
  return found;
}

/** Keeps a draft here at once, and on the server soon; `kept` is told `local` or `server`. */
export function keepDraft(ticket, kind, body, kept) {
  const key = keyOf(ticket, kind);
  typed.set(key, body);
  keepHere(key, body);
  later(ticket, kind, body, key, kept);
}

function later(ticket, kind, body, key, kept) {
  clearTimeout(pending.get(key)?.timer);
  const send = () => put(ticket, kind, body, key, kept);
  pending.set(key, { send, timer: setTimeout(send, PAUSE) });
}

async function put(ticket, kind, body, key, kept) {
  clearTimeout(pending.get(key)?.timer);
  pending.delete(key);
  try {
    if (body) {
      onServer.add(key);
      await call('PUT', `/tickets/${ticket}/drafts`, { body: { kind, body, format: 'markdown' } });
    } else {
      await discard(ticket, kind, key);
    }
    // What was typed meanwhile is not kept by it.
    if (pending.has(key) || (typed.get(key) ?? body) !== body) return;
    if (JSON.parse(localStorage.getItem(key) ?? 'null')?.body === body) localStorage.removeItem(key);
    kept('server');
  } catch (problem) {
    // It stays in this browser, and goes to the server when that answers again.
    kept('local');
    if (!pending.has(key) && localStorage.getItem(key)) pending.set(key, { send: () => put(ticket, kind, body, key, kept) });
    if (problem.status >= 400 && problem.status < 500 && ![403, 404, 429].includes(problem.status)) throw problem;
  }
}

/** Forgets a draft that was sent. What was begun since stays: the server, which forgets its draft with each message, gets it again. */
export async function dropDraft(ticket, kind, sent) {
  const key = keyOf(ticket, kind);
  if (begunSince(key, sent)) {
    const body = typed.get(key);
    keepHere(key, body);
    return pending.has(key) ? undefined : put(ticket, kind, body, key, () => {});
  }
  typed.delete(key);
  clearTimeout(pending.get(key)?.timer);
  pending.delete(key);
  localStorage.removeItem(key);
  await discard(ticket, kind, key);
}

/** Forgets a draft in this browser only: the server forgets its own once the message is there. */
export function leaveDraft(ticket, kind, sent) {
  const key = keyOf(ticket, kind);
  if (begunSince(key, sent)) return keepHere(key, typed.get(key));
  clearTimeout(pending.get(key)?.timer);
  pending.delete(key);
  localStorage.removeItem(key);
}

async function discard(ticket, kind, key) {
  if (!onServer.delete(key)) return;
  await call('DELETE', `/tickets/${ticket}/drafts?kind=${kind}`).catch(problem => {
    if (problem.status !== 404 && !problem.offline) throw problem;
  });
}

/** Sends to the server what waits, before somebody leaves. */
export const keepDraftsNow = () => Promise.allSettled([...pending.values()].map(draft => draft.send()));

network.addEventListener('change', () => network.online && keepDraftsNow());
