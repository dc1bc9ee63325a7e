/** Where plugins can be plugged in, who is, and how it goes. */
import { html, nothing } from 'lit';
import { get } from '../data/api.js';
import { t } from '../text/index.js';
import { breaker, failures } from './calls.js';
import { duration, number, socketWords } from './names.js';
import { AdminPage, heading } from './page.js';

const KINDS = ['advisor', 'guard', 'provider', 'reaction'];

class ExtensionPoints extends AdminPage {
  right = 'plugin.read';
  rhythm = 10_000;

  load = () => get('/extension-points').then(page => page.items);

  titled = () => t('admin.place.extension-points');

  page() {
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('points.text')}</p>
      ${KINDS.map(kind => {
        const points = this.found.filter(point => point.kind === kind)
          .sort((one, other) => Number(other.services.length > 0) - Number(one.services.length > 0) || one.socket.localeCompare(other.socket));
        return html`<section class="points"><h2>${t(`points.${kind}`)}</h2><p class="quiet">${t(`points.${kind}.text`)}</p>
          <ul class="cards">${points.map(point => this.point(point))}</ul></section>`;
      })}</div></div>`;
  }

  point(point) {
    return html`<li class="card point"><div class="what"><h3>${socketWords(point.socket)}</h3><p class="quiet small"><code title=${point.type}>${point.socket}</code></p></div>
      ${point.services.length ? html`<ul class="servers">${point.services.map(service => html`<li>
          ${service.plugin === 'core' ? html`<span>${t('deliveries.core')}</span>` : html`<a href="/admin/plugins/${service.plugin}/activity">${service.plugin}</a>`}
          ${service.calls ? html`<span class="quiet small">${t('points.calls', { count: service.calls.total, total: number(service.calls.total) })} · ${t('calls.p99')} ${duration(service.calls.latency.p99)}</span>
            ${Object.values(service.calls.failures).some(Boolean) ? html`<span>${failures(service.calls)}</span>` : nothing}${service.calls.breaker === 'closed' ? nothing : breaker(service.calls.breaker)}` : nothing}</li>`)}</ul>`
        : html`<p class="quiet">${t('points.nobody')}</p>`}</li>`;
  }
}
customElements.define('sb-extension-points', ExtensionPoints);
