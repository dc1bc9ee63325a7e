/** A list in groups. They are made of the tickets that are there, since the desk reads lists in few orders; with each page they may grow. */
import { html } from 'lit';
import { avatar, priorityBadge, statusBadge } from '../kit/badges.js';
import { categoryName, statusPlace } from '../data/catalogue.js';
import { language, t } from '../text/index.js';

const person = who => html`<span class="person">${avatar(who.name)}<bdi>${who.name}</bdi></span>`;
const named = (field, none) => ({ key: ticket => ticket[field]?.id, name: ticket => ticket[field].name, none });

/** How a group is told from others, its name, what its head shows if that is more than its name, and what stands for none. */
const WAYS = {
  none: { key: () => 'all', name: () => '' },
  status: { key: ticket => ticket.status, name: () => '', place: statusPlace, head: statusBadge },
  priority: { key: ticket => ticket.priority, name: ticket => ticket.priority, head: ticket => priorityBadge(ticket.priority, true) },
  type: { key: ticket => ticket.type, name: ticket => t(`type.${ticket.type}`) },
  category: { key: ticket => ticket.category, name: ticket => categoryName(ticket.category), none: 'group.no-category' },
  assignee: { ...named('assignee', 'nobody'), head: ticket => person(ticket.assignee) },
  team: { ...named('team', 'no-team'), head: ticket => html`<bdi>${ticket.team.name}</bdi>` },
  requester: { ...named('requester', 'nobody'), head: ticket => person(ticket.requester) },
};

export class Groups {
  #way;
  #folded = new Set();
  #put = new Map();
  #first = new Map();

  /** `by` is one of the groupings, or `none` for a single group of all. */
  constructor(view, by) {
    Object.assign(this, { view, by });
    this.#way = WAYS[by];
  }

  /** The groups in their order, each with its tickets in that of the list. A ticket stays where it was put, so that nothing moves by itself. */
  of(items) {
    const found = new Map();
    for (const item of items) {
      const key = this.#at(item);
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(item);
    }
    const groups = [...found].map(([key, tickets]) => ({ key, tickets, folded: this.#folded.has(key), ...this.#told(key) }));
    return groups.sort((one, other) => !one.key - !other.key || one.place - other.place || one.name.localeCompare(other.name, language.id));
  }

  /** The tickets whose rows are seen, in their order. */
  rows(items) {
    return this.of(items).filter(group => !group.folded).flatMap(group => group.tickets);
  }

  /** How many tickets belong to another group than they stand in. */
  moved(items) {
    return items.filter(item => this.#at(item) !== this.#key(item)).length;
  }

  /** Has each ticket put where it belongs. */
  settle() {
    this.#put.clear();
    this.#first.clear();
  }

  fold(key) {
    if (!this.#folded.delete(key)) this.#folded.add(key);
  }

  #key(item) {
    return this.#way.key(item) ?? '';
  }

  #at(item) {
    if (!this.#put.has(item.id)) {
      const key = this.#key(item);
      this.#put.set(item.id, key);
      if (!this.#first.has(key)) this.#first.set(key, item);
    }
    return this.#put.get(item.id);
  }

  /** What a group is called after the ticket with which it began. */
  #told(key) {
    const { name, place, head, none } = this.#way;
    if (!key) return { name: '', place: 0, head: html`<span class="quiet">${t(none)}</span>` };
    const first = this.#first.get(key);
    return { name: name(first), place: place?.(first) ?? 0, head: (head ?? name)(first) };
  }
}
