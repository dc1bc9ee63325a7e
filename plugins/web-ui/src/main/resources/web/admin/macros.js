/** Macros: several steps in one, with what they would do to a ticket before they are kept. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { agents, categories, products, profiles, teamName, teams } from '../data/catalogue.js';
import { all, may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import './record.js';
import './macro-steps.js';
import './macro-preview.js';
import { kindOf } from './steps.js';

class Macros extends AdminPage {
  right = 'template.edit';

  load = async () => {
    const [items, templates, filed, sold, lifecycles, staffed, people] = await Promise.all([all('/macros'), all('/templates'), categories(), products(), profiles(), teams(), agents()]);
    return { items, choices: { templates, categories: filed, products: sold, profiles: lifecycles, teams: staffed, agents: people.filter(one => one.active) } };
  };

  titled = () => t('admin.place.macros');

  page() {
    const { items } = this.found;
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('macros.add')}</button>`)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('macros.text')}</p>
        ${items.length ? html`<ul class="cards">${items.map(one => this.row(one))}</ul>` : emptyState('play', t('macros.none'), t('macros.none.text'))}</div>
      <sb-record></sb-record></div>`;
  }

  row(one) {
    const reach = one.reach === 'team' ? teamName(one.team) ?? t('reach.team') : t(`reach.${one.reach}`);
    return html`<li class="card template ${one.active ? '' : 'gone'}"><div class="what"><h2><button type="button" class="as-link" @click=${() => this.edit(one)}>${one.name}</button>
        ${one.active ? nothing : html`<span class="tag">${t('catalog.inactive')}</span>`}</h2>
      ${one.description ? html`<p class="quiet">${one.description}</p>` : nothing}
      <p class="quiet small">${reach} · ${one.steps.map(step => t(`macros.step.${kindOf(step)}`)).join(' → ')}</p></div></li>`;
  }

  get schema() {
    const { choices } = this.found;
    return { required: ['name', 'steps'], properties: {
      name: { type: 'string', title: t('people.name') },
      description: { type: 'string', title: t('macros.description'), description: t('macros.description.hint') },
      steps: { title: t('macros.steps'), draw: ({ value, errors, still, edit }) => html`<sb-macro-steps .steps=${value ?? []} .errors=${errors} .still=${still} .choices=${choices} @steps=${event => edit(event.detail)}></sb-macro-steps>` },
      reach: { type: 'string', title: t('macros.reach'), oneOf: ['own', 'team', 'everybody'].map(id => ({ const: id, title: t(`reach.${id}`) })) },
      team: { type: 'string', title: t('ticket.team'), description: t('templates.team.hint'), oneOf: [{ const: null, title: t('none') }, ...choices.teams.map(({ id, name }) => ({ const: id, title: name }))] },
      place: { type: 'integer', title: t('templates.place'), description: t('templates.place.hint') },
      active: { type: 'boolean', title: t('catalog.active'), description: t('templates.active.hint') },
    } };
  }

  async edit(one) {
    const still = Boolean(one) && one.reach !== 'own' && !may('template.edit');
    const changed = await this.querySelector('sb-record').show({ collection: '/macros', entry: one?.id ?? null, schema: this.schema, still, wide: true,
      title: one ? one.name : t('macros.add'), defaults: { active: true, reach: 'everybody', place: 0, team: null, steps: [{ reply: { text: '' } }] },
      below: { steps: ({ steps }) => html`<sb-macro-preview .steps=${steps}></sb-macro-preview>` },
      removal: one && !still ? { title: t('catalog.remove.ask', { name: one.name }), text: t('macros.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    await this.refresh();
  }
}
customElements.define('sb-macros', Macros);
