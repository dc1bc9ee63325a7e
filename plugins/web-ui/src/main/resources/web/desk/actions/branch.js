/** Tickets that come of a ticket: split from it or chained to it; and tying it to one that is there. */
import { html, nothing } from 'lit';
import { timeOf } from '../../kit/time.js';
import { t } from '../../text/index.js';
import '../ticket-search.js';
import { choice, textField } from './fields.js';

const EXCERPT = 110;
const KINDS = ['related', 'duplicate', 'parent'];

/** What may be split off: the ticket's own messages but its first. */
const movable = ({ ticket, thread }) => thread.filter(message => message.ticket === ticket.id).slice(1);

const chosen = form => movable(form).filter(message => form.state.messages.includes(message.id));

const startsWithCustomer = form => chosen(form)[0]?.kind === 'customer';

/** The first words, as text: markup of a message is left out, and nothing is made of it. */
function excerpt(message) {
  const text = message.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)} …` : text;
}

function toggle(form, id, wanted) {
  const others = form.state.messages.filter(other => other !== id);
  form.set({ messages: wanted ? [...others, id] : others });
}

export const split = {
  id: 'split',
  title: ({ ticket }) => t('act.split.title', { number: ticket.number }),
  word: () => t('act.split.do'),
  state: ticket => ({ messages: [], subject: ticket.subject }),
  fields(form) {
    const messages = movable(form);
    if (!messages.length) return html`<p class="notice field">${t('act.split.none')}</p>`;
    return html`<fieldset class="field"><legend class="label">${t('act.split.which')}</legend><div class="choices tall">${messages.map(message => html`
      <label class="choice"><input type="checkbox" .checked=${form.state.messages.includes(message.id)} @change=${event => toggle(form, message.id, event.target.checked)}>
        <span class="explained"><span>${message.author?.name ?? t('actor.system')} <span class="quiet small">${t(`thread.${message.kind}`)} · ${timeOf(message.createdAt)}</span></span>
          <span class="quiet small">${excerpt(message)}</span></span></label>`)}</div>
      ${form.state.messages.length && !startsWithCustomer(form) ? html`<p class="wrong">${t('act.split.customer')}</p>` : nothing}</fieldset>
      ${textField(form, 'subject', 'act.subject', { most: 250 })}`;
  },
  ready: form => startsWithCustomer(form) && Boolean(form.state.subject.trim()),
  will(form) {
    if (!this.ready(form)) return [];
    const count = form.state.messages.length;
    const places = { count, number: form.ticket.number, name: form.ticket.requester?.name ?? '' };
    return [t('act.split.will.moves', places), t('act.split.will.new', places), t('act.split.will.stays', { ...places, count: form.thread.length - count })];
  },
  request: ({ state }) => ({ path: '/split', body: { messages: state.messages, subject: state.subject.trim() } }),
  done: (form, made) => ({ said: t('act.made', { number: made.number }), to: made.number }),
};

export const chain = {
  id: 'chain',
  title: ({ ticket }) => t('act.chain.title', { number: ticket.number }),
  word: () => t('act.chain.do'),
  state: () => ({ subject: '', description: '' }),
  fields: form => html`${textField(form, 'subject', 'act.subject', { most: 250 })}${textField(form, 'description', 'new.description', { rows: 5, most: 200_000 })}`,
  ready: ({ state }) => Boolean(state.subject.trim() && state.description.trim()),
  will(form) {
    const places = { number: form.ticket.number, name: form.ticket.requester?.name ?? '' };
    return [t('act.chain.will.new', places), t('act.chain.will.same', places), t('act.chain.will.stays', places)];
  },
  request: ({ state }) => ({ path: '/links', body: { kind: 'chained', subject: state.subject.trim(), description: state.description, format: 'markdown' } }),
  done: (form, made) => ({ said: t('act.made', { number: made.number }), to: made.number }),
};

export const link = {
  id: 'link',
  title: ({ ticket }) => t('act.link.title', { number: ticket.number }),
  word: () => t('act.link.do'),
  state: () => ({ kind: 'related' }),
  fields: form => html`${choice(form, 'kind', 'link.kind', KINDS.map(kind => [kind, t(`link.${kind}`)]))}
    <div class="field"><sb-ticket-search .label=${t('act.link.other')} .besides=${form.ticket.id} @found=${event => form.set({ to: event.detail })}></sb-ticket-search></div>`,
  ready: ({ state }) => Boolean(state.to),
  will: ({ ticket, state }) => state.to ? [t(`act.link.will.${state.kind}`, { number: ticket.number, other: state.to.number }), t('act.link.will.seen')] : [],
  request: ({ state }) => ({ path: '/links', body: { kind: state.kind, to: state.to.id } }),
  done: ({ state }) => ({ said: t('act.link.done', { number: state.to.number }) }),
};
