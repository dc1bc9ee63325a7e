/** Merging a ticket into another, and taking that back. */
import { html } from 'lit';
import { get } from '../../data/api.js';
import { t } from '../../text/index.js';
import '../ticket-search.js';

/** The requester's other tickets come first, the open ones before the others. */
async function suggestions(ticket) {
  if (!ticket.requester) return [];
  const found = await get(`/tickets?requester=${ticket.requester.id}&view=all&limit=12`);
  return found.items.sort((one, other) => Number(OVER.has(one.status)) - Number(OVER.has(other.status)));
}

const OVER = new Set(['closed', 'archived']);

export const merge = {
  id: 'merge',
  title: ({ ticket }) => t('act.merge.title', { number: ticket.number }),
  word: () => t('act.merge.do'),
  prepare: async ({ ticket }) => ({ suggested: await suggestions(ticket) }),
  fields: form => html`<div class="field"><sb-ticket-search .label=${t('act.merge.into')} .besides=${form.ticket.id} .suggested=${form.state.suggested}
    @found=${event => form.set({ into: event.detail })}></sb-ticket-search></div>`,
  ready: ({ state }) => Boolean(state.into),
  will({ ticket, thread, state: { into } }) {
    if (!into) return [];
    const places = { number: ticket.number, into: into.number, count: thread.length, name: ticket.requester?.name ?? '', other: into.requester?.name ?? '' };
    return [t('act.merge.will.messages', places), t('act.merge.will.later', places),
      into.requester?.id !== ticket.requester?.id && t('act.merge.will.people', places), t('act.merge.will.back', places)];
  },
  request: ({ state }) => ({ path: '/merge', body: { into: state.into.id } }),
  done: (form, survivor) => ({ said: t('act.merge.done', { number: form.ticket.number, into: survivor.number }), to: survivor.number }),
};

export const unmerge = {
  id: 'unmerge',
  title: ({ ticket }) => t('act.unmerge.title', { number: ticket.number }),
  word: () => t('act.unmerge.do'),
  will: ({ ticket, state }) => [t('act.unmerge.will', { number: ticket.number, into: state.into?.number ?? t('act.unmerge.other') }), t('act.unmerge.will.same', { number: ticket.number })],
  state: ticket => ({ into: ticket.mergedInto }),
  request: () => ({ path: '/unmerge' }),
  done: ({ ticket }) => ({ said: t('act.unmerge.done', { number: ticket.number }) }),
};
