/** Who works at the desk: their account, what they may, where they belong and what they know. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { forget, loadNames } from '../data/catalogue.js';
import { all, may } from '../data/session.js';
import { t } from '../text/index.js';
import { certificatesField, hoursField, skillsField, zoneField } from './agent-fields.js';
import { roleName } from './names.js';
import { AdminPage, heading } from './page.js';
import { oneTime } from './one-time.js';
import './absences.js';
import './record.js';

class People extends AdminPage {
  static properties = { words: { state: true }, gone: { state: true } };

  right = 'people.read';

  constructor() {
    super();
    this.words = '';
  }

  load = async () => {
    const [people, teams, roles] = await Promise.all([all('/agents'), all('/teams'), get('/roles').then(page => page.items)]);
    return { people, teams, roles };
  };

  titled = () => t('admin.place.people');

  page() {
    const { people } = this.found;
    const words = this.words.toLowerCase().trim();
    const fitting = people.filter(one => `${one.name} ${one.email ?? ''} ${this.teamsOf(one)} ${this.rolesOf(one)}`.toLowerCase().includes(words) && (this.gone || one.active));
    const inactive = people.filter(one => !one.active).length;
    return html`<div class="admin-page">${heading(this.titled(), may('people.edit') ? html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('people.add')}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><div class="filters"><input type="search" aria-label=${t('people.find')} placeholder=${t('people.find')} maxlength="200" @input=${event => { this.words = event.target.value; }}>
          ${inactive ? html`<label class="switch"><input type="checkbox" @change=${event => { this.gone = event.target.checked; }}>${t('people.inactive', { count: inactive })}</label>` : nothing}</div>
        ${fitting.length ? html`<table class="rows"><thead><tr><th scope="col">${t('people.name')}</th><th scope="col">${t('people.roles')}</th><th scope="col">${t('people.teams')}</th><th scope="col">${t('people.skills')}</th></tr></thead>
          <tbody>${fitting.map(one => this.row(one))}</tbody></table>` : emptyState('search', t('people.nobody'), t('people.nobody.text'))}</div>
      <sb-record></sb-record></div>`;
  }

  row(one) {
    return html`<tr class=${one.active ? '' : 'gone'}><th scope="row"><span class="person">${avatar(one.name)}<span><button type="button" class="as-link" @click=${() => this.edit(one)}><bdi>${one.name}</bdi></button>${one.senior ? html` <span class="tag">${t('people.senior')}</span>` : nothing}${one.active ? nothing : html` <span class="tag">${t('people.gone')}</span>`}<br><span class="quiet small">${one.email ?? t('people.no-email')}</span></span></span></th>
      <td data-label=${t('people.roles')}>${this.rolesOf(one)}</td><td data-label=${t('people.teams')}>${this.teamsOf(one) || '–'}</td>
      <td data-label=${t('people.skills')}>${Object.entries(one.skills).sort().map(([skill, level]) => html`<span class="tag">${skill} ${level}</span> `)}${one.languages.map(language => html`<span class="tag">${language}</span> `)}${Object.keys(one.skills).length + one.languages.length ? nothing : '–'}</td></tr>`;
  }

  teamsOf = one => one.teams.map(id => this.found.teams.find(team => team.id === id)?.name ?? id).join(', ');

  rolesOf = one => one.roles.map(id => this.named.find(role => role.id === id)?.name ?? id).join(', ');

  /** The roles as their reader calls them. */
  get named() {
    return this.found.roles.map(role => ({ ...role, name: roleName(role) }));
  }

  schema(one) {
    const choices = list => list.map(({ id, name }) => ({ const: id, title: name }));
    return { required: ['name'], properties: {
      name: { type: 'string', title: t('people.name') },
      email: { type: 'string', format: 'email', title: t('people.email'), description: t('people.email.hint') },
      password: { type: 'string', format: 'password', writeOnly: true, onlyNew: true, title: t('people.password'), description: t('people.password.hint') },
      roles: { type: 'array', title: t('people.roles'), items: { type: 'string', oneOf: choices(this.named.filter(role => role.id !== 'customer')) }, description: t('people.roles.hint') },
      teams: { type: 'array', title: t('people.teams'), items: { type: 'string', oneOf: choices(this.found.teams) } },
      languages: { type: 'array', title: t('people.languages'), items: { type: 'string' }, description: t('people.languages.hint') },
      senior: { type: 'boolean', title: t('people.senior'), description: t('people.senior.hint') },
      skills: skillsField(),
      certificates: certificatesField(),
      zone: zoneField(one?.zone),
      workingHours: hoursField(),
      active: { type: 'boolean', title: t('people.active'), description: t('people.active.hint') },
      signature: { type: 'string', format: 'multiline', title: t('people.signature') },
    } };
  }

  async edit(one) {
    const changed = await this.querySelector('sb-record').show({ collection: '/agents', entry: one?.id ?? null, title: one ? one.name : t('people.add'), schema: this.schema(one),
      defaults: { roles: ['agent'], teams: [], active: true, senior: false }, still: !may('people.edit'), wide: true,
      more: (found, form) => html`<sb-absences .person=${found} .still=${!may('people.edit')}></sb-absences>${may('people.edit') ? this.account(found, form) : nothing}` });
    if (!changed) return;
    toast(t('record.saved'));
    forget();
    await Promise.all([this.refresh(), loadNames()]);
  }

  /** What can be done with somebody's account. */
  account(person, form) {
    return html`<section class="account"><h3>${t('people.account')}</h3><div class="ways">
      <button type="button" @click=${() => this.invite(person, form)}>${icon('send')}${t('people.invite')}</button>
      <button type="button" @click=${() => this.end(form, 'DELETE', `/people/${person.id}/sessions`, 'people.sign-out', person)}>${icon('out')}${t('people.sign-out')}</button>
      <button type="button" @click=${() => this.end(form, 'DELETE', `/people/${person.id}/second-factor`, 'people.second-factor', person)}>${icon('key')}${t('people.second-factor')}</button></div></section>`;
  }

  async invite(person, form) {
    try {
      const { data } = await call('POST', '/invitations', { body: { person: person.id }, key: newKey() });
      if (data.mailed) toast(t('people.invited', { email: person.email }));
      else await oneTime({ title: t('people.invite.link', { name: person.name }), text: t('people.invite.link.text'), value: `${location.origin}/invitation/${data.token}`, until: data.expiresAt });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      form.problem = problem;
    }
  }

  async end(form, method, path, text, person) {
    if (!await ask({ title: t(`${text}.ask`, { name: person.name }), text: t(`${text}.text`), yes: t(text) })) return;
    try {
      await call(method, path);
      toast(t(`${text}.done`, { name: person.name }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      form.problem = problem;
    }
  }
}
customElements.define('sb-people', People);
