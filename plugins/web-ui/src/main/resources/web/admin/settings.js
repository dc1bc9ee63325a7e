/** The settings of a plugin: a form drawn from its schema, and what they were before. While a file rules them they are only shown. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, refusal } from './page.js';
import { changes, differences, editsOf, forgetEdits, isChanged, isSecret, toSend, valueOf } from './settings-values.js';
import { shownValue } from './setting-field.js';
import './setting-versions.js';

class Settings extends AdminPage {
  static properties = { plugin: {}, ruled: { type: Boolean }, refused: { state: true }, theirs: { state: true }, saving: { state: true } };

  right = 'plugin.read';

  constructor() {
    super();
    this.addEventListener('edit', event => this.edit(event.detail));
    this.addEventListener('settings-restored', event => this.take(event.detail));
  }

  load = () => get(`/plugins/${encodeURIComponent(this.plugin)}/settings`);

  get edits() {
    return editsOf(this.plugin);
  }

  edit({ name, value }) {
    if (value === undefined) this.edits.delete(name);
    else this.edits.set(name, value);
    this.requestUpdate();
  }

  /** Takes over what is on the server now. */
  take(found) {
    forgetEdits(this.plugin);
    Object.assign(this, { found, refused: null, theirs: null });
    this.querySelector('sb-setting-versions')?.refresh();
    this.tell('settings-changed');
  }

  async save(event) {
    event.preventDefault();
    this.querySelectorAll('sb-setting').forEach(field => field.flush());
    this.saving = true;
    this.refused = null;
    try {
      const { data } = await call('PUT', `/plugins/${encodeURIComponent(this.plugin)}/settings`, { body: { values: toSend(this.found, this.edits) }, version: this.found.version });
      this.take(data);
      toast(t('settings.saved'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 412) await this.meet();
      else await this.wrong(problem);
    } finally {
      this.saving = false;
    }
  }

  /** Somebody else changed them meanwhile: what they changed is shown, and what is typed here stays. */
  async meet() {
    const before = this.found;
    this.found = await this.load();
    this.theirs = differences(this.found.schema, before, this.found);
  }

  async wrong(problem) {
    this.refused = problem;
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  }

  titled() {
    return document.title.replace(/ · Switchboard$/, '');
  }

  render() {
    return html`${this.found || this.problem ? nothing : html`<p class="only-read" role="status">${t('app.loading')}</p>`}${super.render()}`;
  }

  page() {
    const { schema } = this.found;
    const fields = Object.entries(schema.properties ?? {});
    if (!fields.length) return emptyState('gear', t('settings.none'), t('settings.none.text'));
    const known = new Set(fields.map(([name]) => name));
    const elsewhere = this.refused && !this.refused.errors.some(error => known.has(error.field));
    const changed = changes(this.found, this.edits);
    const mayEdit = may('plugin.edit') && !this.ruled;
    return html`<div class="settings-page"><form @submit=${this.save} novalidate>
        ${elsewhere ? refusal(this.refused) : nothing}${this.refused && !elsewhere ? html`<div class="notice bad" role="alert">${t('settings.wrong', { count: this.refused.errors.length })}</div>` : nothing}${this.conflict()}
        ${fields.map(([name, field]) => this.field(name, field, schema, mayEdit))}
        ${mayEdit ? html`<div class="save-bar"><span class="quiet" role="status">${changed.length ? t('settings.unsaved', { count: changed.length }) : t('settings.as-stored')}</span>
          <button type="button" ?disabled=${!changed.length || this.saving} @click=${() => { forgetEdits(this.plugin); this.refused = null; this.requestUpdate(); }}>${t('settings.discard')}</button>
          <button class="primary" ?disabled=${!changed.length || this.saving}>${t(this.saving ? 'settings.saving' : 'settings.save')}</button></div>` : nothing}
      </form>
      <sb-setting-versions .plugin=${this.plugin} .found=${this.found} .still=${!mayEdit}></sb-setting-versions></div>`;
  }

  field(name, field, schema, mayEdit) {
    const wrong = this.refused?.errors.filter(error => error.field === name).map(error => error.message);
    const present = isSecret(field) ? this.edits.get(name) : valueOf(name, this.found, this.edits);
    return html`<sb-setting .name=${name} .field=${field} .tongue=${this.found.language} .present=${present} .set=${this.found.secrets.includes(name)} .required=${schema.required?.includes(name)}
      .changed=${isChanged(name, this.found, this.edits)} .wrong=${wrong} .still=${!mayEdit}></sb-setting>`;
  }

  conflict() {
    if (!this.theirs) return nothing;
    const { properties } = this.found.schema;
    return html`<section class="conflict" role="alert"><h2>${icon('overdue')} ${t('settings.conflict')}</h2><p>${t('settings.conflict.text')}</p>
      <ul class="bullets">${this.theirs.map(one => html`<li><strong lang=${this.found.language}>${properties[one.name].title}</strong>: ${one.secret ? t(one.set ? 'settings.secret.set' : 'settings.secret.taken') : shownValue(properties[one.name], one.after)}</li>`)}</ul></section>`;
  }
}
customElements.define('sb-settings', Settings);
