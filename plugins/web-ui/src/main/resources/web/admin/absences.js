/** When an agent is away, and so is given no tickets: kept at once, beside the form of the agent. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { exactly, fromField, toField } from '../kit/time.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { refusal } from './page.js';

const DAY = 86_400_000;
/** The morning of a day that a field says, in the reader's zone. */
const morning = day => fromField(`${day}T00:00`);
const dayAfter = day => new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10);

class Absences extends PageElement {
  /** `person` is the agent; `still` where nothing may be changed. */
  static properties = { person: { attribute: false }, still: { attribute: false }, found: { state: true }, adding: { state: true }, problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.read();
  }

  get path() {
    return `/agents/${this.person.id}/absences`;
  }

  read = () => this.trying(async () => { this.found = (await get(this.path)).items; });

  async trying(act) {
    this.busy = true;
    this.problem = null;
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  begin() {
    const today = toField(new Date()).slice(0, 10);
    this.adding = { first: today, last: today, reason: '', key: newKey() };
  }

  add() {
    const { first, last, reason, key } = this.adding;
    return this.trying(async () => {
      const body = { from: morning(first)?.toISOString(), until: last ? morning(dayAfter(last))?.toISOString() : undefined, ...reason.trim() ? { reason: reason.trim() } : {} };
      await call('POST', this.path, { body, key });
      this.adding = null;
      this.found = (await get(this.path)).items;
    });
  }

  remove(one) {
    return this.trying(async () => {
      await call('DELETE', `${this.path}/${one.id}`);
      this.found = this.found.filter(other => other !== one);
    });
  }

  render() {
    const { adding } = this;
    return html`<section class="absences"><h3>${t('absences.title')}</h3>${refusal(this.problem)}
      ${this.found?.length ? html`<ul>${this.found.map(one => this.row(one))}</ul>` : this.found ? html`<p class="quiet">${t('absences.none')}</p>` : nothing}
      ${adding ? this.fields(adding) : this.still ? nothing : html`<button type="button" @click=${this.begin}>${icon('plus')}${t('absences.add')}</button>`}</section>`;
  }

  row(one) {
    return html`<li><span><time datetime=${one.from}>${exactly(one.from)}</time> – <time datetime=${one.until}>${exactly(one.until)}</time>${one.reason ? html`<br><span class="quiet">${one.reason}</span>` : nothing}</span>
      ${this.still ? nothing : html`<button type="button" class="plain square" aria-label=${t('absences.drop', { day: exactly(one.from) })} title=${t('absences.drop', { day: exactly(one.from) })} ?disabled=${this.busy} @click=${() => this.remove(one)}>${icon('close')}</button>`}</li>`;
  }

  /** The form around it is the agent's, and has an own button. */
  entered = event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (this.ready) this.add();
  };

  get ready() {
    return !this.busy && this.adding?.first && this.adding.last;
  }

  fields(adding) {
    const put = changes => { this.adding = { ...adding, ...changes }; };
    return html`<div class="parts" @keydown=${this.entered}><label class="piece"><span>${t('absences.first')}</span><input type="date" .value=${adding.first} @input=${event => put({ first: event.target.value })}></label>
        <label class="piece"><span>${t('absences.last')}</span><input type="date" min=${adding.first} .value=${adding.last} @input=${event => put({ last: event.target.value })}></label>
        <label class="piece wide"><span>${t('absences.reason')}</span><input maxlength="300" autocomplete="off" .value=${adding.reason} @input=${event => put({ reason: event.target.value })}></label></div>
      <div class="ways"><button type="button" ?disabled=${!this.ready} @click=${() => this.add()}>${t('absences.keep')}</button><button type="button" class="plain" @click=${() => { this.adding = null; this.problem = null; }}>${t('app.cancel')}</button></div>`;
  }
}
customElements.define('sb-absences', Absences);
