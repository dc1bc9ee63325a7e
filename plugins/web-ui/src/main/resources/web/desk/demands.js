/**
 * What a change of status still lacks, as a list to tick off, with the field that mends each in its place. What belongs to
 * the change itself is a field of its form; what belongs to the ticket is done at once. Tells `mended` after that.
 */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { categories, categoryName } from '../data/catalogue.js';
import { t } from '../text/index.js';

const VERIFICATIONS = ['confirmation', 'test', 'screenshot'];

class Demands extends PageElement {
  /** `all` is what was ever demanded here, `open` what still is, `values` what the form has. */
  static properties = { ticket: { attribute: false }, all: { attribute: false }, open: { attribute: false }, values: { attribute: false },
    filed: { state: true }, tasks: { state: true }, problem: { state: true }, working: { state: true } };

  constructor() {
    super();
    this.all = [];
    this.filed = [];
    this.tasks = [];
  }

  willUpdate(changed) {
    if (!changed.has('all')) return;
    this.problem = null;
    if (this.all.some(one => one.field === 'category')) categories().then(found => { this.filed = found.filter(one => one.active); });
    if (this.all.some(one => one.field === 'tasks')) this.readTasks();
  }

  async readTasks() {
    const found = await get(`/tickets/${this.ticket.id}/tasks`).catch(() => ({ items: [] }));
    this.tasks = found.items.filter(task => !task.done);
  }

  isMet(one) {
    if (!this.open.some(other => other.code === one.code)) return true;
    const name = one.field?.split('.').at(-1);
    return /^(resolution\.|verification$)/.test(one.field ?? '') && Boolean(this.values?.[name]?.trim());
  }

  async mend(method, path, body, version) {
    this.working = true;
    this.problem = null;
    try {
      await call(method, `/tickets/${this.ticket.id}${path}`, { body, version, key: method === 'POST' ? newKey() : undefined });
      this.tell('mended');
      if (path.startsWith('/tasks')) await this.readTasks();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.working = false;
    }
  }

  render() {
    if (!this.all.length) return nothing;
    const left = this.all.filter(one => !this.isMet(one)).length;
    return html`<section class="demands field" aria-labelledby="demands-title"><h3 id="demands-title" role="status">${left ? t('demand.left', { count: left }) : t('demand.none')}</h3>
      <ul>${this.all.map(one => this.demand(one, this.isMet(one)))}</ul>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.offline ? t('app.offline') : this.problem.errors.map(error => error.message).join(' ') || this.problem.detail || this.problem.message}</p>` : nothing}</section>`;
  }

  demand(one, met) {
    return html`<li class=${met ? 'met' : ''}><span class="tick">${icon(met ? 'check' : 'unassigned')}<span class="only-read">${t(met ? 'demand.met' : 'demand.open')}</span></span>
      <div><p>${one.message}</p>${met && one.field !== 'verification' ? nothing : this.field(one.field)}</div></li>`;
  }

  field(name) {
    switch (name) {
      case 'time': return html`<div class="in-place"><input id="demand-minutes" type="number" min="1" max="1440" value="15" aria-label=${t('demand.minutes')}><span>${t('demand.minutes')}</span>
        <button type="button" ?disabled=${this.working} @click=${() => this.mend('POST', '/time', { minutes: Number(this.querySelector('#demand-minutes').value) })}>${t('demand.record')}</button></div>`;
      case 'category': return html`<div class="in-place"><select aria-label=${t('ticket.category')} ?disabled=${this.working} @change=${event => this.mend('PATCH', '', { category: event.target.value }, this.ticket.version)}>
        <option value="">${t('filter.choose')} …</option>${this.filed.map(one => html`<option value=${one.id}>${categoryName(one.id)}</option>`)}</select></div>`;
      case 'tasks': return html`<div class="in-place tasks">${this.tasks.map(task => html`<label class="switch"><input type="checkbox" ?disabled=${this.working}
        @change=${() => this.mend('PATCH', `/tasks/${task.id}`, { done: true }, task.version)}>${task.title}</label>`)}</div>`;
      case 'verification': return html`<div class="in-place"><select name="verification" aria-label=${t('demand.verification')}><option value="">${t('filter.choose')} …</option>
        ${VERIFICATIONS.map(id => html`<option value=${id}>${t(`demand.verification.${id}`)}</option>`)}</select></div>`;
      default: return nothing;
    }
  }
}
customElements.define('sb-demands', Demands);
