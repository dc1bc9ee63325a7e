/** How tickets end: for how long an answer opens them again, and which plugins ask for something before. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { RulesPage } from './rules-page.js';

class Closure extends RulesPage {
  right = 'desk.configure';
  path = '/reopen-window';

  /** The plugins that are asked before a status changes; none for who may not see plugins. */
  besides = async () => {
    if (!may('plugin.read')) return null;
    const [points, plugins] = await Promise.all([get('/extension-points'), get('/plugins')]);
    const guards = points.items.find(point => point.socket === 'TransitionGuard')?.services.map(service => service.plugin) ?? [];
    return [...new Set(guards)].map(id => ({ id, name: plugins.items.find(plugin => plugin.id === id)?.name ?? id }));
  };

  titled = () => t('admin.place.closure');

  get words() {
    return t('closure-rules.text');
  }

  get schema() {
    return { properties: { days: { type: 'integer', title: t('closure-rules.days'), description: t('closure-rules.days.hint') } } };
  }

  after() {
    const guards = this.found.more;
    if (!guards) return nothing;
    return html`<section class="panel rules" aria-labelledby="guards-title"><h2 id="guards-title">${t('closure-rules.guards')}</h2>
      ${guards.length ? html`<p>${t('closure-rules.guards.text')}</p><ul class="links">${guards.map(guard => html`<li><a href="/admin/plugins/${guard.id}/settings">${icon('plugin')}${guard.name}</a></li>`)}</ul>`
        : html`<p>${t('closure-rules.no-guards')}</p>`}
      <p><a class="button" href="/admin/available">${icon('download')}${t('closure-rules.more')}</a></p></section>`;
  }
}
customElements.define('sb-closure', Closure);
