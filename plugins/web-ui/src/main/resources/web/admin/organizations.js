/** Organizations of customers: by their domains people belong to them. */
import { html, nothing } from 'lit';
import { vipBadge } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { all, may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import './record.js';

class OrganizationsPage extends AdminPage {
  static properties = { words: { state: true } };

  right = 'people.read';

  constructor() {
    super();
    this.words = '';
  }

  load = () => all('/organizations');

  titled = () => t('admin.place.organizations');

  page() {
    const mayEdit = may('customer.edit');
    const words = this.words.toLowerCase().trim();
    const fitting = this.found.filter(one => `${one.name} ${one.domains.join(' ')}`.toLowerCase().includes(words));
    return html`<div class="admin-page">${heading(this.titled(), mayEdit ? html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('organizations.add')}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('organizations.text')}</p>
        ${this.found.length > 8 ? html`<div class="filters"><input type="search" aria-label=${t('organizations.find')} placeholder=${t('organizations.find')} maxlength="200" @input=${event => { this.words = event.target.value; }}></div>` : nothing}
        ${fitting.length ? html`<table class="rows"><thead><tr><th scope="col">${t('people.name')}</th><th scope="col">${t('organizations.domains')}</th><th scope="col">${t('organizations.shares')}</th></tr></thead><tbody>${fitting.map(one => html`<tr>
            <th scope="row"><button type="button" class="as-link" @click=${() => this.edit(one)}>${one.name}</button> ${vipBadge(one)}</th><td data-label=${t('organizations.domains')}>${one.domains.join(', ') || '–'}</td><td data-label=${t('organizations.shares')}>${t(one.sharesTickets ? 'settings.on' : 'settings.off')}</td></tr>`)}</tbody></table>`
          : this.found.length ? emptyState('search', t('organizations.nothing'), t('plugins.nothing.text')) : emptyState('building', t('organizations.none'), t('organizations.none.text'))}</div><sb-record></sb-record></div>`;
  }

  async edit(one) {
    const schema = { required: ['name'], properties: {
      name: { type: 'string', title: t('people.name') },
      domains: { type: 'array', title: t('organizations.domains'), items: { type: 'string' }, description: t('organizations.domains.hint') },
      sharesTickets: { type: 'boolean', title: t('organizations.shares'), description: t('organizations.shares.hint') },
      vip: { type: 'boolean', title: t('vip.long'), description: t('organizations.vip.hint') },
    } };
    const mayEdit = may('customer.edit');
    const changed = await this.querySelector('sb-record').show({ collection: '/organizations', entry: one?.id ?? null, title: one ? one.name : t('organizations.add'), schema, defaults: { domains: [], sharesTickets: false, vip: false },
      still: !mayEdit, removal: mayEdit && one ? { title: t('organizations.remove.ask', { name: one.name }), text: t('organizations.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    await this.refresh();
  }
}
customElements.define('sb-organizations', OrganizationsPage);
