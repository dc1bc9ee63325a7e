/** Update sites: which the desk trusts, in the order in which they count, how each was found, and why one is refused. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading, refusal } from './page.js';

/** The desk takes no more. */
const MOST = 5;
const CONDITION = { ok: 'well', away: 'yellow', refused: 'red' };
const SIGN = { ok: 'done', away: 'offline', refused: 'overdue' };
const FIELDS = [['name', 40, 'example'], ['address', 500, '/srv/plugins'], ['key', 200, 'MCowBQYDK2VwAyEA…']];

class Sites extends AdminPage {
  static properties = { wanted: { state: true }, refused: { state: true }, busy: { state: true } };

  right = 'plugin.read';

  async load(again = false) {
    const [{ data, version }, offered] = await Promise.all([call('GET', '/update-sites'), get(`/plugins/available${again ? '?refresh=true' : ''}`)]);
    return { sites: data.sites, version, items: offered.items, states: offered.sites };
  }

  titled = () => t('admin.place.sites');

  page() {
    const { sites } = this.found;
    const mayEdit = may('plugin.edit');
    return html`<div class="admin-page">${heading(this.titled(), mayEdit ? html`
        ${sites.length ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.again()}>${icon('history')}<span>${t('sites.again')}</span></button>` : nothing}
        <button type="button" class="primary" ?disabled=${sites.length >= MOST} @click=${() => this.begin()}>${icon('plus')}<span>${t('sites.add')}</span></button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('sites.text')}</p>${this.wanted ? nothing : refusal(this.refused)}
        ${sites.length ? html`<ol class="cards">${sites.map((site, index) => this.site(site, index, mayEdit))}</ol>`
          : emptyState('download', t('sites.none'), t('sites.none.text'), mayEdit ? html`<button type="button" @click=${() => this.begin()}>${icon('plus')}${t('sites.add')}</button>` : nothing)}</div>
      ${this.form()}</div>`;
  }

  site(site, index, mayEdit) {
    const { states, items, sites } = this.found;
    const state = states.find(one => one.name === site.name);
    const offered = items.filter(item => item.site === site.name).length;
    return html`<li class="card site" data-condition=${CONDITION[state?.state] ?? 'yellow'}>
      <div class="what"><h2>${site.name} ${state ? html`<span class="condition" data-condition=${CONDITION[state.state]}>${icon(SIGN[state.state])}<span>${t(`sites.state.${state.state}`)}</span></span>` : nothing}</h2>
        <p class="address">${site.address}</p>
        ${state?.message ? html`<div class="why"><strong lang="en">${state.message}</strong><span>${t(`sites.hint.${state.state}`)}</span></div>` : nothing}
        <p class="quiet small">${state?.state === 'ok' ? html`${t('sites.offers', { count: offered })} · ` : nothing}${state ? html`${t('sites.read')} ${timeOf(state.readAt)}` : nothing}${state?.expiresAt ? html` · ${t('sites.until')} ${timeOf(state.expiresAt)}` : nothing}</p>
        <p class="quiet small key">${t('sites.key')} <code>${site.key}</code></p></div>
      ${mayEdit ? html`<div class="row-ways">
        ${index ? html`<button type="button" class="plain square" aria-label=${t('sites.up', { name: site.name })} title=${t('sites.up', { name: site.name })} ?disabled=${this.busy} @click=${() => this.put(moved(sites, index))}>${icon('up')}</button>` : nothing}
        <button type="button" class="plain square" aria-label=${t('sites.remove', { name: site.name })} title=${t('sites.remove', { name: site.name })} ?disabled=${this.busy} @click=${() => this.remove(site)}>${icon('discarded')}</button></div>` : nothing}</li>`;
  }

  /** Replaces the list as it was seen; whoever changed it meanwhile is not overwritten. */
  async put(sites, said = 'record.saved') {
    this.busy = true;
    this.refused = null;
    try {
      await call('PUT', '/update-sites', { body: { sites }, version: this.found.version });
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

  async again() {
    this.busy = true;
    this.refused = null;
    try {
      this.found = await this.load(true);
      toast(t('sites.was-read'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }

  async remove(site) {
    if (await ask({ title: t('sites.remove.ask', { name: site.name }), text: t('sites.remove.text'), yes: t('record.remove'), danger: true })) {
      await this.put(this.found.sites.filter(other => other !== site));
    }
  }

  async begin() {
    this.wanted = { name: '', address: '', key: '' };
    this.refused = null;
    await this.updateComplete;
    this.querySelector('dialog.record').showModal();
  }

  async save(event) {
    event.preventDefault();
    const site = Object.fromEntries(FIELDS.map(([name]) => [name, event.target.elements[name].value.trim()]));
    if (await this.put([...this.found.sites, site], 'sites.added')) this.querySelector('dialog.record').close();
  }

  form() {
    if (!this.wanted) return nothing;
    const place = `sites[${this.found.sites.length}].`;
    const errors = this.refused?.errors ?? [];
    const of = name => errors.filter(error => error.field === name || error.field === place + name).map(error => error.message);
    const elsewhere = this.refused && !FIELDS.some(([name]) => of(name).length);
    return html`<dialog class="record" aria-labelledby="site-title" @close=${() => { this.wanted = null; this.refused = null; }}>
      <header><h2 id="site-title">${t('sites.add')}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${() => this.querySelector('dialog.record').close()}>${icon('close')}</button></header>
      <form @submit=${this.save} novalidate><div class="body"><p class="notice field">${t('sites.trust')}</p>${elsewhere ? refusal(this.refused) : nothing}
        ${FIELDS.map(([name, most, example]) => this.field(name, most, example, of(name)))}
        <div class="actions"><button type="button" @click=${() => this.querySelector('dialog.record').close()}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.busy}>${t('sites.add.do')}</button></div></div></form></dialog>`;
  }

  field(name, most, example, wrong) {
    return html`<div class="field"><label for="site-${name}">${t(`sites.field.${name}`)}</label>
      <input id="site-${name}" name=${name} maxlength=${most} placeholder=${example} autocomplete="off" spellcheck="false" aria-invalid=${Boolean(wrong.length)} aria-describedby="site-${name}-hint">
      <p class="hint" id="site-${name}-hint">${t(`sites.field.${name}.hint`)}</p>${wrong.length ? html`<p class="wrong" role="alert">${icon('overdue')} <span lang="en">${wrong.join(' ')}</span></p>` : nothing}</div>`;
  }
}
customElements.define('sb-sites', Sites);

/** The list with one of it a place further up. */
function moved(sites, index) {
  const list = [...sites];
  [list[index - 1], list[index]] = [list[index], list[index - 1]];
  return list;
}
