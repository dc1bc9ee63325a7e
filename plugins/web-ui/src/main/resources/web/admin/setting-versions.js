/** What the settings of a plugin were: who set what, and going back there. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { actorName } from './names.js';
import { PageElement } from '../kit/element.js';
import { refusal } from './page.js';
import { differences } from './settings-values.js';
import { shownValue } from './setting-field.js';

class SettingVersions extends PageElement {
  static properties = { plugin: {}, found: { attribute: false }, still: { type: Boolean }, items: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  async refresh() {
    await this.trying(async () => { this.items = (await get(`/plugins/${encodeURIComponent(this.plugin)}/settings/versions`)).items; });
  }

  async trying(act) {
    this.problem = null;
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
  }

  async restore(item) {
    const wanted = await ask({ title: t('versions.ask', { version: item.version }), yes: t('versions.restore'),
      text: html`<p>${t('versions.ask.text')}</p>${this.changed(this.found, item) ?? html`<p class="quiet">${t('versions.same')}</p>`}` });
    if (!wanted) return;
    await this.trying(async () => {
      const { data } = await call('POST', `/plugins/${encodeURIComponent(this.plugin)}/settings/versions/${item.version}/restore`, { version: this.found.version });
      toast(t('versions.restored'));
      this.tell('settings-restored', data);
    });
  }

  /** What turns from one to another. */
  changed(before, after) {
    const { schema, language } = this.found;
    const found = differences(schema, before, after);
    return found.length ? html`<ul class="changes-of">${found.map(one => html`<li><strong lang=${language}>${schema.properties[one.name].title}</strong>
      <span>${one.secret ? t(one.set ? 'settings.secret.set' : 'settings.secret.taken') : shownValue(schema.properties[one.name], one.after)}</span></li>`)}</ul>` : null;
  }

  render() {
    return html`<aside class="panel versions"><h2>${icon('history')} ${t('versions.title')}</h2>${refusal(this.problem)}
      ${this.items?.length ? html`<ol>${this.items.map((item, index) => this.item(item, index))}</ol>` : html`<p class="quiet">${t(this.items ? 'versions.none' : 'app.loading')}</p>`}</aside>`;
  }

  item(item, index) {
    const before = this.items[index + 1] ?? { values: {}, secrets: [] };
    return html`<li><p><strong>${t('versions.version', { version: item.version })}</strong>${index ? nothing : html` <span class="tag now">${t('versions.now')}</span>`}</p>
      <p class="quiet small">${timeOf(item.madeAt)} · ${actorName(item.actor)}</p>
      ${this.changed(before, item) ?? html`<p class="quiet small">${t('versions.secret-only')}</p>`}
      ${index && !this.still ? html`<button type="button" class="small" @click=${() => this.restore(item)}>${icon('undo')}${t('versions.restore')}</button>` : nothing}</li>`;
  }
}
customElements.define('sb-setting-versions', SettingVersions);
