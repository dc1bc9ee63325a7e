/** What tickets are filed under: categories below each other, and products. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { get } from '../data/api.js';
import { forget, loadNames } from '../data/catalogue.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import './record.js';

const parentOf = id => id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '';

class CatalogPage extends AdminPage {
  /** `kind` is `categories` or `products`. */
  static properties = { kind: {} };

  load = () => get(`/${this.kind}`).then(page => page.items);

  titled = () => t(`admin.place.${this.kind}`);

  willUpdate(changed) {
    if (changed.get('kind') !== undefined) {
      this.found = null;
      this.refresh();
    }
  }

  page() {
    const mayEdit = may('desk.configure');
    return html`<div class="admin-page">${heading(this.titled(), mayEdit ? html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t(`${this.kind}.add`)}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t(`${this.kind}.text`)}</p>${this.found.length ? this.branch('') : emptyState('tree', t(`${this.kind}.none`), t(`${this.kind}.none.text`))}</div><sb-record></sb-record></div>`;
  }

  branch(parent) {
    const known = new Set(this.found.map(one => one.id));
    const here = this.found.filter(one => parentOf(one.id) === parent || (parent === '' && parentOf(one.id) && !known.has(parentOf(one.id))));
    return here.length ? html`<ul class="tree">${here.map(one => html`<li><div class="card leaf ${one.active ? '' : 'gone'}"><span class="leaf-name"><button type="button" class="as-link" @click=${() => this.edit(one)}>${one.name}</button>
        <code class="quiet small">${one.id}</code>${one.active ? nothing : html` <span class="tag">${t('catalog.inactive')}</span>`}${one.description ? html`<br><span class="quiet small">${one.description}</span>` : nothing}</span>
        ${may('desk.configure') && this.kind === 'categories' ? html`<button type="button" class="small plain" aria-label=${t('categories.below', { name: one.name })} @click=${() => this.edit(null, one)}>${icon('plus')}${t('categories.add-below')}</button>` : nothing}</div>
      ${this.branch(one.id)}</li>`)}</ul>` : nothing;
  }

  async edit(one, parent) {
    const schema = { required: ['id', 'name'], properties: {
      name: { type: 'string', title: t('people.name') },
      id: { type: 'string', title: t('plugin.id'), description: t(`${this.kind}.id.hint`), onlyNew: true },
      description: { type: 'string', format: 'multiline', title: t('new.description') },
      active: { type: 'boolean', title: t('catalog.active'), description: t('catalog.active.hint') },
    } };
    const changed = await this.querySelector('sb-record').show({ collection: `/${this.kind}`, entry: one?.id ?? null, schema, still: !may('desk.configure'),
      title: one ? one.name : parent ? t('categories.below', { name: parent.name }) : t(`${this.kind}.add`), defaults: { active: true, id: parent ? `${parent.id}/` : undefined },
      removal: may('desk.configure') && one ? { title: t('catalog.remove.ask', { name: one.name }), text: t('catalog.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    forget();
    await Promise.all([this.refresh(), loadNames()]);
  }
}
customElements.define('sb-catalog', CatalogPage);
