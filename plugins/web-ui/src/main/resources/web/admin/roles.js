/** Roles and their rights, as a matrix: what is turned is saved for all roles together. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../kit/icons.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { roleName } from './names.js';
import { AdminPage, heading, refusal } from './page.js';
import './record.js';

class Roles extends AdminPage {
  static properties = { edits: { state: true }, one: { state: true }, refused: { state: true }, saving: { state: true } };

  right = 'people.read';

  constructor() {
    super();
    this.edits = new Map();
  }

  load = () => get('/roles').then(page => page.items);

  titled = () => t('admin.place.roles');

  /** All rights that some role has; the administrator's has nearly all. */
  get rights() {
    return [...new Set(this.found.flatMap(role => role.rights))].sort();
  }

  /** On a phone one role is shown at a time. */
  get shown() {
    return this.one ?? this.found.find(role => role.id === 'agent')?.id ?? this.found[0]?.id;
  }

  rightsOf(role) {
    return this.edits.get(role.id) ?? new Set(role.rights);
  }

  changed(role) {
    const now = this.rightsOf(role);
    return now.size !== role.rights.length || role.rights.some(right => !now.has(right));
  }

  turn(role, right, on) {
    const rights = new Set(this.rightsOf(role));
    if (on) rights.add(right);
    else rights.delete(right);
    this.edits = new Map(this.edits).set(role.id, rights);
  }

  async save() {
    this.saving = true;
    this.refused = null;
    try {
      for (const role of this.found.filter(one => this.changed(one))) {
        const { version } = await call('GET', `/roles/${role.id}`);
        await call('PATCH', `/roles/${role.id}`, { body: { rights: [...this.rightsOf(role)] }, version });
        await this.refresh();
      }
      this.edits = new Map();
      toast(t('roles.saved'));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.saving = false;
    }
  }

  page() {
    const mayEdit = may('role.edit');
    const groups = this.grouped();
    const changed = this.found.filter(role => this.changed(role)).length;
    return html`<div class="admin-page">${heading(this.titled(), mayEdit ? html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('roles.add')}</button>` : nothing)}
      <div class="admin-scroll matrix-page" tabindex="0"><p class="lead">${t('roles.text')}</p>${refusal(this.refused)}
        <div class="role-choice field"><label for="role-choice">${t('roles.role')}</label><select id="role-choice" @change=${event => { this.one = event.target.value; }}>${this.found.map(role => html`<option value=${role.id} ?selected=${role.id === this.shown}>${roleName(role)}</option>`)}</select></div>
        <div class="matrix-frame" tabindex="0" role="region" aria-label=${this.titled()}><table class="matrix"><thead><tr><th scope="col">${t('roles.right')}</th>${this.found.map(role => html`<th scope="col" class=${role.id === this.shown ? '' : 'other'}>
            <button type="button" class="as-link" @click=${() => this.edit(role)}>${roleName(role)}</button>${this.changed(role) ? html`<span class="tag changed">${t('settings.changed')}</span>` : nothing}</th>`)}</tr></thead>
          ${groups.map(([group, rights]) => html`<tbody><tr class="group"><th colspan=${this.found.length + 1} scope="rowgroup">${t(`roles.group.${group}`, {}, group)}</th></tr>
            ${rights.map(right => html`<tr><th scope="row">${t(`right.${right}`, {}, right)}<span class="quiet small">${right}</span></th>${this.found.map(role => html`<td class="${this.rightsOf(role).has(right) !== role.rights.includes(right) ? 'turned' : ''} ${role.id === this.shown ? '' : 'other'}">
              <input type="checkbox" aria-label=${`${roleName(role)}: ${t(`right.${right}`, {}, right)}`} ?disabled=${!mayEdit} .checked=${live(this.rightsOf(role).has(right))} @change=${event => this.turn(role, right, event.target.checked)}></td>`)}</tr>`)}</tbody>`)}</table></div>
        ${mayEdit ? html`<div class="save-bar"><span class="quiet" role="status">${changed ? t('roles.unsaved', { count: changed }) : t('settings.as-stored')}</span>
          <button type="button" ?disabled=${!changed || this.saving} @click=${() => { this.edits = new Map(); }}>${t('settings.discard')}</button>
          <button type="button" class="primary" ?disabled=${!changed || this.saving} @click=${() => this.save()}>${t(this.saving ? 'settings.saving' : 'settings.save')}</button></div>` : nothing}</div><sb-record></sb-record></div>`;
  }

  grouped() {
    const groups = new Map();
    this.rights.forEach(right => groups.set(right.split('.')[0], [...groups.get(right.split('.')[0]) ?? [], right]));
    return [...groups];
  }

  async edit(role) {
    const schema = { required: ['id', 'name'], properties: {
      name: { type: 'string', title: t('people.name') },
      id: { type: 'string', title: t('plugin.id'), description: t('roles.id.hint'), onlyNew: true },
      ...(role ? {} : { rights: { type: 'array', title: t('roles.rights'), items: { type: 'string', oneOf: this.rights.map(right => ({ const: right, title: t(`right.${right}`, {}, right) })) } } }),
    } };
    const changed = await this.querySelector('sb-record').show({ collection: '/roles', entry: role?.id ?? null, title: role ? roleName(role) : t('roles.add'), schema, defaults: { rights: [] },
      still: !may('role.edit'), removal: may('role.edit') && role && !role.builtIn ? { title: t('roles.remove.ask', { name: role.name }), text: t('roles.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    await this.refresh();
  }
}
customElements.define('sb-roles', Roles);
