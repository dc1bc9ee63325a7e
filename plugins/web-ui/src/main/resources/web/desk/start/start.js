/** Where one begins: one's own work, what breaches next, how much the team has, and the last days. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { priorityBadge, statusBadge } from '../../kit/badges.js';
import { icon } from '../../kit/icons.js';
import { problemNotice, skeletonRows } from '../../kit/states.js';
import { timeOf, toField } from '../../kit/time.js';
import { get } from '../../data/api.js';
import { teamName } from '../../data/catalogue.js';
import { events } from '../../data/events.js';
import { session } from '../../data/session.js';
import { language, t } from '../../text/index.js';
import { dayColumns, loadBars } from './charts.js';
import { titleOf } from '../../data/contributions.js';
import '../../slots/slot.js';
import { breachingNext, lastDays, load, mine, ownTeams } from './figures.js';

const card = (entry, element) => html`<section class="card slot-card"><h2>${icon(entry.icon)}${titleOf(entry)}</h2>${element}</section>`;

const PAUSE = 4000;
const COUNTED = ['mine', 'team', 'unassigned', 'overdue', 'waiting'];

class Start extends PageElement {
  static properties = { own: { state: true }, next: { state: true }, counts: { state: true }, teams: { state: true }, team: { state: true },
    load: { state: true }, days: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    document.title = `${t('start.title')} · Switchboard`;
    this.follow(events, 'ticket', () => this.soon());
    this.follow(events, 'reload', () => this.soon());
    this.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  soon() {
    this.timer ??= setTimeout(() => this.read().catch(problem => {
      if (!problem.offline) throw problem;
    }), PAUSE);
  }

  async begin() {
    this.problem = null;
    try {
      await this.read();
      const { teams, people } = await ownTeams();
      Object.assign(this, { teams, people });
      if (teams.length) await this.show(teams[0]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  async read() {
    this.timer = undefined;
    const [own, next, views] = await Promise.all([mine(), breachingNext(), get('/views?counts=true&limit=1')]);
    const counts = views.items.filter(view => view.builtIn && COUNTED.includes(view.id));
    Object.assign(this, { own, next, counts: COUNTED.map(id => counts.find(view => view.id === id)).filter(Boolean) });
  }

  /** Shows the charts of a team. */
  async show(team) {
    Object.assign(this, { team, load: null, days: null });
    const [bars, days] = await Promise.all([load(team, this.people), lastDays(team, date => toField(date).slice(0, 10))]);
    if (this.team === team) Object.assign(this, { load: bars, days });
  }

  render() {
    const hour = Number(toField(new Date()).slice(11, 13));
    const greeting = hour < 5 ? 'evening' : hour < 11 ? 'morning' : hour < 18 ? 'day' : 'evening';
    return html`<div class="start-page"><header><h1>${t(`start.${greeting}`, { name: session.user.name.split(' ')[0] })}</h1>
        <p class="quiet">${new Intl.DateTimeFormat(language.id, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date())}</p></header>
      ${this.problem ? problemNotice(this.problem, () => this.begin()) : this.cards()}</div>`;
  }

  cards() {
    return html`${this.figures()}<div class="cards">
      <section class="card" aria-labelledby="start-own"><h2 id="start-own">${t('start.own')}</h2>${this.own ? this.ownWork() : skeletonRows(4)}</section>
      <section class="card" aria-labelledby="start-next"><h2 id="start-next">${t('start.next')}</h2>${this.next ? this.breaching() : skeletonRows(4)}</section>
      ${this.teams && !this.teams.length ? nothing : html`<section class="card" aria-labelledby="start-load"><h2 id="start-load">${t('start.load')}${this.choice()}</h2>${this.load ? loadBars(this.load, bar => `/desk/views/open?team=${this.team}${bar.id ? `&assignee=${bar.id}` : '&view=unassigned'}`) : skeletonRows(4)}</section>
      <section class="card" aria-labelledby="start-days"><h2 id="start-days">${t('start.days')}</h2>${this.days ? dayColumns(this.days) : skeletonRows(4)}</section>`}
      <sb-slot name="start-card" .around=${card}></sb-slot></div>`;
  }

  figures() {
    return html`<ul class="figures">${(this.counts ?? []).map(view => html`<li><a href="/desk/views/${view.id}" class=${view.id === 'overdue' && view.count ? 'late' : ''}>
      <b>${view.count ?? '–'}${view.more ? '+' : ''}</b><span>${icon(view.id)}${t(`view.${view.id}`)}</span></a></li>`)}</ul>`;
  }

  choice() {
    if (this.teams?.length > 1) {
      return html`<select aria-label=${t('ticket.team')} @change=${event => this.show(event.target.value)}>${this.teams.map(team => html`<option value=${team} ?selected=${team === this.team}>${teamName(team)}</option>`)}</select>`;
    }
    return this.team ? html`<span class="quiet">${teamName(this.team)}</span>` : nothing;
  }

  ownWork() {
    if (!this.own.length) return html`<p class="calm">${icon('done')}${t('start.own.none')}</p>`;
    return html`<ul class="rows">${this.own.map(ticket => html`<li><a href="/desk/tickets/${ticket.number}">${priorityBadge(ticket.priority)}<span class="subject" dir="auto">${ticket.subject}</span>${statusBadge(ticket)}</a></li>`)}</ul>
      <p class="further"><a href="/desk/views/mine">${t('start.own.all')}</a></p>`;
  }

  breaching() {
    if (!this.next.length) return html`<p class="calm">${icon('done')}${t('start.next.none')}</p>`;
    return html`<ul class="rows">${this.next.map(({ ticket, due }) => {
      const late = Date.parse(due.dueAt) < Date.now();
      return html`<li><a href="/desk/tickets/${ticket.number}">${priorityBadge(ticket.priority)}<span class="subject" dir="auto">${ticket.subject}</span>
        <span class="due ${late ? 'late' : ''}">${icon(late ? 'overdue' : 'clock')}${late ? html`<span class="only-read">${t('view.overdue')}: </span>` : nothing}${timeOf(due.dueAt)}</span></a></li>`;
    })}</ul>`;
  }
}
customElements.define('sb-start', Start);
