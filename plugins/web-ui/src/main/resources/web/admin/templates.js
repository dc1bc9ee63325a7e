/** Templates for replies: who has them, for what they are, and how each reads once it is filled in. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { categories, categoryName, teamName, teams } from '../data/catalogue.js';
import { all, may } from '../data/session.js';
import { LANGUAGES, t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import './record.js';
import './template-preview.js';

const FORMATS = ['markdown', 'text', 'html'];
const PLACES = ['ticket.number', 'ticket.subject', 'ticket.status', 'ticket.solution', 'ticket.expected', 'requester.name', 'agent.name', 'agent.signature', 'desk.address'];

class Templates extends AdminPage {
  static properties = { words: { state: true } };

  right = 'template.use';

  constructor() {
    super();
    this.words = '';
  }

  load = async () => {
    const [items, filed, staffed] = await Promise.all([all('/templates'), categories(), teams()]);
    return { items, filed, staffed };
  };

  titled = () => t('admin.place.templates');

  page() {
    const { items } = this.found;
    const words = this.words.toLowerCase().trim();
    const fitting = items.filter(one => `${one.name} ${one.body}`.toLowerCase().includes(words));
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('templates.add')}</button>`)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('templates.text')}</p>
        ${items.length > 5 ? html`<div class="filters"><input type="search" aria-label=${t('templates.find')} placeholder=${t('templates.find')} maxlength="100" @input=${event => { this.words = event.target.value; }}></div>` : nothing}
        ${fitting.length ? html`<ul class="cards">${fitting.map(one => this.row(one))}</ul>` : items.length ? emptyState('search', t('templates.nothing'), t('templates.nothing.text')) : emptyState('saved', t('templates.none'), t('templates.none.text'))}</div>
      <sb-record></sb-record></div>`;
  }

  row(one) {
    return html`<li class="card template ${one.active ? '' : 'gone'}"><div class="what"><h2><button type="button" class="as-link" @click=${() => this.edit(one)}>${one.name}</button>
        ${one.active ? nothing : html`<span class="tag">${t('catalog.inactive')}</span>`}</h2>
      <p class="quiet first-words" dir="auto">${one.body}</p>
      <p class="quiet small">${this.reachOf(one)}${one.category ? html` · ${categoryName(one.category)}` : nothing}${one.language ? html` · ${this.languageOf(one.language)}` : nothing}</p></div></li>`;
  }

  reachOf = one => one.reach === 'team' ? teamName(one.team) ?? t('reach.team') : t(`reach.${one.reach}`);

  languageOf = id => LANGUAGES.find(([known]) => known === id)?.[1] ?? id;

  mayChange = one => !one || one.reach === 'own' || may('template.edit');

  get schema() {
    const { filed, staffed } = this.found;
    const reaches = may('template.edit') ? ['own', 'team', 'everybody'] : ['own'];
    return { required: ['name', 'body'], properties: {
      name: { type: 'string', title: t('people.name') },
      body: { type: 'string', format: 'multiline', title: t('templates.body'), description: t('templates.body.hint', { places: PLACES.map(place => `{{${place}}}`).join(' ') }) },
      reach: { type: 'string', title: t('templates.reach'), oneOf: reaches.map(id => ({ const: id, title: t(`reach.${id}`) })) },
      team: { type: 'string', title: t('ticket.team'), description: t('templates.team.hint'), oneOf: [{ const: null, title: t('none') }, ...staffed.map(({ id, name }) => ({ const: id, title: name }))] },
      category: { type: 'string', title: t('ticket.category'), description: t('templates.category.hint'), oneOf: [{ const: null, title: t('templates.any') }, ...filed.map(({ id }) => ({ const: id, title: categoryName(id) }))] },
      language: { type: 'string', title: t('prefer.language'), description: t('templates.language.hint'), oneOf: [{ const: null, title: t('templates.any') }, ...LANGUAGES.map(([id, name]) => ({ const: id, title: name }))] },
      format: { type: 'string', title: t('templates.format'), oneOf: FORMATS.map(id => ({ const: id, title: t(`format.${id}`) })) },
      place: { type: 'integer', title: t('templates.place'), description: t('templates.place.hint') },
      active: { type: 'boolean', title: t('catalog.active'), description: t('templates.active.hint') },
    } };
  }

  async edit(one) {
    const still = !this.mayChange(one);
    const changed = await this.querySelector('sb-record').show({ collection: '/templates', entry: one?.id ?? null, schema: this.schema, still, wide: true,
      title: one ? one.name : t('templates.add'), defaults: { active: true, format: 'markdown', reach: may('template.edit') ? 'everybody' : 'own', place: 0, team: null, category: null, language: null },
      below: { body: ({ body, format }) => html`<sb-template-preview .body=${body} .format=${format}></sb-template-preview>` },
      removal: one && !still ? { title: t('catalog.remove.ask', { name: one.name }), text: t('templates.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    await this.refresh();
  }
}
customElements.define('sb-templates', Templates);
