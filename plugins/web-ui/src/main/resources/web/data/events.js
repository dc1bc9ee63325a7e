/**
 * What happens at the desk while a page is open. One tab of the browser holds the stream and tells the others, so that
 * many tabs cost the server one connection; when it closes, another takes over.
 */
import { get, network, reached } from './api.js';

const TYPES = `ticket.opened ticket.triaged ticket.classified ticket.edited ticket.assigned ticket.transitioned ticket.resolved
  ticket.closed ticket.reopened ticket.archived ticket.expectation_changed ticket.postponed ticket.woken
  ticket.confidentiality_changed ticket.disposition_changed ticket.merged ticket.unmerged ticket.split ticket.linked
  ticket.unlinked ticket.redacted ticket.escalated ticket.deadline_changed ticket.deadline_warned
  ticket.deadline_breached message.received message.sent message.noted participant.changed macro.applied task.changed
  time.recorded verification.asked verification.answered ticket.presence notification ui.contributions reload`.split(/\s+/);
const KINDS = { reload: 'reload', 'ticket.presence': 'presence', notification: 'notification', 'ui.contributions': 'contributions' };
const REMEMBERED = 500;

/** Events `ticket` with `detail` {type, ticket, number, version}, `presence`, `notification`, `contributions` (of plugins), `reload` (anything may have changed). */
export const events = new EventTarget();

const known = new Set();
let stop = null;

/** Begins to listen in a person's name. */
export function follow(person) {
  stop?.();
  const channel = new BroadcastChannel(`switchboard-events-${person}`);
  channel.onmessage = message => tell(message.data);
  const release = hold(`switchboard-events-${person}`, () => open(channel));
  stop = () => {
    release();
    channel.close();
    stop = null;
  };
}

/** Listens no longer. */
export const unfollow = () => stop?.();

/** Without locks, on a plain address in a network, each tab has a stream of its own. */
function hold(name, begin) {
  if (!navigator.locks) return begin();
  let ended = false;
  let close = () => {};
  navigator.locks.request(name, () => new Promise(release => {
    if (ended) return release();
    const end = begin();
    close = () => { end(); release(); };
  }));
  return () => { ended = true; close(); };
}

function open(channel) {
  let source = null;
  let timer = null;
  let first = true;
  const connect = () => {
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      reached(true);
      if (!first) share(channel, { type: 'reload' });
      first = false;
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(again, 3000);
    };
    TYPES.forEach(type => source.addEventListener(type, event =>
      share(channel, { ...JSON.parse(event.data), type })));
  };
  // A session that ended is asked for here: it ends with a new sign-in.
  const again = () => get('/session').then(connect, () => { timer = setTimeout(again, 5000); });
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function share(channel, event) {
  channel.postMessage(event);
  tell(event);
}

function tell(event) {
  if (event.id) {
    if (known.has(event.id)) return;
    known.add(event.id);
    if (known.size > REMEMBERED) known.delete(known.values().next().value);
  }
  const kind = KINDS[event.type] ?? 'ticket';
  events.dispatchEvent(new CustomEvent(kind, { detail: event }));
}

network.addEventListener('change', () => {
  if (network.online) tell({ type: 'reload' });
});
