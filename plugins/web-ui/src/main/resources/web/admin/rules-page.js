/** A page with a few rules that are kept together: they are changed in place and saved at once. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { call, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading, refusal } from './page.js';
import { shownValue } from './setting-field.js';

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Its class says `path`, `changing` where another right than `right` changes it, `schema` with texts in the reader's language, `words` below the title, and what stands `after()` the rules. */
export class RulesPage extends AdminPage {
  static properties = { edits: { state: true }, refused: { state: true }, theirs: { state: true }, saving: { state: true } };

  constructor() {
    super();
    this.edits = {};
    this.addEventListener('edit', event => { this.edits = { ...this.edits, [event.detail.name]: event.detail.value }; });
  }

  load = async () => {
    const [{ data, version }, more] = await Promise.all([call('GET', this.path), this.besides?.()]);
    return { rules: data, version, more };
  };

  get changed() {
    return Object.keys(this.edits).filter(name => !same(this.edits[name], this.found.rules[name]));
  }

  async save(event) {
    event.preventDefault();
    this.querySelectorAll('sb-setting').forEach(field => field.flush());
    Object.assign(this, { saving: true, refused: null, theirs: null });
    try {
      await call('PUT', this.path, { body: { ...this.found.rules, ...this.edits }, version: this.found.version });
      this.edits = {};
      toast(t('record.saved'));
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await (problem.status === 412 ? this.meet() : this.refuse(problem));
    } finally {
      this.saving = false;
    }
  }

  /** Somebody else saved meanwhile: what they changed is told, and what was typed here stays. */
  async meet() {
    const before = this.found.rules;
    await this.refresh();
    this.theirs = Object.keys(this.schema.properties).filter(name => !same(before[name], this.found.rules[name]));
  }

  async refuse(problem) {
    this.refused = problem;
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  }

  page() {
    const { properties } = this.schema;
    const still = !may(this.changing ?? this.right);
    const count = this.changed.length;
    const named = this.refused?.errors.some(error => error.field.split(/[.[]/)[0] in properties);
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${this.words}</p>
      <form class="panel rules" novalidate @submit=${this.save}>${named ? nothing : refusal(this.refused)}${this.theirs ? this.conflict(properties) : nothing}
        ${Object.entries(properties).map(([name, field]) => this.field(name, field, still))}
        ${still ? nothing : html`<div class="save-bar"><span class="quiet" role="status">${count ? t('settings.unsaved', { count }) : t('settings.as-stored')}</span>
          <button type="button" ?disabled=${!count || this.saving} @click=${() => Object.assign(this, { edits: {}, refused: null, theirs: null })}>${t('settings.discard')}</button>
          <button class="primary" ?disabled=${!count || this.saving}>${t('settings.save')}</button></div>`}</form>
      ${this.after?.() ?? nothing}</div></div>`;
  }

  field(name, field, still) {
    const present = name in this.edits ? this.edits[name] ?? undefined : this.found.rules[name] ?? undefined;
    return html`<sb-setting .name=${name} .field=${field} .present=${present} .set=${false} .changed=${this.changed.includes(name)} .spoken=${true} .still=${still}
      .wrong=${this.refused?.errors.filter(error => error.field.split(/[.[]/)[0] === name).map(error => error.message)}></sb-setting>`;
  }

  conflict(properties) {
    return html`<section class="conflict" role="alert"><h2>${icon('overdue')} ${t('record.conflict')}</h2><p>${t('settings.conflict.text')}</p>
      <ul class="bullets">${this.theirs.map(name => html`<li><strong>${properties[name].title}</strong>: ${shownValue(properties[name], this.found.rules[name])}</li>`)}</ul></section>`;
  }
}
