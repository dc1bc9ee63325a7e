/** What a ticket is filed under, each changed in place. Whoever made the element makes the change: see `change-ticket`. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar, priorityBadge, statusBadge } from '../kit/badges.js';
import { icon, priorityIcon, statusIcon } from '../kit/icons.js';
import '../kit/picker.js';
import { timeOf } from '../kit/time.js';
import { agents, categories, categoryName, priorities, productName, products, statusName, teams } from '../data/catalogue.js';
import { may, session } from '../data/session.js';
import { t } from '../text/index.js';
import './explanation.js';

const TYPES = ['incident', 'service_request', 'change_request', 'problem', 'question', 'other'];

class Properties extends PageElement {
  static properties = { ticket: { attribute: false }, ways: { attribute: false }, busy: { attribute: false } };

  edit(field, label, value, wanted) {
    this.tell('change-ticket', { body: { [field]: value }, name: t(label), wanted });
  }

  assign(body, label, wanted) {
    this.tell('change-ticket', { method: 'PUT', path: '/assignment', body, name: t(label), wanted });
  }

  render() {
    const ticket = this.ticket;
    const mayEdit = may('ticket.edit');
    const mayAssign = may('ticket.assign');
    return html`<h2 class="only-read">${t('ticket.properties')}</h2><dl class="properties">
      ${this.row('ticket.status', may('ticket.transition') && this.ways?.length, statusBadge(ticket), statusName(ticket.profile, ticket.status),
        { value: ticket.status, options: this.statuses(), pick: to => this.tell('move', to) })}
      ${this.row('ticket.priority', mayEdit, priorityBadge(ticket.priority, true), ticket.priority,
        { value: ticket.priority, options: this.priorities, pick: id => this.edit('priority', 'ticket.priority', id, id) })}
      ${this.row('ticket.assignee', mayAssign, ticket.assignee ? html`${avatar(ticket.assignee.name)}<bdi>${ticket.assignee.name}</bdi>` : html`<span class="quiet">${t('nobody')}</span>`,
        ticket.assignee?.name ?? t('nobody'), { value: ticket.assignee?.id ?? '', options: this.people, pick: id => this.give(id) })}
      <dt></dt><dd class="beside">${mayAssign && ticket.assignee?.id !== session.user.id ? html`<button type="button" class="plain" @click=${() => this.give(session.user.id)}>${t('ticket.take')}</button>` : nothing}
        <sb-explanation .ticket=${ticket}></sb-explanation></dd>
      ${this.row('ticket.team', mayAssign, ticket.team ? html`<bdi>${ticket.team.name}</bdi>` : html`<span class="quiet">${t('no-team')}</span>`, ticket.team?.name ?? t('no-team'),
        { value: ticket.team?.id ?? '', options: this.teams, pick: id => this.toTeam(id) })}
      ${this.row('ticket.category', mayEdit, ticket.category ? categoryName(ticket.category) : html`<span class="quiet">${t('none')}</span>`,
        ticket.category ? categoryName(ticket.category) : t('none'), { value: ticket.category ?? '', options: this.categories,
          pick: id => this.edit('category', 'ticket.category', id || null, id ? categoryName(id) : t('none')) })}
      ${this.row('ticket.type', mayEdit, t(`type.${ticket.type}`), t(`type.${ticket.type}`),
        { value: ticket.type, options: TYPES.map(id => ({ id, label: t(`type.${id}`) })), pick: id => this.edit('type', 'ticket.type', id, t(`type.${id}`)) })}
      ${this.row('ticket.product', mayEdit, ticket.product ? productName(ticket.product) : html`<span class="quiet">${t('none')}</span>`,
        ticket.product ? productName(ticket.product) : t('none'), { value: ticket.product ?? '', options: this.products,
          pick: id => this.edit('product', 'ticket.product', id || null, id ? productName(id) : t('none')) })}
      <dt>${t('ticket.tags')}</dt><dd>${this.tags(mayEdit)}</dd>
      <dt>${t('ticket.channel')}</dt><dd class="still">${t(`channel.${ticket.channel}`, {}, ticket.channel)}</dd>
      <dt>${t('ticket.created')}</dt><dd class="still">${timeOf(ticket.createdAt)}</dd>
      ${(ticket.deadlines ?? []).map(one => html`<dt>${t(`deadline.${one.kind}`, {}, one.kind)}</dt><dd class="still">${this.deadline(one)}</dd>`)}
      ${this.still('ticket.expected', ticket.expectedResolutionAt && timeOf(ticket.expectedResolutionAt))}
      ${this.still('ticket.next-update', ticket.nextUpdateDueAt && timeOf(ticket.nextUpdateDueAt))}
      ${this.still('ticket.affected', ticket.affectedSystems?.join(', '))}
      ${this.still('ticket.error', ticket.errorMessages)}
      ${this.still('ticket.impact', ticket.userImpact)}
    </dl>`;
  }

  /** Met, late, or by when; without a time its clock stands still. */
  deadline({ dueAt, metAt, explanation }) {
    if (metAt) return html`<span class="due" title=${explanation}>${icon('done')}${t('deadline.met')}</span>`;
    if (!dueAt) return html`<span class="due quiet" title=${explanation}>${icon('pause')}${t('deadline.stands')}</span>`;
    const late = Date.parse(dueAt) < Date.now();
    return html`<span class="due ${late ? 'late' : ''}">${icon(late ? 'overdue' : 'clock')}<span>${late ? t('deadline.late') : nothing} ${timeOf(dueAt)}</span></span>`;
  }

  still(label, value) {
    return value ? html`<dt>${t(label)}</dt><dd class="still">${value}</dd>` : nothing;
  }

  row(label, may, shown, words, { value, options, pick }) {
    const name = t(label);
    return html`<dt>${name}</dt><dd class=${may ? '' : 'still'}>${may ? html`<sb-picker .shown=${shown} .name=${name} .value=${value} .options=${options}
      .label=${t('ticket.change', { name, value: words })} ?busy=${this.busy === name} @pick=${event => pick(event.detail)}></sb-picker>` : shown}</dd>`;
  }

  statuses() {
    const { profile, status } = this.ticket;
    return [{ to: status }, ...this.ways ?? []].map(way => ({ id: way.to, label: statusName(profile, way.to), mark: statusIcon(way.to),
      hint: way.missing?.map(one => one.message ?? one.reason ?? '').filter(Boolean).join(' ') }));
  }

  priorities = async () => (await priorities()).filter(one => one.active).map(one => ({ id: one.id, label: `${one.id} ${one.name}`,
    hint: one.description, mark: html`<span class="priority" data-priority=${one.id}>${priorityIcon(one.id)}</span>` }));

  people = async () => {
    const me = session.user.id;
    const found = (await agents()).filter(agent => agent.active).sort((a, b) => Number(b.id === me) - Number(a.id === me));
    return [...found.map(agent => ({ id: agent.id, label: agent.name, mark: avatar(agent.name) })), { id: '', label: t('nobody'), mark: icon('unassigned') }];
  };

  teams = async () => (await teams()).map(team => ({ id: team.id, label: team.name }));

  categories = async () => [...(await categories()).filter(one => one.active).map(one => ({ id: one.id, label: categoryName(one.id) })), { id: '', label: t('none') }];

  products = async () => [...(await products()).filter(one => one.active).map(one => ({ id: one.id, label: one.name })), { id: '', label: t('none') }];

  async give(id) {
    const name = id ? (await agents()).find(agent => agent.id === id)?.name ?? session.user.name : t('nobody');
    this.assign({ agent: id || null, team: this.ticket.team?.id ?? null }, 'ticket.assignee', name);
  }

  /** Another team: who has it now is mostly not of it, so the team decides who takes it. */
  async toTeam(id) {
    this.assign({ team: id }, 'ticket.team', (await teams()).find(team => team.id === id)?.name);
  }

  tags(mayEdit) {
    const { tags } = this.ticket;
    const set = wanted => this.edit('tags', 'ticket.tags', wanted, wanted.join(', ') || t('none'));
    return html`<div class="tags">${tags.map(tag => html`<span class="tag">${tag}${mayEdit ? html`<button type="button" aria-label=${t('ticket.tags.remove', { tag })}
        @click=${() => set(tags.filter(other => other !== tag))}>${icon('close')}</button>` : nothing}</span>`)}
      ${mayEdit ? html`<input type="text" maxlength="60" aria-label=${t('ticket.tags.add')} placeholder=${t('ticket.tags.add')} @keydown=${event => {
        const tag = event.target.value.trim().toLowerCase();
        if (event.key !== 'Enter' || !tag || tags.includes(tag)) return;
        event.target.value = '';
        set([...tags, tag]);
      }}>` : nothing}</div>`;
  }
}
customElements.define('sb-properties', Properties);
