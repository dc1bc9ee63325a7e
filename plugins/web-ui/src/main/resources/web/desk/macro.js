/** Macros: several steps in one. What a macro would do is shown first, as the server rehearses it, and done when one says so. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import '../kit/picker.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { differences } from './conflict.js';

/** What these do is seen in the ticket or in what they write; what others do is told in the words of the server. */
const SEEN = new Set(['set', 'transition', 'assign', 'reply', 'note']);

class Macro extends PageElement {
  static properties = { ticket: { attribute: false }, chosen: { state: true }, rehearsal: { state: true }, problem: { state: true }, working: { state: true } };

  macros = async () => {
    this.known = (await get('/macros')).items.filter(macro => macro.active);
    return this.known.map(macro => ({ id: macro.id, label: macro.name, hint: macro.description ?? '' }));
  };

  /** Takes a macro that was chosen elsewhere. */
  async take(id) {
    await this.macros();
    await this.choose(id);
  }

  async choose(id) {
    this.chosen = this.known.find(macro => macro.id === id);
    this.problem = null;
    if (await this.rehearse()) this.querySelector('dialog').showModal();
  }

  /** Has the server say what the macro would do to the ticket as it is now. */
  async rehearse() {
    this.seen = this.ticket;
    try {
      const { data, version } = await call('POST', `/macros/${this.chosen.id}/apply?dryRun=true`, { body: { ticket: this.ticket.id } });
      this.rehearsal = { ...data, version };
      await this.updateComplete;
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast(problem.offline ? t('app.offline') : `${this.chosen.name}: ${problem.detail || problem.message}`);
      return false;
    }
  }

  async apply() {
    this.working = true;
    this.problem = null;
    try {
      await call('POST', `/macros/${this.chosen.id}/apply`, { body: { ticket: this.ticket.id }, version: this.rehearsal.version, key: newKey() });
      this.querySelector('dialog').close();
      this.tell('posted', { kind: 'macro' });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      if (problem.status === 412) await this.rehearse();
    } finally {
      this.working = false;
    }
  }

  render() {
    return html`<sb-picker .face=${'plain'} .shown=${html`${icon('list')}<span class="word">${t('macro.name')}</span>`} .label=${t('macro.name')} .name=${t('macro.choose')} .options=${this.macros}
        @pick=${event => this.choose(event.detail)}></sb-picker>
      <dialog aria-labelledby="macro-title"><header><h2 id="macro-title">${this.chosen?.name ?? t('macro.name')}</h2>
        <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
        <div class="body">${this.rehearsal ? this.preview() : nothing}</div></dialog>`;
  }

  preview() {
    const { ticket, steps } = this.rehearsal;
    const changes = differences(this.seen, ticket);
    return html`${this.problem ? html`<p class="notice bad field" role="alert">${this.problemWords()}</p>` : nothing}
      <p class="field">${t('macro.will', { number: ticket.number })}</p>
      ${changes.length ? html`<ul class="changes field">${changes.map(one => html`<li>${one.name}: <s class="quiet">${one.before}</s> → <b>${one.after}</b></li>`)}</ul>` : nothing}
      ${steps.filter(step => step.body).map(step => html`<article class="message ${step.kind}"><header><span class="kind">${icon(step.kind)}${t(`thread.${step.kind}`)}</span></header>
        <p class="words as-written">${step.body}</p></article>`)}
      ${steps.some(step => !SEEN.has(step.kind)) ? html`<ul class="field">${steps.filter(step => !SEEN.has(step.kind)).map(step => html`<li>${step.summary}</li>`)}</ul>` : nothing}
      <p class="actions"><button type="button" @click=${this.close}>${t('app.cancel')}</button>
        <button type="button" class="primary" ?disabled=${this.working} @click=${this.apply}>${t('macro.do')}</button></p>`;
  }

  problemWords() {
    if (this.problem.offline) return t('app.offline');
    return this.problem.status === 412 ? t('macro.changed') : this.problem.detail || this.problem.message;
  }

  close() {
    this.querySelector('dialog').close();
  }
}
customElements.define('sb-macro', Macro);
