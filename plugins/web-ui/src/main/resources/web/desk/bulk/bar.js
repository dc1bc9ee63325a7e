/** What can be done with the chosen tickets of a list, all at once. Tells `changed-many` with the tickets that changed. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { avatar } from '../../kit/badges.js';
import { icon, priorityIcon, statusIcon } from '../../kit/icons.js';
import '../../kit/picker.js';
import { toast } from '../../kit/toast.js';
import { get } from '../../data/api.js';
import { agents, priorities, profiles, statusName, teams } from '../../data/catalogue.js';
import { may, session } from '../../data/session.js';
import { t } from '../../text/index.js';
import { changeMany } from './changes.js';
import './confirm.js';
import './summary.js';

/** These need more than a click, or cannot be undone by one: what they do is said first. */
const ASKED = new Set(['resolved', 'closed']);

class BulkBar extends PageElement {
  static properties = { items: { attribute: false }, chosen: { attribute: false }, done: { state: true }, working: { state: true } };

  constructor() {
    super();
    this.items = [];
    this.chosen = [];
  }

  people = async () => {
    const me = session.user.id;
    const found = (await agents()).filter(agent => agent.active).sort((one, other) => Number(other.id === me) - Number(one.id === me));
    return [...found.map(agent => ({ id: agent.id, label: agent.name, mark: avatar(agent.name) })), { id: '', label: t('nobody'), mark: icon('unassigned') }];
  };

  teams = async () => (await teams()).map(team => ({ id: team.id, label: team.name }));

  priorities = async () => (await priorities()).filter(one => one.active).map(one => ({ id: one.id, label: `${one.id} ${one.name}`,
    mark: html`<span class="priority" data-priority=${one.id}>${priorityIcon(one.id)}</span>` }));

  /** The statuses of the lifecycles that the chosen tickets follow; where one cannot go there from, the summary says so. */
  statuses = async () => {
    const follow = new Set(this.chosen.map(item => item.profile));
    const known = (await profiles()).filter(profile => follow.has(profile.id));
    const found = new Map(known.flatMap(profile => profile.statuses.map(status => [status.id, profile.id])));
    return [...found].filter(([id]) => id !== 'archived').map(([id, profile]) => ({ id, label: statusName(profile, id), mark: statusIcon(id) }));
  };

  macros = async () => {
    this.known = (await get('/macros')).items.filter(macro => macro.active);
    return this.known.map(macro => ({ id: macro.id, label: macro.name, hint: macro.description ?? '' }));
  };

  others = () => [
    ...may('ticket.edit') ? [{ id: 'addTags', label: t('bulk.tags.add'), mark: icon('plus') }, { id: 'removeTags', label: t('bulk.tags.remove'), mark: icon('close') }] : [],
    ...may('ticket.trash') ? [{ id: 'spam', label: t('act.spam'), mark: icon('spam') }, { id: 'trash', label: t('act.trash'), mark: icon('discarded') }] : []];

  move(to) {
    if (ASKED.has(to)) this.confirm({ kind: to, name: statusName(this.chosen[0].profile, to) });
    else this.run({ transition: { to } }, statusName(this.chosen[0].profile, to));
  }

  confirm(wanted) {
    this.querySelector('sb-bulk-confirm').ask(wanted, this.chosen);
  }

  /** Makes a change to the chosen tickets, or to some of them again. */
  async run(change, name, items = this.chosen) {
    this.working = true;
    this.done = 0;
    const { changed, refused } = await changeMany(items, change, done => { this.done = done; });
    this.working = false;
    this.tell('changed-many', { changed, refused: refused.map(one => one.item) });
    if (refused.length) this.querySelector('sb-bulk-summary').show({ change, name, changed, refused });
    else toast(t('bulk.done', { count: changed.length, name }));
  }

  render() {
    const count = this.chosen.length;
    return html`${count ? this.bar(count) : nothing}
      <sb-bulk-confirm @confirmed=${event => this.run(...event.detail)}></sb-bulk-confirm>
      <sb-bulk-summary @again=${event => this.run(...event.detail)}></sb-bulk-summary>`;
  }

  bar(count) {
    const words = (sign, key) => html`${icon(sign)}<span class="word">${t(key)}</span>`;
    const picker = (sign, key, options, pick) => html`<sb-picker .face=${'plain'} .shown=${words(sign, key)} .name=${t(key)} .label=${t(key)} .options=${options} @pick=${event => pick(event.detail)}></sb-picker>`;
    return html`<div class="bulk-bar" role="group" aria-label=${t('bulk.title')} aria-busy=${Boolean(this.working)}>
      <span class="count" role="status">${this.working ? t('bulk.working', { done: this.done, count }) : t('bulk.count', { count })}</span>
      ${count < this.items.length ? html`<button type="button" class="plain" @click=${() => this.tell('choose-all')}>${t('bulk.all', { count: this.items.length })}</button>` : nothing}
      <span class="doing" ?inert=${this.working}>
        ${may('ticket.assign') ? html`${picker('mine', 'bulk.assign', this.people, async id => this.run({ assign: id ? { agent: id } : {} }, id ? (await agents()).find(one => one.id === id)?.name : t('nobody')))}
          ${picker('team', 'bulk.team', this.teams, async id => this.run({ assign: { team: id } }, (await teams()).find(one => one.id === id)?.name))}` : nothing}
        ${may('ticket.edit') ? picker('sort', 'bulk.priority', this.priorities, id => this.run({ edit: { priority: id } }, id)) : nothing}
        ${may('ticket.transition') ? picker('done', 'bulk.status', this.statuses, id => this.move(id)) : nothing}
        ${may('template.use') ? picker('list', 'bulk.macro', this.macros, id => this.confirm({ kind: 'macro', macro: this.known.find(one => one.id === id) })) : nothing}
        ${may('ticket.edit') || may('ticket.trash') ? picker('more', 'bulk.more', this.others, kind => this.confirm({ kind })) : nothing}</span>
      <button type="button" class="plain square" aria-label=${t('bulk.none')} title=${t('bulk.none')} @click=${() => this.tell('choose-none')}>${icon('close')}</button></div>`;
  }
}
customElements.define('sb-bulk-bar', BulkBar);
