/** What the steps of a macro would do to a ticket: as the desk rehearses them, whether they are kept or not. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { call, get, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { differences } from '../desk/conflict.js';

const PAUSE = 500;

class MacroPreview extends PageElement {
  static properties = { steps: { attribute: false }, ticket: { state: true }, rehearsal: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.choose();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Begins with the ticket that changed last, since it is at hand. */
  async choose() {
    try {
      this.ticket ??= (await get('/tickets?view=open&limit=1')).items[0]?.number ?? '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.ticket ??= '';
    }
  }

  willUpdate(changed) {
    if (!changed.has('steps') && !changed.has('ticket')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rehearse(), PAUSE);
  }

  async rehearse() {
    const { steps, ticket } = this;
    if (!steps?.length || !ticket) {
      Object.assign(this, { rehearsal: null, problem: null });
      return;
    }
    const asked = this.asked = {};
    try {
      const [seen, { data }] = await Promise.all([get(`/tickets/${encodeURIComponent(ticket)}`), call('POST', '/macros/preview', { body: { ticket, steps } })]);
      if (this.asked === asked) Object.assign(this, { rehearsal: { seen, ...data }, problem: null });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (this.asked === asked) this.problem = problem;
    }
  }

  render() {
    return html`<section class="template-preview" aria-labelledby="macro-preview-title"><div class="line"><h3 id="macro-preview-title">${t('macros.preview')}</h3>
        <label>${t('preview.for')} <input maxlength="40" autocomplete="off" spellcheck="false" .value=${this.ticket ?? ''} @change=${event => { this.ticket = event.target.value.trim().toUpperCase(); }}></label></div>
      <div class="paper" aria-live="polite">${this.problem ? this.refusal() : this.rehearsal ? this.told() : html`<p class="quiet">${t(this.ticket === '' ? 'preview.no-ticket' : 'macros.preview.empty')}</p>`}</div></section>`;
  }

  refusal() {
    const { problem } = this;
    const { step, stepKind } = problem.body;
    return html`${step ? html`<p class="wrong">${t('macros.preview.refused', { number: step, step: t(`macros.step.${stepKind}`) })}</p>` : nothing}<p class="wrong" lang="en">${problem.errors.map(error => error.message).join(' ') || problem.detail || problem.message}</p>`;
  }

  told() {
    const { seen, ticket, steps } = this.rehearsal;
    const changes = differences(seen, ticket);
    return html`<ol class="rehearsed">${steps.map(step => html`<li><span>${t(`macros.step.${step.kind}`)}</span>${step.body ? html`<p class="as-written">${step.body}</p>` : nothing}</li>`)}</ol>
      ${changes.length ? html`<ul class="changes">${changes.map(one => html`<li>${one.name}: <s class="quiet">${one.before}</s> → <b>${one.after}</b></li>`)}</ul>` : nothing}`;
  }
}
customElements.define('sb-macro-preview', MacroPreview);
