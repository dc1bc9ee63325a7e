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

/** The rule that an error is about, also if it names a part of it. */
const ruleOf = error => error.field.split(/[.[]/)[0];

/**
 * Its class says `path`, `changing` where other rights than `right` change it, `schema` with texts in the reader's language (one with `draw` draws itself),
 * `words` below the title, and what stands `after()` the rules. `ofAnswer` and `toBody` turn what the API says into rules and back, where they are not the same;
 * `agreed` asks before rules are kept that have consequences.
 */
export class RulesPage extends AdminPage {
  static properties = { edits: { state: true }, refused: { state: true }, theirs: { state: true }, saving: { state: true } };

  constructor() {
    super();
    this.edits = {};
    this.addEventListener('edit', event => { this.edits = { ...this.edits, [event.detail.name]: event.detail.value }; });
  }

  load = async () => {
    const [{ data, version }, more] = await Promise.all([call('GET', this.path), this.besides?.()]);
    return { rules: this.ofAnswer(data), answer: data, version, more };
  };

  ofAnswer(answer) {
    return answer;
  }

  toBody(rules) {
    return rules;
  }

  async agreed() {
    return true;
  }

  /** The rules as they stand on the page. */
  get wanted() {
    return { ...this.found.rules, ...this.edits };
  }

  get still() {
    return ![this.changing ?? this.right].flat().every(may);
  }

  get changed() {
    return Object.keys(this.edits).filter(name => !same(this.edits[name], this.found.rules[name]));
  }

  async save(event) {
    event.preventDefault();
    this.querySelectorAll('sb-setting').forEach(field => field.flush());
    Object.assign(this, { saving: true, refused: null, theirs: null });
    try {
      const body = this.toBody(this.wanted);
      if (!await this.agreed(body)) return;
      await call('PUT', this.path, { body, version: this.found.version });
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
    const { still } = this;
    const count = this.changed.length;
    const named = this.refused?.errors.some(error => ruleOf(error) in properties);
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${this.words}</p>
      <form class="panel rules" novalidate @submit=${this.save}>${named ? nothing : refusal(this.refused)}${this.theirs ? this.conflict(properties) : nothing}
        ${Object.entries(properties).map(([name, field]) => this.field(name, field, still))}
        ${still ? nothing : html`<div class="save-bar"><span class="quiet" role="status">${count ? t('settings.unsaved', { count }) : t('settings.as-stored')}</span>
          <button type="button" ?disabled=${!count || this.saving} @click=${() => Object.assign(this, { edits: {}, refused: null, theirs: null })}>${t('settings.discard')}</button>
          <button class="primary" ?disabled=${!count || this.saving}>${t('settings.save')}</button></div>`}</form>
      ${this.after?.() ?? nothing}</div></div>`;
  }

  field(name, field, still) {
    const present = this.wanted[name] ?? undefined;
    const errors = this.refused?.errors.filter(error => ruleOf(error) === name) ?? [];
    if (field.draw) return field.draw({ name, value: present, errors, still, edit: value => { this.edits = { ...this.edits, [name]: value }; } });
    return html`<sb-setting .name=${name} .field=${field} .present=${present} .set=${false} .changed=${this.changed.includes(name)} .spoken=${true} .still=${still}
      .wrong=${errors.map(error => error.message)}></sb-setting>`;
  }

  conflict(properties) {
    return html`<section class="conflict" role="alert"><h2>${icon('overdue')} ${t('record.conflict')}</h2><p>${t('settings.conflict.text')}</p>
      <ul class="bullets">${this.theirs.map(name => html`<li><strong>${properties[name].title}</strong>: ${properties[name].said ? properties[name].said(this.found.rules[name]) : shownValue(properties[name], this.found.rules[name])}</li>`)}</ul></section>`;
  }
}
