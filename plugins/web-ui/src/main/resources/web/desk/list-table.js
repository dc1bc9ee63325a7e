/** Tickets as a table, which on a narrow screen becomes a stack of cards and stays a table for screen readers. */
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { avatar, priorityBadge, statusBadge, vipBadge } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { categoryName, productName } from '../data/catalogue.js';
import { language, t } from '../text/index.js';
import { marked, passage } from './marked.js';

const person = (who, nobody) => who
  ? html`<span class="person" title=${who.name}>${avatar(who.name)}<span dir="auto">${who.name}</span>${vipBadge(who)}</span>`
  : html`<span class="quiet">${nobody}</span>`;

const dueOf = ticket => ticket.deadlines?.map(deadline => deadline.dueAt ?? deadline.due).filter(Boolean).sort()[0];

const CELLS = {
  priority: ticket => priorityBadge(ticket.priority),
  number: (ticket, words) => marked(ticket.number, words),
  subject: (ticket, words) => html`<span class="about"><a class="subject" href="/desk/tickets/${ticket.number}" dir="auto">${marked(ticket.subject, words)}</a>${marks(ticket)}</span>${foundIn(ticket)}`,
  status: ticket => statusBadge(ticket),
  requester: ticket => person(ticket.requester, t('nobody')),
  assignee: ticket => person(ticket.assignee, t('nobody')),
  team: ticket => ticket.team ? html`<bdi>${ticket.team.name}</bdi>` : html`<span class="quiet">${t('no-team')}</span>`,
  next_move: ticket => t(`move.short.${ticket.nextMove}`),
  type: ticket => t(`type.${ticket.type}`),
  product: ticket => ticket.product ? productName(ticket.product) : nothing,
  channel: ticket => t(`channel.${ticket.channel}`, {}, ticket.channel),
  tags: ticket => html`<span class="tag-row">${(ticket.tags ?? []).map(tag => html`<span class="tag">${tag}</span>`)}</span>`,
  category: ticket => ticket.category ? categoryName(ticket.category) : nothing,
  created: ticket => timeOf(ticket.createdAt),
  updated: ticket => timeOf(ticket.updatedAt),
  due: ticket => timeOf(dueOf(ticket)),
};

function foundIn(ticket) {
  const found = passage(ticket);
  return found ? html`<span class="passage" dir="auto">${found}</span>` : nothing;
}

function marks(ticket) {
  if (!ticket.confidential && ticket.disposition === 'none') return nothing;
  return html`<span class="marks">${ticket.confidential ? html`<span title=${t('confidential')}>${icon('lock')}<span class="only-read">${t('confidential')}</span></span>` : nothing}
    ${ticket.disposition === 'none' ? nothing : html`<span class="tag">${t(`disposition.${ticket.disposition}`)}</span>`}</span>`;
}

const chooser = (name, checked, some, choose) => html`<label class="chooser"><input type="checkbox" aria-label=${name} .checked=${live(checked)} .indeterminate=${some} @click=${choose}></label>`;

const row = (ticket, { columns, choose, words }, chosen, last) => html`
    <tr role="row" data-number=${ticket.number} aria-selected=${chosen} class="${chosen ? 'chosen' : ''} ${ticket.touched ? 'changed' : ''} ${last ? 'last-read' : ''}">
      <td role="cell" class="c-choose">${chooser(t('bulk.choose', { number: ticket.number }), chosen, false, event => choose(ticket.id, event.shiftKey))}</td>
      ${columns.map(column => html`<td role="cell" class="c-${column}">${CELLS[column](ticket, words)}</td>`)}</tr>`;

const head = (group, { columns, open, fold }) => html`
    <tr role="row" class="group-head"><th role="rowheader" scope="rowgroup" colspan=${columns.length + 1}><button type="button" class="plain" aria-expanded=${!group.folded} @click=${() => fold(group.key)}>
      ${icon('down')}<span class="group-name">${group.head}</span> <span class="quiet small">${t(open ? 'group.loaded' : 'group.count', { count: group.tickets.length })}</span></button></th></tr>`;

/**
 * Draws the table of groups of tickets, with their heads if it is `grouped`; `open` is whether more can be loaded, `fold(key)` folds a group or unfolds it,
 * `chosen` is what is chosen, `choose(id, range)` chooses a row, without id all of them, and `words` are marked. A row is drawn anew when something of it
 * has changed, and each minute for its times: with many hundreds of them the page would stand still at each new page otherwise.
 */
export const ticketTable = list => {
  const { groups, grouped, columns, label, lastRead, chosen, choose, words } = list;
  const items = groups.filter(group => !group.folded).flatMap(group => group.tickets);
  const look = `${columns} ${language.id} ${Math.floor(Date.now() / 60_000)} ${words.map(({ word, begun }) => `${word}${begun ? '*' : ''}`)}`;
  return html`<table class="tickets ${columns.length > 8 ? 'wide' : ''} ${grouped ? 'grouped' : ''} ${chosen.size ? 'choosing' : ''}" role="table" aria-label=${label}>
  <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="c-choose">${chooser(t('bulk.all', { count: items.length }), chosen.size > 0 && items.every(item => chosen.has(item.id)), chosen.size > 0 && !items.every(item => chosen.has(item.id)), () => choose())}</th>${columns.map(column => html`<th role="columnheader" scope="col" class="c-${column}">${t(`column.${column}`)}</th>`)}</tr></thead>
  ${repeat(groups, group => group.key, group => html`<tbody role="rowgroup">${grouped ? head(group, list) : nothing}${group.folded ? nothing : repeat(group.tickets, ticket => ticket.id,
    ticket => guard([ticket, chosen.has(ticket.id), ticket.number === lastRead, look], () => row(ticket, list, chosen.has(ticket.id), ticket.number === lastRead)))}</tbody>`)}</table>`;
};
