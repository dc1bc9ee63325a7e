/** All subscriptions of the desk: plugins' and its own. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { t } from '../text/index.js';
import { deliveriesTable } from './deliveries-table.js';
import { AdminPage, heading } from './page.js';

class Deliveries extends AdminPage {
  right = 'plugin.read';
  rhythm = 10_000;

  constructor() {
    super();
    this.addEventListener('deliveries-changed', () => this.refresh());
  }

  load = () => get('/reactions').then(page => page.items);

  titled = () => t('admin.place.deliveries');

  page() {
    const order = reaction => (reaction.parked ? 0 : 1) + (reaction.plugin === 'core' ? 2 : 0);
    const sorted = [...this.found].sort((one, other) => order(one) - order(other) || one.id.localeCompare(other.id));
    const parked = this.found.reduce((sum, reaction) => sum + reaction.parked, 0);
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('deliveries.text')}</p>
      ${parked ? nothing : html`<div class="verdict good">${icon('done')}<div><strong>${t('deliveries.well')}</strong></div></div>`}
      <h2 class="only-read">${t('deliveries.list')}</h2>${deliveriesTable(sorted)}</div></div>`;
  }
}
customElements.define('sb-deliveries', Deliveries);
