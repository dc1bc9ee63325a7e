/** A lifecycle of the desk's own, made or changed, with its diagram as it would be. Tells `lifecycle` with its id once it is kept. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ask } from '../kit/ask.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, newKey, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { added, changed, idOf, known, like, raised, toSend, without } from './lifecycle-draft.js';
import { diagram } from './lifecycle-diagram.js';
import { refusal } from './page.js';

const PATH = '/lifecycle-profiles';
const STAGES = ['intake', 'assignment', 'working', 'resolution'];
const MOVES = ['system', 'agent', 'customer', 'third_party'];
const CATEGORIES = ['initial', 'active', 'waiting', 'done'];
const CLOCKS = ['first_response', 'next_response', 'resolution'];

class LifecycleForm extends PageElement {
  static properties = { draft: { state: true }, problem: { state: true }, late: { state: true }, busy: { state: true } };

  /** Begins a new one that is like another. */
  begin(profile) {
    this.version = null;
    this.key = newKey();
    return this.open(like(profile, id => statusName(profile.id, id)));
  }

  /** Changes one that is there. */
  async change(id) {
    const { data, version } = await call('GET', `${PATH}/${id}`);
    this.version = version;
    await this.open(known(data));
  }

  async open(draft) {
    Object.assign(this, { draft, problem: null, late: false });
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    this.querySelector('#lifecycle-name').focus();
  }

  close() {
    this.querySelector('dialog').close();
  }

  async save(event) {
    event.preventDefault();
    const wanted = toSend(this.draft);
    if (this.version) await this.trying(() => call('PUT', `${PATH}/${wanted.id}`, { body: wanted, version: this.version }), wanted.id);
    else {
      wanted.id = idOf(wanted.name, ['standard', 'simple'], 'lifecycle');
      await this.trying(() => call('POST', PATH, { body: wanted, key: this.key }), wanted.id);
      this.key = newKey();
    }
  }

  async remove() {
    const { id, name } = this.draft;
    if (await ask({ title: t('catalog.remove.ask', { name }), text: t('lifecycles.remove.text'), yes: t('record.remove'), danger: true })) {
      await this.trying(() => call('DELETE', `${PATH}/${id}`, { version: this.version }), null);
    }
  }

  async trying(act, id) {
    Object.assign(this, { busy: true, problem: null, late: false });
    try {
      await act();
      this.close();
      this.tell('lifecycle', id);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await (problem.status === 412 ? this.meet() : this.refuse(problem));
    } finally {
      this.busy = false;
    }
  }

  /** Somebody else changed it: what was written here stays, and replaces theirs if it is saved again. */
  async meet() {
    const { data, version } = await call('GET', `${PATH}/${this.draft.id}`);
    this.version = version;
    this.late = data.statuses.map(status => status.name).join(', ');
  }

  async refuse(problem) {
    this.problem = problem;
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  }

  wrong(field) {
    return this.problem?.errors.filter(error => error.field === field || error.field.startsWith(`${field}.`)) ?? [];
  }

  render() {
    const { draft } = this;
    if (!draft) return nothing;
    const nameOf = id => draft.statuses.find(one => one.id === id)?.name || '…';
    return html`<dialog class="record wide" aria-labelledby="lifecycle-title" @close=${() => { this.draft = null; }}>
      <header><h2 id="lifecycle-title">${this.version ? draft.name || '…' : t('lifecycles.add')}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.close()}>${icon('close')}</button></header>
      <form novalidate @submit=${this.save}><div class="body">${this.notices()}
        <div class="field"><label for="lifecycle-name">${t('people.name')} <span class="quiet small">${t('settings.required')}</span></label>
          <input id="lifecycle-name" maxlength="80" autocomplete="off" aria-invalid=${this.wrong('name').length + this.wrong('id').length > 0} .value=${live(draft.name)} @input=${event => { this.draft = { ...draft, name: event.target.value }; }}>${this.said('name')}${this.said('id')}</div>
        <div class="drawn">${diagram(draft.statuses, { nameOf, mark: 'arc-end-draft' })}</div>
        <ol class="question-list">${draft.statuses.map((status, index) => this.status(status, index, nameOf))}</ol>
        <p><button type="button" @click=${() => { this.draft = added(draft); }}>${icon('plus')}${t('lifecycles.another')}</button></p>
        </div><div class="actions">${this.version ? html`<button type="button" class="risky first" ?disabled=${this.busy} @click=${() => this.remove()}>${icon('discarded')}${t('record.remove')}</button>` : nothing}
          <button type="button" @click=${() => this.close()}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.busy || !draft.name.trim()}>${t(this.version ? 'settings.save' : 'record.make')}</button></div></form></dialog>`;
  }

  notices() {
    const { problem } = this;
    const shown = problem?.errors.some(error => /^(name|id|statuses\[)/.test(error.field));
    const whole = problem?.errors.filter(error => error.field === 'statuses') ?? [];
    return html`${whole.length ? html`<div class="notice bad" role="alert"><ul>${whole.map(error => html`<li lang="en">${error.message}</li>`)}</ul></div>` : shown ? nothing : refusal(problem)}${this.late ? html`<section class="conflict" role="alert"><h2>${icon('overdue')} ${t('record.conflict')}</h2><p>${t('lifecycles.theirs', { statuses: this.late })}</p></section>` : nothing}`;
  }

  said(field) {
    return this.wrong(field).map(error => html`<p class="wrong" lang="en">${icon('overdue')} ${error.message}</p>`);
  }

  status(status, index, nameOf) {
    const { draft } = this;
    const number = index + 1;
    const put = changes => { this.draft = changed(this.draft, index, changes); };
    const others = draft.statuses.filter(one => one !== status);
    const place = `statuses[${index}]`;
    return html`<li><fieldset><legend class="label">${index ? t('lifecycles.number', { number }) : t('lifecycles.first')}</legend>
      <div class="line"><input aria-label=${t('lifecycles.name', { number })} placeholder=${t('lifecycles.name.example')} maxlength="80" aria-invalid=${this.wrong(place).length > 0} .value=${live(status.name)} @input=${event => put({ name: event.target.value })}>
        ${index > 1 ? html`<button type="button" class="plain square" aria-label=${t('lifecycles.up', { number })} title=${t('lifecycles.up', { number })} @click=${() => { this.draft = raised(draft, index); }}>${icon('up')}</button>` : nothing}
        ${index ? html`<button type="button" class="plain square" aria-label=${t('lifecycles.drop', { number })} title=${t('lifecycles.drop', { number })} @click=${() => { this.draft = without(draft, index); }}>${icon('close')}</button>` : nothing}</div>
      <div class="parts">${this.choice('lifecycles.stage', status.stage, STAGES.map(id => [id, t(`lifecycles.stage.${id}`)]), stage => put({ stage }))}
        ${this.choice('lifecycles.move', status.nextMove, MOVES.map(id => [id, t(`move.${id}`)]), nextMove => put({ nextMove }))}
        ${this.choice('lifecycles.category', status.category, CATEGORIES.map(id => [id, t(`lifecycles.category.${id}`)]), category => put({ category }))}</div>
      ${this.several('lifecycles.next-of', others.map(one => [one.id, nameOf(one.id)]), status.next, next => put({ next }))}
      ${this.several('lifecycles.clocks-of', CLOCKS.map(id => [id, t(`lifecycles.clock.${id}`)]), status.runningClocks, runningClocks => put({ runningClocks }))}
      ${this.said(place)}</fieldset></li>`;
  }

  choice(name, value, options, change) {
    return html`<label class="piece"><span>${t(name)}</span><select @change=${event => change(event.target.value)}>${options.map(([id, words]) => html`<option value=${id} ?selected=${id === value}>${words}</option>`)}</select></label>`;
  }

  several(name, options, chosen, change) {
    return html`<fieldset class="several"><legend class="quiet small">${t(name)}</legend><div class="checks">${options.map(([id, words]) => html`<label class="switch"><input type="checkbox" .checked=${live(chosen.includes(id))}
      @change=${event => change(event.target.checked ? [...chosen, id] : chosen.filter(one => one !== id))}><span>${words}</span></label>`)}</div></fieldset>`;
  }
}
customElements.define('sb-lifecycle-form', LifecycleForm);
