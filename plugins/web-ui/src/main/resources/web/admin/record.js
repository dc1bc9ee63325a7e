/** One entry of what the desk knows, such as a team, made or changed in a dialog. Its form is drawn like settings are. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, newKey, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { refusal } from './page.js';
import { shownValue } from './setting-field.js';

/** The field of the form that an error is about, also if it names a part of its value. */
const fieldOf = error => error.field.split(/[.[]/)[0];

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

class RecordForm extends PageElement {
  /**
   * `collection` is its path, `entry` the one that is changed or null for a new one; `schema` its fields with texts in the
   * reader's language (one with `draw` draws itself, `said` puts its value into words and `sent` makes what is sent of the edited and the stored one), `defaults` what a new one begins with; `removable` whether it can go; `below` draws what stands below a
   * field, by its name, of what the form has.
   */
  static properties = { open: { state: true }, found: { state: true }, edits: { state: true }, problem: { state: true }, theirs: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.addEventListener('edit', event => {
      event.stopPropagation();
      this.edits = { ...this.edits, [event.detail.name]: event.detail.value };
    });
  }

  /** Opens the form; resolves once it is closed, to whether something was changed. */
  async show(wanted) {
    Object.assign(this, { open: wanted, found: wanted.defaults ?? {}, edits: {}, problem: null, theirs: null, version: null, key: newKey() });
    this.before = document.activeElement;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    if (wanted.entry) await this.read();
    await this.updateComplete;
    this.querySelector('sb-setting :is(input, select, textarea)')?.focus();
    return new Promise(resolve => { this.resolve = resolve; });
  }

  get path() {
    return `${this.open.collection}/${this.open.entry}`;
  }

  async read() {
    await this.trying(async () => {
      const { data, version } = await call('GET', this.path);
      this.found = data;
      this.version = version;
    });
  }

  async trying(act) {
    this.busy = true;
    this.problem = null;
    try {
      await act();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 412) await this.meet();
      else await this.refuse(problem);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async refuse(problem) {
    this.problem = problem;
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  }

  /** Somebody else changed it meanwhile. */
  async meet() {
    const before = this.found;
    const { data, version } = await call('GET', this.path);
    this.theirs = Object.keys(this.open.schema.properties).filter(name => !same(before[name], data[name]));
    Object.assign(this, { found: data, version });
  }

  async save(event) {
    event.preventDefault();
    this.querySelectorAll('sb-setting').forEach(field => field.flush());
    const { entry, collection, schema } = this.open;
    const body = entry ? { ...this.edits } : { ...this.found, ...this.edits };
    Object.keys(body).forEach(name => {
      const field = schema.properties[name];
      if (!field || (!entry && body[name] === null)) delete body[name];
      else if (field.sent) body[name] = field.sent(body[name], this.found[name]);
    });
    const saved = await this.trying(() => entry ? call('PATCH', this.path, { body, version: this.version }) : call('POST', collection, { body, key: this.key }));
    this.key = newKey();
    if (saved) this.close(true);
  }

  async remove() {
    const { removal } = this.open;
    if (!await ask({ title: removal.title, text: removal.text, yes: t('record.remove'), danger: true })) return;
    if (await this.trying(() => call('DELETE', this.path, { version: this.version }))) this.close(true);
  }

  close(changed) {
    this.querySelector('dialog').close();
    this.open = null;
    this.before?.focus?.();
    this.resolve(changed);
  }

  render() {
    if (!this.open) return nothing;
    const { title, entry, schema, removal, more, still, wide, below } = this.open;
    const known = new Set(Object.keys(schema.properties));
    const elsewhere = this.problem && !this.problem.errors.some(error => known.has(fieldOf(error)));
    const changed = Object.keys(this.edits).some(name => !same(this.edits[name], this.found[name]));
    return html`<dialog class="record ${wide ? 'wide' : ''}" aria-labelledby="record-title" @cancel=${event => { event.preventDefault(); this.close(false); }}>
      <header><h2 id="record-title">${title}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.close(false)}>${icon('close')}</button></header>
      <form @submit=${this.save} novalidate><div class="body">
        ${elsewhere ? refusal(this.problem) : nothing}${this.theirs ? this.conflict(schema) : nothing}
        ${entry && !this.version ? this.problem ? nothing : html`<p class="quiet" role="status">${t('app.loading')}</p>` : Object.entries(schema.properties).filter(([, field]) => !(entry && field.onlyNew)).map(([name, field]) => html`${this.field(name, field, schema, still)}${below?.[name]?.({ ...this.found, ...this.edits }) ?? nothing}`)}
        ${entry && this.version && more ? more(this.found, this) : nothing}
        </div><div class="actions">${entry && removal ? html`<button type="button" class="risky first" ?disabled=${this.busy} @click=${() => this.remove()}>${icon('discarded')}${t('record.remove')}</button>` : nothing}
          <button type="button" @click=${() => this.close(false)}>${t(still ? 'app.close' : 'app.cancel')}</button>
          ${still ? nothing : html`<button class="primary" ?disabled=${this.busy || (entry && !changed)}>${t(entry ? 'settings.save' : 'record.make')}</button>`}</div></form></dialog>`;
  }

  field(name, field, schema, still) {
    const edited = name in this.edits;
    const present = edited ? this.edits[name] ?? undefined : this.found[name] ?? undefined;
    const errors = this.problem?.errors.filter(error => fieldOf(error) === name) ?? [];
    if (field.draw) return field.draw({ value: present, found: this.found[name], errors, still, edit: value => { this.edits = { ...this.edits, [name]: value }; } });
    return html`<sb-setting .name=${name} .field=${field} .present=${field.writeOnly ? this.edits[name] : present} .set=${false} .required=${schema.required?.includes(name)} .changed=${false} .spoken=${true} .still=${still}
      .wrong=${errors.map(error => error.message)}></sb-setting>`;
  }

  conflict(schema) {
    return html`<section class="conflict" role="alert"><h2>${icon('overdue')} ${t('record.conflict')}</h2><p>${t('settings.conflict.text')}</p>
      <ul class="bullets">${this.theirs.map(name => html`<li><strong>${schema.properties[name].title}</strong>: ${schema.properties[name].said?.(this.found[name]) ?? shownValue(schema.properties[name], this.found[name])}</li>`)}</ul></section>`;
  }
}
customElements.define('sb-record', RecordForm);
