/** Putting a ticket aside: for a time, for good, or away from other eyes; and bringing it back. */
import { html, nothing } from 'lit';
import { exactly, fromField, toField } from '../../kit/time.js';
import { may } from '../../data/session.js';
import { t } from '../../text/index.js';
import { textField } from './fields.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A morning some days from now, as the field has it: that day is the reader's. */
const morning = days => `${new Date(Date.parse(`${toField(new Date()).slice(0, 10)}T00:00Z`) + days * DAY).toISOString().slice(0, 10)}T09:00`;

/** The next Monday, never today. */
const toMonday = () => (8 - new Date(`${toField(new Date()).slice(0, 10)}T00:00Z`).getUTCDay()) % 7 || 7;

/** Tomorrow is said once, also on a Sunday. */
const offered = () => [['hours', toField(new Date(Math.ceil((Date.now() + 3 * HOUR) / HOUR) * HOUR))], ['tomorrow', morning(1)],
  ['monday', morning(toMonday())], ['week', morning(7)]].filter(([id]) => id !== 'monday' || toMonday() > 1);

const until = ({ state }) => fromField(state.until);

const later = form => until(form) > new Date();

export const postpone = {
  id: 'postpone',
  title: ({ ticket }) => t('act.postpone.title', { number: ticket.number }),
  word: () => t('act.postpone.do'),
  state: ticket => ({ until: ticket.postponedUntil ? toField(new Date(ticket.postponedUntil)) : morning(1) }),
  fields: form => html`<div class="field quick-times">${offered().map(([id, time]) => html`<button type="button" aria-pressed=${form.state.until === time}
      @click=${() => form.set({ until: time })}>${t(`act.postpone.${id}`)}</button>`)}</div>
    <div class="field"><label for="act-until">${t('act.postpone.until')}</label><input id="act-until" type="datetime-local" required .value=${form.state.until}
      min=${toField(new Date())} @input=${event => form.set({ until: event.target.value })}>
      ${form.state.until && !later(form) ? html`<p class="wrong">${t('act.postpone.past')}</p>` : nothing}</div>`,
  ready: later,
  will: form => later(form) ? [t('act.postpone.will.sleeps', { time: exactly(until(form).toISOString()) }), t('act.postpone.will.waiting'), t('act.postpone.will.wakes')] : [],
  request: form => ({ method: 'PUT', path: '/postponement', body: { until: until(form).toISOString() } }),
  done: form => ({ said: t('ticket.postponed', { time: exactly(until(form).toISOString()) }) }),
};

export const wake = {
  id: 'wake',
  title: ({ ticket }) => t('act.wake.title', { number: ticket.number }),
  word: () => t('act.wake.do'),
  will: ({ ticket }) => [t('act.wake.will', { time: exactly(ticket.postponedUntil) })],
  request: () => ({ method: 'PUT', path: '/postponement', body: { until: null } }),
  done: ({ ticket }) => ({ said: t('act.wake.done', { number: ticket.number }) }),
};

/** Marks a ticket as something else than work, or takes that back. */
const disposal = (id, request, asksWhy) => ({
  id,
  title: ({ ticket }) => t(`act.${id}.title`, { number: ticket.number }),
  word: () => t(`act.${id}.do`),
  state: () => ({ reason: '' }),
  fields: form => asksWhy ? textField(form, 'reason', 'move.reason', { rows: 2, needed: false }) : nothing,
  will: ({ ticket }) => ['first', 'second'].map(one => t(`act.${id}.will.${one}`, { number: ticket.number }, '')),
  request: form => request(form.state.reason.trim() || undefined, form),
  done: ({ ticket }) => ({ said: t(`act.${id}.done`, { number: ticket.number }) }),
});

export const spam = disposal('spam', reason => ({ path: '/spam', body: { reason } }), true);
export const trash = disposal('trash', () => ({ method: 'DELETE', path: '' }), false);
export const restore = { ...disposal('restore', reason => ({ path: '/restore', body: { reason } }), true),
  will: ({ ticket }) => [t('act.restore.will.first', { number: ticket.number }), t(`act.restore.will.${ticket.disposition}`)] };

export const reveal = disposal('reveal', reason => ({ method: 'PATCH', path: '', body: { confidential: false, reason } }), true);
export const conceal = { ...disposal('conceal', reason => ({ method: 'PATCH', path: '', body: { confidential: true, reason } }), true),
  will: ({ ticket }) => [t('act.conceal.will.first', { number: ticket.number }), t('act.conceal.will.second'),
    may('ticket.confidential') ? null : html`<b>${t('act.conceal.will.you')}</b>`] };
