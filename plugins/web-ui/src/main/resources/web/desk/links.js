/** How a ticket is tied to others. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon, statusIcon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';

class Links extends PageElement {
  static properties = { ticket: { attribute: false }, items: { state: true } };

  constructor() {
    super();
    this.items = [];
  }

  willUpdate(changed) {
    if (changed.has('ticket')) this.load();
  }

  get path() {
    return `/tickets/${this.ticket.id}/links`;
  }

  async load() {
    const { path } = this;
    try {
      const found = (await get(path)).items;
      if (path === this.path) this.items = found;
    } catch (problem) {
      if (!problem.offline && problem.status !== 403) throw problem;
    }
  }

  async try(method, path, options) {
    try {
      await call(method, path, options);
    } catch (problem) {
      toast(problem.offline ? t('app.offline') : problem.detail || problem.message);
    }
    this.tell('moved');
    await this.load();
  }

  async add(event) {
    event.preventDefault();
    const { to, kind } = event.target.elements;
    if (!to.value.trim()) return;
    await this.try('POST', this.path, { body: { kind: kind.value, to: to.value.trim().toUpperCase() }, key: newKey() });
    to.value = '';
  }

  /** Groups by what the other ticket is to this one. */
  get groups() {
    const groups = new Map();
    this.items.forEach(link => {
      const name = link.kind === 'parent' && link.direction === 'from' ? 'parent.from' : link.kind;
      groups.set(name, [...groups.get(name) ?? [], link]);
    });
    return [...groups];
  }

  render() {
    const mayLink = may('ticket.link');
    return html`<div class="short"><h2>${t('ticket.links')}</h2>
      ${this.groups.map(([kind, links]) => html`<h3>${t(`link.${kind}`)}</h3><ul>${links.map(link => this.link(link, mayLink))}</ul>`)}
      ${this.items.length || mayLink ? nothing : html`<p class="quiet">${t('link.none')}</p>`}
      ${mayLink ? html`<form class="adder" @submit=${this.add}><select name="kind" aria-label=${t('link.kind')}>${['related', 'duplicate', 'parent'].map(kind => html`
          <option value=${kind}>${t(`link.${kind}`)}</option>`)}</select>
        <input name="to" maxlength="40" placeholder="SB-1042" aria-label=${t('link.to')}><button class="plain square" aria-label=${t('link.add')}>${icon('plus')}</button></form>` : nothing}</div>`;
  }

  link({ kind, direction, ticket }, mayLink) {
    const status = statusName(ticket.profile, ticket.status);
    return html`<li class="short-row"><span class="status" data-status=${ticket.status}>${statusIcon(ticket.status)}<span class="only-read">${status}</span></span>
      <a class="subject" dir="auto" href="/desk/tickets/${ticket.number}" title=${`${ticket.number} · ${status}`}>${ticket.subject}</a>
      ${mayLink && direction === 'to' ? html`<button type="button" class="plain square" aria-label=${t('link.remove', { number: ticket.number })}
        @click=${() => this.try('DELETE', `${this.path}?kind=${kind}&to=${ticket.number}`, { version: this.ticket.version })}>${icon('close')}</button>` : nothing}</li>`;
  }
}
customElements.define('sb-links', Links);
