/** Small marks for people, statuses and priorities. Each says in words or shape what it says in colour. */
import { html, nothing } from 'lit';
import { icon, priorityIcon, statusIcon } from './icons.js';
import { priorityName, statusCategory, statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';

/** A status by its sign and its name. */
export const statusBadge = ticket => html`<span class="status" data-status=${ticket.status}
  data-category=${statusCategory(ticket.profile, ticket.status)}>${statusIcon(ticket.status)}<span>${statusName(ticket.profile, ticket.status)}</span></span>`;

/** A priority by its sign, its id and, for who asks, its name. */
export const priorityBadge = (id, long = false) => html`<span class="priority" data-priority=${id} title=${priorityName(id)}>${priorityIcon(id)}<span>${id}${long ? html` <span class="quiet">${priorityName(id)}</span>` : nothing}</span></span>`;

/** The mark of a very important customer. */
export const vipBadge = person => person?.vip
  ? html`<span class="vip" title=${t('vip.long')}>${icon('star')}${t('vip')}</span>` : nothing;

/** Initials in a disc; the colour comes from the name, so that it stays. */
export function avatar(name, size = '') {
  const words = String(name ?? '?').replace(/^(Dr|Prof)\.?\s+/i, '').trim().split(/\s+/);
  const initials = (words[0][0] ?? '?') + (words.length > 1 ? words.at(-1)[0] : '');
  const tone = [...String(name)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 7) % 6;
  return html`<span class="avatar ${size}" data-tone=${tone} aria-hidden="true">${initials.toUpperCase()}</span>`;
}
