/** Which priority follows from how many are hit and how soon it must be solved. */
import { html, nothing } from 'lit';
import { priorityBadge } from '../kit/badges.js';
import { toast } from '../kit/toast.js';
import { call, Problem } from '../data/api.js';
import { priorityName } from '../data/catalogue.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading, refusal } from './page.js';

const LEVELS = ['high', 'medium', 'low'];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];

class Priorities extends AdminPage {
  static properties = { edits: { state: true }, refused: { state: true }, saving: { state: true }, late: { state: true } };

  right = 'desk.configure';

  constructor() {
    super();
    this.edits = {};
  }

  load = async () => {
    const { data, version } = await call('GET', '/priority-matrix');
    return { matrix: data, version };
  };

  titled = () => t('admin.place.priorities');

  now(impact, urgency) {
    return this.edits[`${impact}.${urgency}`] ?? this.found.matrix[impact][urgency];
  }

  get changed() {
    return LEVELS.flatMap(impact => LEVELS.filter(urgency => this.now(impact, urgency) !== this.found.matrix[impact][urgency])).length;
  }

  async save() {
    this.saving = true;
    this.refused = null;
    this.late = false;
    const body = Object.fromEntries(LEVELS.map(impact => [impact, Object.fromEntries(LEVELS.map(urgency => [urgency, this.now(impact, urgency)]))]));
    try {
      await call('PUT', '/priority-matrix', { body, version: this.found.version });
      this.edits = {};
      toast(t('record.saved'));
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 412) {
        this.late = true;
        await this.refresh();
      } else {
        this.refused = problem;
      }
    } finally {
      this.saving = false;
    }
  }

  page() {
    const mayEdit = may('desk.configure');
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('priorities.text')}</p>${refusal(this.refused)}
      ${this.late ? html`<section class="conflict" role="alert"><h2>${t('record.conflict')}</h2><p>${t('settings.conflict.text')}</p></section>` : nothing}
      <table class="priority-matrix"><caption class="only-read">${this.titled()}</caption><thead><tr><td></td>${LEVELS.map(urgency => html`<th scope="col"><span class="quiet small">${t('new.urgency')}</span>${t(`level.${urgency}`)}</th>`)}</tr></thead>
        <tbody>${LEVELS.map(impact => html`<tr><th scope="row"><span class="quiet small">${t('new.impact')}</span>${t(`level.${impact}`)}</th>${LEVELS.map(urgency => this.cell(impact, urgency, mayEdit))}</tr>`)}</tbody></table>
      ${mayEdit ? html`<div class="save-bar"><span class="quiet" role="status">${this.changed ? t('settings.unsaved', { count: this.changed }) : t('settings.as-stored')}</span>
        <button type="button" ?disabled=${!this.changed || this.saving} @click=${() => { this.edits = {}; }}>${t('settings.discard')}</button>
        <button type="button" class="primary" ?disabled=${!this.changed || this.saving} @click=${() => this.save()}>${t('settings.save')}</button></div>` : nothing}</div></div>`;
  }

  cell(impact, urgency, mayEdit) {
    const value = this.now(impact, urgency);
    return html`<td data-priority=${value} class=${value === this.found.matrix[impact][urgency] ? '' : 'turned'}>${priorityBadge(value)}
      <select aria-label=${t('priorities.cell', { impact: t(`level.${impact}`), urgency: t(`level.${urgency}`) })} ?disabled=${!mayEdit} @change=${event => { this.edits = { ...this.edits, [`${impact}.${urgency}`]: event.target.value }; }}>
        ${PRIORITIES.map(id => html`<option value=${id} ?selected=${id === value}>${id} ${priorityName(id)}</option>`)}</select></td>`;
  }
}
customElements.define('sb-priorities', Priorities);
