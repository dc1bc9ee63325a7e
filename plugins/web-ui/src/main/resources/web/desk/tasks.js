/** What is to be done inside a ticket. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey } from '../data/api.js';
import { events } from '../data/events.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';

class Tasks extends PageElement {
  static properties = { ticket: { attribute: false }, items: { state: true } };

  constructor() {
    super();
    this.items = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(events, 'ticket', ({ detail }) => detail.ticket === this.ticket?.id && detail.type === 'task.changed' && this.load());
    this.follow(events, 'reload', () => this.ticket && this.load());
  }

  willUpdate(changed) {
    if (changed.has('ticket') && this.known !== this.ticket.id) {
      this.known = this.ticket.id;
      this.items = [];
      this.load();
    }
  }

  get path() {
    return `/tickets/${this.ticket.id}/tasks`;
  }

  async load() {
    const { path } = this;
    try {
      const found = (await get(path)).items;
      if (path === this.path) this.items = found;
    } catch (problem) {
      if (!problem.offline) throw problem;
    }
  }

  async try(method, path, options) {
    try {
      await call(method, path, options);
    } catch (problem) {
      toast(problem.offline ? t('app.offline') : problem.detail || problem.message);
    }
    await this.load();
  }

  async add(event) {
    event.preventDefault();
    const field = event.target.elements.title;
    const title = field.value.trim();
    if (!title) return;
    field.value = '';
    await this.try('POST', this.path, { body: { title }, key: newKey() });
  }

  render() {
    const mayEdit = may('ticket.edit');
    const left = this.items.filter(task => !task.done).length;
    return html`<div class="short"><h2>${t('ticket.tasks')}${left ? html`<span class="quiet small">${left}</span>` : nothing}</h2>
      ${this.items.length ? html`<ul>${this.items.map(task => html`<li class="short-row ${task.done ? 'done' : ''}">
        <input type="checkbox" id="task-${task.id}" .checked=${task.done} ?disabled=${!mayEdit}
          @change=${event => this.try('PATCH', `${this.path}/${task.id}`, { body: { done: event.target.checked }, version: task.version })}>
        <label for="task-${task.id}">${task.title}</label>
        ${mayEdit ? html`<button type="button" class="plain square" aria-label=${t('task.remove', { title: task.title })}
          @click=${() => this.try('DELETE', `${this.path}/${task.id}`, { version: task.version })}>${icon('close')}</button>` : nothing}</li>`)}</ul>`
        : mayEdit ? nothing : html`<p class="quiet">${t('task.none')}</p>`}
      ${mayEdit ? html`<form class="adder" @submit=${this.add}><input name="title" maxlength="200" placeholder=${t('task.add')} aria-label=${t('task.add')}>
        <button class="plain square" aria-label=${t('task.add')}>${icon('plus')}</button></form>` : nothing}</div>`;
  }
}
customElements.define('sb-tasks', Tasks);
