/** A list of tickets: a view, or what a search found. It follows what happens without moving under the pointer. */
import { html, nothing } from 'lit';
import { problemNotice, skeletonRows } from '../kit/states.js';
import { get } from '../data/api.js';
import { events } from '../data/events.js';
import { remember, remembered } from '../data/session.js';
import { t } from '../text/index.js';
import { emptyList } from './empty-list.js';
import { ofView } from './filter/conditions.js';
import './filter/tools.js';
import { wanted } from './parts.js';
import { go } from './router.js';
import { Rows } from './list-rows.js';
import { ticketTable } from './list-table.js';
import { wordsOf } from './marked.js';
import { COLUMNS, GROUPINGS, readView, USUAL_COLUMNS, viewName } from './views.js';

const PAGE = 50;
/** What happens is shown soon, but a desk where much happens has the list read no more often than that. */
const SOON = 150;
const PAUSE = 1200;

class List extends Rows {
  static properties = {
    view: { attribute: false }, query: { attribute: false }, about: { state: true }, items: { state: true },
    next: { state: true }, problem: { state: true }, fresh: { state: true }, loading: { state: true }, lastRead: { state: true },
    filter: { attribute: false, hasChanged: (one, other) => JSON.stringify(one) !== JSON.stringify(other) }, filtering: { state: true },
  };

  constructor() {
    super();
    this.query = '';
    this.fresh = 0;
    this.looked = 0;
    this.changed = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(events, 'ticket', event => this.note(event.detail.ticket));
    this.follow(events, 'reload', () => this.note(null));
    this.follow(window, 'views-changed', () => this.view && !this.query && this.load());
  }

  willUpdate(changed) {
    if (changed.has('view')) this.filtering = false;
    if ((changed.has('filtering') || changed.has('filter')) && (this.filtering || this.filter)) wanted('sentence');
    if (changed.has('view') || changed.has('query') || changed.has('filter')) this.load();
    if (this.items) this.groupBy(this.view, this.grouping);
  }

  updated() {
    const end = this.querySelector('.list-end');
    if (end && end !== this.watched) {
      this.watcher?.disconnect();
      this.watcher = new IntersectionObserver(seen => seen.at(-1).isIntersecting && this.more(), { rootMargin: '600px' });
      this.watcher.observe(end);
      this.watched = end;
    }
  }

  get sort() {
    return remembered(`sort.${this.view}`, this.about?.conditions?.sort ?? 'updated');
  }

  get grouping() {
    const wanted = this.query ? 'none' : remembered(`grouping.${this.view}`, this.about?.grouping);
    return GROUPINGS.includes(wanted) ? wanted : 'none';
  }

  get columns() {
    const wanted = remembered(`columns.${this.view}`, this.about?.columns?.length ? this.about.columns : USUAL_COLUMNS);
    const known = wanted.filter(column => COLUMNS.includes(column));
    return known.includes('subject') ? known : ['subject', ...known];
  }

  /** What is demanded while it is not as the view is: where the address names no view, that of the page. */
  get conditions() {
    return { view: this.about?.builtIn ? this.view : 'all', ...this.filter };
  }

  path(cursor) {
    const asked = new URLSearchParams({ limit: PAGE });
    if (this.query) asked.set('q', this.query);
    else if (this.filter) Object.entries(this.conditions).forEach(([key, value]) => asked.set(key, value));
    else asked.set('view', this.view);
    if (!this.query && !(!this.filter && this.about && !this.about.builtIn && this.sort === this.about.conditions.sort)) asked.set('sort', this.sort);
    if (cursor) asked.set('cursor', cursor);
    return `/tickets?${asked}`;
  }

  async load() {
    const wanted = JSON.stringify([this.view, this.query, this.filter]);
    this.asked = wanted;
    Object.assign(this, { items: null, next: null, problem: null, fresh: 0, about: null });
    this.changed.clear();
    this.selection.clear();
    this.groups?.settle();
    try {
      if (!this.query) {
        const about = await readView(this.view);
        if (this.asked !== wanted) return;
        this.about = about;
      }
      const page = await get(this.path());
      if (this.asked !== wanted) return;
      this.items = page.items;
      this.next = page.next;
      this.entitle();
    } catch (problem) {
      if (this.asked === wanted) this.problem = problem;
    }
  }

  /** Names the window after the list, while it is what one sees. */
  entitle() {
    if (!this.hidden && this.items) document.title = `${this.title} · Switchboard`;
  }

  async more() {
    if (!this.next || this.loading || this.hidden) return;
    this.loading = true;
    const wanted = this.asked;
    try {
      const page = await get(this.path(this.next));
      if (this.asked !== wanted) return;
      const known = new Set(this.items.map(item => item.id));
      const seen = this.rows.length;
      this.items = [...this.items, ...page.items.filter(item => !known.has(item.id))];
      this.next = page.next;
      // Who scrolls as fast as pages come may see the end all the while: it is looked for anew, as it does not come into sight again.
      // It is not where all that came is folded, or everything there is would be read behind the heads.
      if (this.rows.length > seen) this.watched = null;
    } catch (problem) {
      if (!problem.offline) this.problem = problem;
    } finally {
      this.loading = false;
    }
  }

  /** Notes that a ticket changed, or with null that anything may have; looks a little later, once for many. */
  note(ticket) {
    if (!this.items) return;
    if (ticket) this.changed.add(ticket);
    else this.items.forEach(item => this.changed.add(item.id));
    this.timer ??= setTimeout(() => this.look(), Math.max(SOON, this.looked + PAUSE - Date.now()));
  }

  /** Shows what changed in the rows that are there, and says how many would be new; nothing moves until one asks. */
  async look() {
    this.timer = undefined;
    this.looked = Date.now();
    const changed = new Set(this.changed);
    this.changed.clear();
    const wanted = this.asked;
    try {
      const page = await get(this.path());
      if (this.asked !== wanted || !this.items) return;
      const latest = new Map(page.items.map(item => [item.id, item]));
      const shown = this.items.filter(item => changed.has(item.id) && !latest.has(item.id)).slice(0, 20);
      const read = await Promise.all(shown.map(item => get(`/tickets/${item.id}`).catch(() => null)));
      read.filter(Boolean).forEach(item => latest.set(item.id, item));
      const known = new Set(this.items.map(item => item.id));
      if (!this.items.length) {
        Object.assign(this, { items: page.items, next: page.next });
        return;
      }
      this.items = this.items.map(item => this.newer(item, latest.get(item.id)));
      this.fresh = page.items.filter(item => !known.has(item.id)).length;
    } catch (problem) {
      if (!problem.offline) throw problem;
    }
  }

  async showFresh() {
    const page = await get(this.path());
    this.groups.settle();
    Object.assign(this, { items: page.items, next: page.next, fresh: 0 });
    this.querySelector('.list-scroll').scrollTop = 0;
    this.querySelector('a.subject')?.focus();
  }

  get title() {
    if (this.query) return t('search.results', { query: this.query });
    return this.about ? viewName(this.about) : t('app.loading');
  }

  render() {
    return html`<div class="list-page">
      <div class="page-head"><h1>${this.title}</h1>${this.query || !this.about ? nothing : this.tools()}</div>
      ${this.about && !this.query && (this.filtering || this.filter) ? html`<sb-sentence .about=${this.about} .filter=${this.filter ? this.conditions : null} @filter=${event => this.narrow(event.detail)}
        @keep-view=${event => this.keep(event.detail)}></sb-sentence>` : nothing}
      <div class="list-scroll" tabindex="-1" @click=${this.open}>
        <div class="fresh" aria-live="polite">${this.news()}</div>
        ${this.body()}
      </div>
      <sb-bulk-bar .items=${this.rows} .chosen=${this.selection.of(this.items ?? [])} @choose-all=${() => this.pick()} @choose-none=${() => this.selection.clear()}
        @changed-many=${event => this.changedMany(event.detail)}></sb-bulk-bar>
      <sb-keep-view></sb-keep-view></div>`;
  }

  /** What would move is said, and moves when one asks. */
  news() {
    if (this.fresh) return html`<button type="button" @click=${this.showFresh}>${t('list.refresh', { count: this.fresh })}</button>`;
    const moved = this.items ? this.groups.moved(this.items) : 0;
    return moved ? html`<button type="button" @click=${this.regroup}>${t('group.moved', { count: moved })}</button>` : nothing;
  }

  /** What the list can be told; what it is told is kept for the view. */
  tools() {
    return html`<sb-list-tools class="tools" .about=${this.about} .sort=${this.sort} .grouping=${this.grouping} .columns=${this.columns} .filtering=${this.filtering || this.filter}
      @filtering=${() => this.toggleFilter()} @sort=${event => this.choose('sort', event.detail)} @grouping=${event => this.choose('grouping', event.detail)} @columns=${event => this.choose('columns', event.detail)}
      @keep-view=${event => this.keep(event.detail)} @remove-view=${() => this.keeping(part => part.remove(this.about))}></sb-list-tools>`;
  }

  toggleFilter() {
    if (this.filter) this.narrow(null);
    this.filtering = !(this.filtering || this.filter);
  }

  /** Goes to the same view with other conditions; null is as it was saved. */
  narrow(filter) {
    this.filtering = true;
    go(`/views/${this.view}${filter ? `?${new URLSearchParams(filter)}` : ''}`, { instead: true });
  }

  keep({ anew, conditions = this.filter ? this.conditions : ofView(this.about) }) {
    this.keeping(part => part.ask({ about: this.about, anew, conditions, sort: this.sort, columns: this.columns, grouping: this.grouping }));
  }

  async keeping(ask) {
    if (await wanted('keeping')) ask(this.querySelector('sb-keep-view'));
  }

  async choose(name, value) {
    const kept = remember(`${name}.${this.view}`, value);
    if (name === 'sort') this.load();
    else this.requestUpdate();
    // The one order of the desk in which groups follow each other.
    if (name === 'grouping' && value === 'priority' && this.sort !== value) await this.choose('sort', value);
    await kept;
  }

  body() {
    if (this.problem) return problemNotice(this.problem, () => this.load());
    if (!this.items) return skeletonRows();
    if (!this.items.length) return emptyList(this, () => this.narrow(null));
    return html`${ticketTable({ groups: this.groups.of(this.items), columns: this.columns, label: t('list.label', { name: this.title }), lastRead: this.lastRead, chosen: this.selection, choose: (id, range) => this.pick(id, range), words: wordsOf(this.query), grouped: this.grouping !== 'none', open: Boolean(this.next), fold: key => this.fold(key) })}
      <p class="list-end">${this.next && this.grouping !== 'none' && this.grouping !== this.sort ? html`<span>${t('group.so-far')}</span>` : nothing}${this.next ? html`<button type="button" class="plain" ?disabled=${this.loading} @click=${this.more}>${t('app.more')}</button>` : t('list.end')}</p>`;
  }

  /** The whole row leads to the ticket; the link in it is what the keyboard and the screen reader find. */
  open(event) {
    const row = event.target.closest('tr[data-number]');
    if (!row || event.target.closest('.c-choose')) return;
    this.lastRead = row.dataset.number;
    if (!event.target.closest('a') && !String(getSelection())) go(`/tickets/${row.dataset.number}`);
  }
}
customElements.define('sb-list', List);
