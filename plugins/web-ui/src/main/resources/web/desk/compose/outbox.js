/**
 * Replies that wait a moment before they are sent, so that one can take them back. The draft stays, here and on the server,
 * until the reply is sent: a crash in between sends nothing and loses nothing. Whoever leaves the page sends what waits.
 */
import { call, Problem } from '../../data/api.js';
import { remembered } from '../../data/session.js';
import { dropDraft, keepDraft, leaveDraft } from '../drafts.js';

const USUAL = 8;
/** What a browser sends for a page that goes away. */
const LARGEST_FAREWELL = 60_000;

const waiting = new Map();

/** Events `change`, `sent` and `failed`, with the reply in `detail`. */
export const outbox = new EventTarget();

/** How many seconds a reply waits; 0 is not at all. */
export const wait = () => Number(remembered('undo', USUAL)) || 0;

/** The reply to a ticket that waits, or nothing. */
export const heldOf = ticket => waiting.get(ticket);

const tell = (type, detail) => outbox.dispatchEvent(new CustomEvent(type, { detail }));

/** Has a reply wait: `{ticket, number, kind, wanted, key, files}`. An earlier one to the same ticket goes first. */
export async function hold(reply) {
  await sendNow(reply.ticket);
  const seconds = wait();
  waiting.set(reply.ticket, { ...reply, until: Date.now() + seconds * 1000, timer: setTimeout(() => sendNow(reply.ticket), seconds * 1000) });
  tell('change', reply);
}

/** Takes a reply back before it is sent. */
export function takeBack(ticket) {
  const reply = remove(ticket);
  if (reply) tell('change', reply);
  return reply;
}

function remove(ticket) {
  const reply = waiting.get(ticket);
  clearTimeout(reply?.timer);
  waiting.delete(ticket);
  return reply;
}

/** Sends what waits of a ticket. */
export async function sendNow(ticket) {
  const reply = remove(ticket);
  if (!reply) return;
  try {
    await call('POST', `/tickets/${ticket}/messages`, { key: reply.key, body: reply.wanted });
    await dropDraft(ticket, reply.kind, reply.wanted.body);
    tell('sent', reply);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    keepDraft(ticket, reply.kind, reply.wanted.body, () => {});
    tell('failed', { ...reply, problem });
  }
  tell('change', reply);
}

/** Sends all that waits, before somebody signs out. */
export const sendAllNow = () => Promise.allSettled([...waiting.keys()].map(sendNow));

window.addEventListener('pagehide', () => {
  for (const reply of waiting.values()) {
    if (JSON.stringify(reply.wanted).length > LARGEST_FAREWELL) continue;
    leaveDraft(reply.ticket, reply.kind, reply.wanted.body);
    call('POST', `/tickets/${reply.ticket}/messages`, { key: reply.key, body: reply.wanted, farewell: true, quiet: true }).catch(() => {});
  }
  waiting.clear();
});
