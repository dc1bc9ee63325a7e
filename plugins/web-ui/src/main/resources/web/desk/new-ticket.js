/** A new ticket, for somebody who called or wrote: who, what, and how bad it is. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { categories, categoryName } from '../data/catalogue.js';
import { may, session } from '../data/session.js';
import { t } from '../text/index.js';
import { go } from './router.js';

const LEVELS = ['high', 'medium', 'low'];
const TYPES = ['incident', 'service_request', 'change_request', 'problem', 'question', 'other'];

class NewTicket extends PageElement {
  static properties = { people: { state: true }, filed: { state: true }, problem: { state: true }, working: { state: true } };

  constructor() {
    super();
    this.people = [];
    this.filed = [];
    this.key = newKey();
  }

  async connectedCallback() {
    super.connectedCallback();
    document.title = `${t('new.title')} · Switchboard`;
    this.filed = (await categories()).filter(one => one.active);
  }

  get kept() {
    return `switchboard.new.${session.user.id}`;
  }

  firstUpdated() {
    const kept = JSON.parse(sessionStorage.getItem(this.kept) ?? '{}');
    Object.entries(kept).forEach(([name, value]) => {
      const field = this.querySelector('form').elements[name];
      if (field) field.value = value;
    });
    this.querySelector('#new-name').focus();
  }

  /** Kept at each stroke, until it is sent. */
  keep() {
    const form = this.querySelector('form');
    sessionStorage.setItem(this.kept, JSON.stringify(Object.fromEntries(new FormData(form))));
    this.key = newKey();
  }

  lookUp(event) {
    clearTimeout(this.timer);
    const { value } = event.target;
    const chosen = this.people.find(person => person.name === value);
    if (chosen) {
      this.querySelector('#new-email').value = chosen.email;
      this.keep();
      return;
    }
    if (value.trim().length < 2 || !may('people.read')) return;
    this.timer = setTimeout(async () => {
      this.people = (await get(`/customers?q=${encodeURIComponent(value.trim())}&limit=8`)).items;
    }, 200);
  }

  async send(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const { name, email, ...rest } = form;
    const body = { requester: { name, email }, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)) };
    this.working = true;
    this.problem = null;
    try {
      const { data } = await call('POST', '/tickets?wait=triage', { body, key: this.key });
      sessionStorage.removeItem(this.kept);
      toast(t('new.created', { number: data.number }));
      go(`/tickets/${data.number}`);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      await this.updateComplete;
      this.querySelector('[aria-invalid=true]')?.focus();
    } finally {
      this.working = false;
    }
  }

  wrong(field) {
    return this.problem?.errors.find(error => error.field === field)?.message;
  }

  render() {
    const others = this.problem && !this.problem.errors.length;
    return html`<div class="form-page"><div class="page-head"><h1>${t('new.title')}</h1></div>
      <form @submit=${this.send} @input=${this.keep}>
        ${others ? html`<p class="notice bad field" role="alert">${this.problem.offline ? t('app.offline') : this.problem.detail || this.problem.message}</p>` : nothing}
        <div class="pair">${this.field('name', 'new.name', 'requester.name', { list: 'new-people', autocomplete: 'off', input: this.lookUp })}
          ${this.field('email', 'new.email', 'requester.email', { type: 'email' })}</div>
        <datalist id="new-people">${this.people.map(person => html`<option value=${person.name}>${person.email}</option>`)}</datalist>
        ${this.field('subject', 'new.subject', 'subject')}
        <div class="field"><label for="new-description">${t('new.description')}</label>
          <textarea id="new-description" name="description" rows="7" required maxlength="200000" aria-invalid=${Boolean(this.wrong('description'))}></textarea>
          ${this.wrong('description') ? html`<p class="wrong">${this.wrong('description')}</p>` : nothing}</div>
        <div class="pair">${this.select('channel', 'new.channel', [['phone', t('channel.phone')], ['chat', t('channel.chat')], ['', t('channel.api')]])}
          ${this.select('type', 'ticket.type', TYPES.map(type => [type, t(`type.${type}`)]))}</div>
        <div class="pair">${this.select('category', 'ticket.category', [['', t('none')], ...this.filed.map(one => [one.id, categoryName(one.id)])])}
          ${this.select('impact', 'new.impact', LEVELS.map(level => [level, t(`level.${level}`)]), 'medium')}
          ${this.select('urgency', 'new.urgency', LEVELS.map(level => [level, t(`level.${level}`)]), 'medium')}</div>
        <p class="actions"><button class="primary" ?disabled=${this.working}>${t('new.create')}</button></p>
      </form></div>`;
  }

  field(name, label, path, { type = 'text', list, autocomplete, input } = {}) {
    const wrong = this.wrong(path);
    return html`<div class="field"><label for="new-${name}">${t(label)}</label>
      <input id="new-${name}" name=${name} type=${type} required maxlength="250" list=${list ?? nothing} autocomplete=${autocomplete ?? 'off'}
        aria-invalid=${Boolean(wrong)} @input=${input ?? nothing}>${wrong ? html`<p class="wrong">${wrong}</p>` : nothing}</div>`;
  }

  select(name, label, options, chosen) {
    return html`<div class="field"><label for="new-${name}">${t(label)}</label><select id="new-${name}" name=${name}>${options.map(([value, words]) => html`
      <option value=${value} ?selected=${value === chosen}>${words}</option>`)}</select></div>`;
  }
}
customElements.define('sb-new-ticket', NewTicket);
