/** Views that are kept under a name: whose they are, and which tickets they show. */
import { html, nothing } from 'lit';
import { until } from 'lit/directives/until.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { teamName, teams } from '../data/catalogue.js';
import { all } from '../data/session.js';
import { t } from '../text/index.js';
import { CONDITIONS, KEYS, ofView } from '../desk/filter/conditions.js';
import '../desk/filter/sentence.js';
import { COLUMNS, GROUPINGS, SORTS, USUAL_COLUMNS } from '../desk/views.js';
import { AdminPage, heading } from './page.js';
import './record.js';

const ANYTHING = { builtIn: true, id: 'all' };

class SharedViews extends AdminPage {
  right = 'template.edit';

  load = async () => {
    const [items, staffed] = await Promise.all([all('/views'), teams()]);
    return { items: items.filter(view => !view.builtIn), staffed };
  };

  titled = () => t('admin.place.views');

  page() {
    const { items } = this.found;
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('views.add')}</button>`)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('views.text')}</p>
        ${items.length ? html`<ul class="cards">${items.map(one => this.row(one))}</ul>` : emptyState('filter', t('views.none'), t('views.none.text'))}</div>
      <sb-record></sb-record></div>`;
  }

  row(one) {
    const reach = one.reach === 'team' ? teamName(one.team) ?? t('reach.team') : t(`reach.${one.reach}`);
    return html`<li class="card template"><div class="what"><h2><button type="button" class="as-link" @click=${() => this.edit(one)}>${one.name}</button>
        ${one.missing.length ? html`<span class="tag">${t('views.missing')}</span>` : nothing}</h2>
      <p class="quiet">${this.sentence(one)}</p><p class="quiet small">${reach}</p></div></li>`;
  }

  /** Its conditions in one line. */
  sentence(one) {
    const conditions = ofView(one);
    const words = Object.keys(CONDITIONS).filter(key => conditions[key]).map(key => html` ${t(`filter.${key}`)} ${until(Promise.resolve(CONDITIONS[key].words(conditions[key])), conditions[key])}`);
    return html`${t(`view.${conditions.view}`)}${words}`;
  }

  get schema() {
    const { staffed } = this.found;
    return { required: ['name'], properties: {
      name: { type: 'string', title: t('people.name') },
      conditions: { title: t('views.conditions'), draw: part => this.conditions(part) },
      columns: { type: 'array', title: t('views.columns'), items: { oneOf: COLUMNS.map(id => ({ const: id, title: t(`column.${id}`) })) } },
      grouping: { type: 'string', title: t('views.grouping'), oneOf: [{ const: null, title: t('views.no-grouping') }, ...GROUPINGS.map(id => ({ const: id, title: t(`column.${id}`) }))] },
      reach: { type: 'string', title: t('views.reach'), oneOf: ['own', 'team', 'everybody'].map(id => ({ const: id, title: t(`reach.${id}`) })) },
      team: { type: 'string', title: t('ticket.team'), description: t('templates.team.hint'), oneOf: [{ const: null, title: t('none') }, ...staffed.map(({ id, name }) => ({ const: id, title: name }))] },
      place: { type: 'integer', title: t('templates.place'), description: t('templates.place.hint') },
    } };
  }

  /** The sentence of the lists, and their order. What was demanded before is taken away by null, since the API merges. */
  conditions({ value, found, errors, edit }) {
    const gone = Object.fromEntries(Object.keys(found ?? {}).map(key => [key, null]));
    const put = next => edit({ ...gone, ...next });
    const present = Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one !== null && one !== undefined));
    const filter = { view: 'all', ...Object.fromEntries(Object.entries(present).filter(([key]) => KEYS.includes(key)).map(([key, one]) => [key, String(one)])) };
    const sort = present.sort ?? 'updated';
    return html`<fieldset class="field"><legend class="label">${t('views.conditions')}</legend>
      <sb-sentence bare .about=${ANYTHING} .filter=${filter} @filter=${event => { event.stopPropagation(); put({ ...event.detail ?? { view: 'all' }, sort }); }}></sb-sentence>
      <label class="piece">${t('views.sort')} <select @change=${event => put({ ...present, sort: event.target.value })}>${SORTS.map(id => html`<option value=${id} ?selected=${id === sort}>${t(`sort.${id}`)}</option>`)}</select></label>
      ${errors.map(error => html`<p class="wrong" lang="en">${icon('overdue')} ${error.message}</p>`)}</fieldset>`;
  }

  async edit(one) {
    const changed = await this.querySelector('sb-record').show({ collection: '/views', entry: one?.id ?? null, schema: this.schema, wide: true,
      title: one ? one.name : t('views.add'), defaults: { reach: 'everybody', place: 0, team: null, grouping: null, columns: USUAL_COLUMNS, conditions: { view: 'open', sort: 'updated' } },
      removal: one ? { title: t('catalog.remove.ask', { name: one.name }), text: t(`view.remove.${one.reach === 'own' ? 'own' : 'shared'}`) } : null });
    if (!changed) return;
    toast(t('record.saved'));
    await this.refresh();
  }
}
customElements.define('sb-shared-views', SharedViews);
