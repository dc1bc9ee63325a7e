/** Signers: whom administrators trust for which plugins, whose trust was withdrawn, and which plugins are bound to whom. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { fingerprint } from './names.js';
import { AdminPage, heading, refusal } from './page.js';

const FIELDS = [['name', 80, 'Example Ltd'], ['fingerprint', 95, '3a7bd3e2…'], ['plugins', 2000, 'com.example.*']];

class Signers extends AdminPage {
  static properties = { wanted: { state: true }, refused: { state: true }, busy: { state: true } };

  right = 'plugin.read';

  async load() {
    const { data, version } = await call('GET', '/plugin-signers');
    return { ...data, version };
  }

  titled = () => t('admin.place.signers');

  page() {
    const { signers, bindings } = this.found;
    const mayEdit = may('plugin.edit');
    return html`<div class="admin-page">${heading(this.titled(), mayEdit ? html`<button type="button" class="primary" @click=${() => this.begin()}>${icon('plus')}<span>${t('signers.add')}</span></button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('signers.text')}</p>${this.wanted ? nothing : refusal(this.refused)}
        ${signers.length ? html`<ul class="cards">${signers.map(signer => this.signer(signer, mayEdit))}</ul>`
          : emptyState('key', t('signers.none'), t('signers.none.text'))}
        <section class="bindings" aria-labelledby="bindings-title"><h2 id="bindings-title">${t('bindings.title')}</h2><p class="lead">${t('bindings.text')}</p>
          ${bindings.length ? html`<ul class="cards">${bindings.map(binding => this.binding(binding, mayEdit))}</ul>` : html`<p class="quiet">${t('bindings.none')}</p>`}</section></div>
      ${this.form()}</div>`;
  }

  signer(signer, mayEdit) {
    return html`<li class="card site" data-condition=${signer.withdrawn ? 'red' : 'well'}>
      <div class="what"><h2>${signer.name} <span class="condition" data-condition=${signer.withdrawn ? 'red' : 'well'}>${icon(signer.withdrawn ? 'overdue' : 'done')}<span>${t(signer.withdrawn ? 'signers.withdrawn' : 'signers.trusted')}</span></span></h2>
        <p>${signer.withdrawn ? t('signers.withdrawn.text') : html`${t('signers.for')} ${signer.plugins.map((plugin, index) => html`${index ? ', ' : ''}${plugin === '*' ? t('signers.all') : html`<code>${plugin}</code>`}`)}`}</p>
        ${fingerprint(signer.fingerprint)}</div>
      ${mayEdit ? html`<div class="row-ways">
        ${signer.withdrawn ? nothing : html`<button type="button" class="plain" aria-label=${t('signers.withdraw.of', { name: signer.name })} ?disabled=${this.busy} @click=${() => this.withdraw(signer)}>${t('signers.withdraw')}</button>`}
        <button type="button" class="plain square" aria-label=${t('signers.remove', { name: signer.name })} title=${t('signers.remove', { name: signer.name })} ?disabled=${this.busy} @click=${() => this.remove(signer)}>${icon('discarded')}</button></div>` : nothing}</li>`;
  }

  binding(binding, mayEdit) {
    return html`<li class="card site"><div class="what"><h3><code>${binding.plugin}</code></h3>
        <p>${t('bindings.to')} <strong>${binding.signer}</strong> <span class="quiet small">${timeOf(binding.boundAt)}</span></p>${fingerprint(binding.fingerprint)}</div>
      ${mayEdit ? html`<div class="row-ways"><button type="button" class="plain" aria-label=${t('bindings.release.of', { name: binding.plugin })} ?disabled=${this.busy} @click=${() => this.release(binding)}>${t('bindings.release')}</button></div>` : nothing}</li>`;
  }

  /** Does something that may be refused; whoever changed the list meanwhile is not overwritten. */
  async change(act, said) {
    this.busy = true;
    this.refused = null;
    try {
      await act();
      await this.refresh();
      toast(t(said));
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
      if (problem.status === 412) await this.refresh();
      return false;
    } finally {
      this.busy = false;
    }
  }

  put(signers, said = 'record.saved') {
    return this.change(() => call('PUT', '/plugin-signers', { body: { signers }, version: this.found.version }), said);
  }

  async withdraw(signer) {
    if (await ask({ title: t('signers.withdraw.ask', { name: signer.name }), text: t('signers.withdraw.text'), yes: t('signers.withdraw'), danger: true })) {
      await this.put(this.found.signers.map(other => other === signer ? { ...signer, withdrawn: true } : other));
    }
  }

  async remove(signer) {
    if (await ask({ title: t('signers.remove.ask', { name: signer.name }), text: t(signer.withdrawn ? 'signers.remove.withdrawn' : 'signers.remove.text'), yes: t('record.remove'), danger: true })) {
      await this.put(this.found.signers.filter(other => other !== signer));
    }
  }

  async release(binding) {
    if (await ask({ title: t('bindings.release.ask', { name: binding.plugin }), text: t('bindings.release.text'), yes: t('bindings.release'), danger: true })) {
      await this.change(() => call('POST', `/plugin-signers/${encodeURIComponent(binding.plugin)}/release`), 'bindings.released');
    }
  }

  async begin() {
    this.wanted = {};
    this.refused = null;
    await this.updateComplete;
    this.querySelector('dialog.record').showModal();
  }

  async save(event) {
    event.preventDefault();
    const { name, fingerprint: print, plugins } = event.target.elements;
    const signer = { name: name.value.trim(), fingerprint: print.value.replace(/[\s:]/g, '').toLowerCase(), plugins: plugins.value.split(/[\s,]+/).filter(Boolean), withdrawn: false };
    if (await this.put([...this.found.signers, signer], 'signers.added')) this.querySelector('dialog.record').close();
  }

  form() {
    if (!this.wanted) return nothing;
    const place = `signers[${this.found.signers.length}].`;
    const errors = this.refused?.errors ?? [];
    const of = name => errors.filter(error => error.field === name || error.field === place + name).map(error => error.message);
    const elsewhere = this.refused && !FIELDS.some(([name]) => of(name).length);
    return html`<dialog class="record" aria-labelledby="signer-title" @close=${() => { this.wanted = null; this.refused = null; }}>
      <header><h2 id="signer-title">${t('signers.add')}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog.record').close()}>${icon('close')}</button></header>
      <form @submit=${this.save} novalidate><div class="body"><p class="notice field">${t('signers.trust')}</p>${elsewhere ? refusal(this.refused) : nothing}
        ${FIELDS.map(([name, most, example]) => this.field(name, most, example, of(name)))}
        <div class="actions"><button type="button" @click=${() => this.querySelector('dialog.record').close()}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.busy}>${t('signers.add.do')}</button></div></div></form></dialog>`;
  }

  field(name, most, example, wrong) {
    return html`<div class="field"><label for="signer-${name}">${t(`signers.field.${name}`)}</label>
      <input id="signer-${name}" name=${name} maxlength=${most} placeholder=${example} autocomplete="off" spellcheck="false" aria-invalid=${Boolean(wrong.length)} aria-describedby="signer-${name}-hint">
      <p class="hint" id="signer-${name}-hint">${t(`signers.field.${name}.hint`)}</p>${wrong.length ? html`<p class="wrong" role="alert">${icon('overdue')} <span lang="en">${wrong.join(' ')}</span></p>` : nothing}</div>`;
  }
}
customElements.define('sb-signers', Signers);
