/** The rows of a list: in which groups they stand, how one goes along them, and which are chosen. */
import { PageElement } from '../kit/element.js';
import { Selection } from './bulk/selection.js';
import { Groups } from './groups.js';
import { wanted } from './parts.js';
import { go } from './router.js';

export class Rows extends PageElement {
  constructor() {
    super();
    this.selection = new Selection();
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(this.selection, 'change', () => this.chose());
  }

  /** Groups what a view has; what is folded stays so until it is grouped otherwise. */
  groupBy(view, by) {
    if (this.groups?.view !== view || this.groups.by !== by) this.groups = new Groups(view, by);
  }

  /** What is seen of the list, in its order. */
  get rows() {
    return this.groups?.rows(this.items ?? []) ?? [];
  }

  fold(key) {
    this.groups.fold(key);
    this.requestUpdate();
  }

  regroup() {
    this.groups.settle();
    this.requestUpdate();
  }

  /** Moves the focus along the rows and the heads of groups. */
  step(by) {
    const links = [...this.querySelectorAll('a.subject, .group-head button')];
    const at = links.indexOf(document.activeElement);
    const found = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
    found?.focus();
    found?.closest('tr').scrollIntoView({ block: 'nearest' });
  }

  chose() {
    if (this.selection.of(this.items ?? []).length) wanted('bulk');
    this.requestUpdate();
  }

  /** Chooses a ticket for what is done to many, or a range; without an id all that are shown, or none if they are chosen. */
  pick(id, range) {
    const { rows } = this;
    if (id) this.selection.toggle(id, rows, range);
    else this.selection.set(rows.every(item => this.selection.has(item.id)) ? [] : rows.map(item => item.id));
  }

  /** Chooses the row in which the focus is. */
  pickFocused(range) {
    const number = document.activeElement?.closest('tr[data-number]')?.dataset.number;
    const item = this.items?.find(one => one.number === number);
    if (item) this.pick(item.id, range);
  }

  /** Shows what became of the chosen ones where they stand; what was refused stays chosen. */
  changedMany({ changed, refused }) {
    const latest = new Map(changed.map(ticket => [ticket.id, ticket]));
    this.items = this.items.map(item => this.newer(item, latest.get(item.id)));
    this.selection.set(refused.map(item => item.id));
  }

  /** Goes from a ticket to the one beside it in the list. */
  beside(number, by) {
    const { rows } = this;
    const at = rows.findIndex(item => item.number === number);
    const found = at < 0 ? undefined : rows[at + by];
    if (found) go(`/tickets/${found.number}`);
  }

  newer(item, latest) {
    if (!latest || latest.version <= item.version) return item;
    return { highlights: item.highlights, ...latest, touched: true };
  }
}
