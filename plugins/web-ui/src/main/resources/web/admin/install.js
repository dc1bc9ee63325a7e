/** Installing: an archive is dropped or chosen, the plan is shown, and only then something happens. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { call, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { reasonsOf } from './hints.js';
import { version } from './names.js';
import { planView, reasonList } from './plan.js';

const TYPE = 'application/java-archive';

class Install extends PageElement {
  /** `id` is the plugin for which another version is looked for, or undefined. */
  static properties = { id: {}, stage: { state: true }, plan: { state: true }, problem: { state: true }, result: { state: true }, agreed: { state: true }, dragged: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(window, 'dragenter', event => this.drag(event, true));
    this.follow(window, 'dragover', event => this.drag(event, true));
    this.follow(window, 'dragleave', event => { if (!event.relatedTarget) this.dragged = false; });
    this.follow(window, 'drop', event => this.drop(event));
  }

  drag(event, dragged) {
    if (![...event.dataTransfer?.types ?? []].includes('Files')) return;
    event.preventDefault();
    this.dragged = dragged && !this.stage;
  }

  drop(event) {
    const [file] = event.dataTransfer?.files ?? [];
    this.dragged = false;
    if (!file) return;
    event.preventDefault();
    if (!this.stage) this.begin({ file, name: file.name });
  }

  /** Has the reader choose a file. */
  choose() {
    this.querySelector('input[type=file]').click();
  }

  chosen(event) {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) this.begin({ file, name: file.name });
  }

  /** Asks for the plan of `{file, name}`, or of `{available, name}`, an address below `/plugins`. */
  async begin(source) {
    Object.assign(this, { source, stage: 'reading', plan: null, problem: null, result: null, rebind: false, agreed: false });
    this.before = document.activeElement;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
    await this.look();
  }

  /** Asks what would happen if the plugin were bound to who signed this file. */
  async bindAnew() {
    Object.assign(this, { stage: 'reading', rebind: true, agreed: false });
    await this.look();
  }

  async look() {
    await this.step('plan', async () => { this.plan = (await this.send(true)).data; });
  }

  async install() {
    this.stage = 'installing';
    await this.step('done', async () => { this.result = (await this.send(false)).data; });
    if (this.stage === 'done') this.tell('installed', this.result);
  }

  async step(next, act) {
    try {
      await act();
      this.stage = next;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.failedAt = this.stage;
      Object.assign(this, { problem, stage: 'refused' });
    }
    await this.updateComplete;
    this.querySelector('dialog .actions .primary, dialog .actions button')?.focus();
  }

  send(dryRun) {
    const { file, available } = this.source;
    const query = `?dryRun=${dryRun}${this.rebind ? '&rebind=true' : ''}`;
    return available ? call('POST', `/plugins/${available}/install${query}`)
      : call('POST', `/plugins${query}`, { file: file.slice(0, file.size, TYPE) });
  }

  close() {
    this.querySelector('dialog').close();
    this.stage = null;
    this.before?.focus?.();
  }

  render() {
    return html`<input type="file" accept=".jar,application/java-archive" hidden aria-label=${t('plugins.upload')} @change=${this.chosen}>
      ${this.dragged ? html`<div class="drop-zone" aria-hidden="true"><p>${icon('upload')}${t('install.drop')}</p></div>` : nothing}
      ${this.stage ? html`<dialog class="install" aria-labelledby="install-title" aria-busy=${this.busy} @cancel=${event => { event.preventDefault(); if (!this.busy) this.close(); }}>
        <header><h2 id="install-title">${this.titled()}</h2>${this.busy ? nothing : html`<button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.close()}>${icon('close')}</button>`}</header>
        <div class="body">${this.content()}</div></dialog>` : nothing}`;
  }

  get busy() {
    return ['reading', 'installing'].includes(this.stage);
  }

  titled() {
    const { plan } = this;
    if (!plan) return t('install.reading.title', { name: this.source.name });
    return t(plan.replaces ? plan.replaces === plan.version ? 'install.again' : 'install.upgrade' : 'install.new', { name: plan.name, version: version(plan.version), before: version(plan.replaces ?? '') });
  }

  content() {
    switch (this.stage) {
      case 'reading': return this.working('install.reading', 'install.reading.text');
      case 'installing': return this.working('install.installing', 'install.installing.text');
      case 'refused': return this.refused();
      case 'done': return this.done();
      default: return this.decide();
    }
  }

  working(title, text) {
    return html`<div class="working" role="status"><progress aria-label=${t(title)}></progress><strong>${t(title)}</strong><p class="quiet">${t(text)}</p></div>`;
  }

  decide() {
    const { plan, id } = this;
    const other = id && plan.id !== id;
    return html`<p class="quiet identity"><code>${plan.id}</code> <bdi>${version(plan.version)}</bdi> · ${plan.vendor ?? t('plugin.no-vendor')}</p>
      ${other ? html`<p class="notice">${t('install.other', { id: plan.id })}</p>` : nothing}${planView(plan)}${this.question()}
      <p class="actions"><button type="button" @click=${() => this.close()}>${t(plan.possible ? 'app.cancel' : 'app.close')}</button>
        ${plan.trust.mayBindAnew ? html`<button type="button" @click=${() => this.bindAnew()}>${t('install.bind-anew')}</button>` : nothing}
        ${plan.possible ? html`<button type="button" class="primary" ?disabled=${this.asks && !this.agreed} @click=${() => this.install()}>${t(plan.replaces ? 'install.do.upgrade' : 'install.do')}</button>` : nothing}</p>`;
  }

  /** Whether more than a click is wanted: for what nobody signed, and for another signer than before. */
  get asks() {
    return this.plan.possible && ['unsigned', 'bound_anew'].includes(this.plan.trust.standing);
  }

  question() {
    return this.asks ? html`<label class="switch agreed"><input type="checkbox" .checked=${this.agreed} @change=${event => { this.agreed = event.target.checked; }}>${t(`install.agree.${this.plan.trust.standing}`)}</label>` : nothing;
  }

  refused() {
    const { problem } = this;
    const installing = this.failedAt === 'installing';
    return html`<div class="verdict bad" role="alert">${icon('overdue')}<div><strong>${t(problem.offline ? 'app.failed' : installing ? 'install.failed' : 'install.unreadable')}</strong>
        ${problem.offline ? html`<p>${t('admin.offline')}</p>` : reasonList(reasonsOf(problem))}
        <p>${t(problem.offline && installing ? 'install.unknown' : installing ? 'install.as-before' : 'plan.nothing-changed')}</p></div></div>
      <p class="actions"><button type="button" @click=${() => this.close()}>${t('app.close')}</button>
        <button type="button" class="primary" @click=${() => (installing ? this.install() : this.begin(this.source))}>${t('app.retry')}</button></p>`;
  }

  done() {
    const { result, plan } = this;
    const unset = plan.unset.length > 0;
    return html`<div class="verdict good" role="status">${icon('done')}<div><strong>${t('install.done', { name: result.name, version: version(result.version) })}</strong>
        <p>${t(unset ? 'install.done.unset' : 'install.done.text')}</p></div></div>
      <p class="actions"><button type="button" @click=${() => this.close()}>${t('app.close')}</button>
        <a class="button primary" href="/admin/plugins/${result.id}${unset ? '/settings' : ''}" @click=${() => this.close()}>${t(unset ? 'install.set-up' : 'install.show')}</a></p>`;
  }
}
customElements.define('sb-install', Install);
