/** How a text reads once it is filled in for a ticket: as the desk fills it in, whether it is kept or not. */
import { html } from 'lit';
import { PageElement } from '../kit/element.js';
import { call, get, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { letterOf } from '../desk/letter.js';

const PAUSE = 500;

class TemplatePreview extends PageElement {
  /** `body` and `format` of the text. */
  static properties = { body: {}, format: {}, ticket: { state: true }, letter: { state: true }, problem: { state: true } };

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
      const found = await get('/tickets?view=open&limit=1');
      this.ticket ??= found.items[0]?.number ?? '';
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.ticket ??= '';
    }
  }

  willUpdate(changed) {
    if (!['body', 'format', 'ticket'].some(name => changed.has(name))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fill(), PAUSE);
  }

  async fill() {
    const { body, format, ticket } = this;
    if (!body?.trim() || !ticket) {
      Object.assign(this, { letter: null, problem: null });
      return;
    }
    const asked = this.asked = {};
    try {
      const { data } = await call('POST', '/templates/preview', { body: { ticket, body, format: format || 'markdown' } });
      if (this.asked === asked) Object.assign(this, { letter: letterOf(data.html), problem: null });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (this.asked === asked) this.problem = problem;
    }
  }

  render() {
    return html`<section class="template-preview" aria-labelledby="preview-title"><div class="line"><h3 id="preview-title">${t('preview.title')}</h3>
        <label>${t('preview.for')} <input maxlength="40" autocomplete="off" spellcheck="false" .value=${this.ticket ?? ''} @change=${event => { this.ticket = event.target.value.trim().toUpperCase(); }}></label></div>
      <div class="paper" aria-live="polite">${this.problem ? html`<p class="wrong" lang="en">${this.problem.errors.map(error => error.message).join(' ') || this.problem.detail || this.problem.message}</p>`
        : this.letter ? html`<div class="letter">${this.letter.fragment}</div>` : html`<p class="quiet">${t(this.ticket === '' ? 'preview.no-ticket' : 'preview.empty')}</p>`}</div></section>`;
  }
}
customElements.define('sb-template-preview', TemplatePreview);
