/** What the category asks about a ticket, answered in place. Whoever made the element makes the change: see `change-ticket`. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';

class Diagnostics extends PageElement {
  static properties = { ticket: { attribute: false }, asked: { state: true } };

  constructor() {
    super();
    this.asked = { items: [], missing: [] };
  }

  willUpdate(changed) {
    if (!changed.has('ticket')) return;
    if (this.known !== this.ticket.id) this.asked = { items: [], missing: [] };
    this.known = this.ticket.id;
    const stand = JSON.stringify([this.ticket.id, this.ticket.version, this.ticket.category]);
    if (this.stand !== stand) this.load(stand);
  }

  async load(stand) {
    this.stand = stand;
    try {
      const found = await get(`/tickets/${this.ticket.id}/diagnostics`);
      if (this.stand === stand) this.asked = found;
    } catch (problem) {
      if (!problem.offline && problem.status !== 403) throw problem;
    }
  }

  answer(question, value, words) {
    if (value === (question.answer ?? null)) return;
    this.tell('change-ticket', { method: 'PUT', path: '/diagnostics', body: { answers: { [question.id]: value } }, name: question.text, wanted: words });
  }

  render() {
    const { items, missing } = this.asked;
    if (!items.length) return nothing;
    return html`<section class="short diagnostics"><h2>${t('ask.title')}<span class="small ${missing.length ? 'lacking' : 'quiet'}">${missing.length ? t('ask.missing', { count: missing.length })
      : html`${icon('check')}${t('ask.complete')}`}</span></h2>
      <div class="asked">${items.map(question => this.question(question))}</div></section>`;
  }

  question(question) {
    const id = `ask-${question.id}`;
    const needed = this.asked.missing.includes(question.id);
    const label = html`${question.text}${needed ? html`<span class="lacking" title=${t('ask.needed')}>${icon('unassigned')}<span class="only-read">${t('ask.needed')}</span></span>` : nothing}`;
    if (question.kind === 'yes_no') return html`<div class="question" role="group" aria-labelledby=${id}><span class="label" id=${id}>${label}</span>${this.control(question, id)}</div>`;
    return html`<div class="question"><label for=${id}>${label}</label>${this.control(question, id)}</div>`;
  }

  control(question, id) {
    const off = !may('ticket.edit');
    const { answer } = question;
    switch (question.kind) {
      case 'yes_no': return html`<div class="segments">${[true, false].map(value => html`<button type="button" aria-pressed=${answer === value} ?disabled=${off}
        @click=${() => this.answer(question, answer === value ? null : value, t(value ? 'ask.yes' : 'ask.no'))}>${t(value ? 'ask.yes' : 'ask.no')}</button>`)}</div>`;
      case 'choice': return html`<select id=${id} ?disabled=${off} .value=${live(answer ?? '')} @change=${event => this.answer(question, event.target.value || null, event.target.value || t('none'))}>
        <option value="" ?selected=${!answer}>${t('ask.open')}</option>${question.choices.map(choice => html`<option value=${choice} ?selected=${choice === answer}>${choice}</option>`)}</select>`;
      case 'number': return html`<input id=${id} type="number" step="any" ?disabled=${off} .value=${live(answer ?? '')} @change=${event => this.answer(question, event.target.value === '' ? null : Number(event.target.value), event.target.value || t('none'))}>`;
      default: return html`<textarea id=${id} rows="1" maxlength="2000" ?disabled=${off} .value=${live(answer ?? '')} @change=${event => this.answer(question, event.target.value.trim() || null, event.target.value.trim() || t('none'))}></textarea>`;
    }
  }
}
customElements.define('sb-diagnostics', Diagnostics);
