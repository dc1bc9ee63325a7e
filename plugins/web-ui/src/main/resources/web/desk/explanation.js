/** Why a ticket was given to whom: each candidate's score by rule. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { get } from '../data/api.js';
import { language, t } from '../text/index.js';

const SHOWN = 4;

class ExplanationButton extends PageElement {
  static properties = { ticket: { attribute: false }, found: { state: true }, everybody: { state: true } };

  async ask() {
    this.everybody = false;
    try {
      this.found = await get(`/tickets/${this.ticket.id}/assignment/explanation`);
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      this.found = { candidates: [] };
    }
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<button type="button" class="plain" aria-haspopup="dialog" @click=${this.ask}>${t('ticket.why')}</button>
      <dialog aria-labelledby="why-title"><header><h2 id="why-title">${t('ticket.why.title')}</h2>
        <button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog').close()}>${icon('close')}</button></header>
        <div class="body">${this.found ? this.scores() : nothing}</div></dialog>`;
  }

  scores() {
    const { reason, at, candidates } = this.found;
    if (!candidates.length) return html`<p class="quiet">${reason ?? t('ticket.why.none')}</p>`;
    const shown = this.everybody ? candidates : candidates.slice(0, SHOWN);
    return html`<p>${reason} <span class="quiet">${timeOf(at)}</span></p>${shown.map(candidate => this.candidate(candidate))}
      ${shown.length < candidates.length ? html`<p><button type="button" class="plain" @click=${() => { this.everybody = true; }}>${t('ticket.why.more', { count: candidates.length - shown.length })}</button></p>` : nothing}`;
  }

  candidate({ name, total, vetoed, openTickets, scores }) {
    const number = value => new Intl.NumberFormat(language.id, { maximumFractionDigits: 0 }).format(value);
    return html`<div class="explained-row"><p class="head">${avatar(name)}${name}<span class="quiet small">${t('ticket.why.open', { count: openTickets })}</span>
        <span class="end">${vetoed ? t('ticket.why.vetoed') : number(total)}</span></p>
      <ul>${scores.map(score => html`<li><span>${score.rule}: ${score.reason}</span><span>${number(score.value)} × ${score.weight}</span></li>`)}</ul></div>`;
  }
}
customElements.define('sb-explanation', ExplanationButton);
