/** Keeping a view: its name, who has it, and what it shows; and doing away with one. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import { toast } from '../../kit/toast.js';
import { call, newKey, Problem } from '../../data/api.js';
import { teams } from '../../data/catalogue.js';
import { may } from '../../data/session.js';
import { t } from '../../text/index.js';
import { go } from '../router.js';

class KeepView extends PageElement {
  static properties = { about: { state: true }, anew: { state: true }, removing: { state: true }, reach: { state: true }, teams: { state: true }, problem: { state: true }, working: { state: true } };

  /** Asks for what is still missing; a view that is there already is changed with its name and reach. */
  async ask({ about, anew, conditions, sort, columns, grouping }) {
    Object.assign(this, { about, anew, removing: false, problem: null, content: { conditions: { ...conditions, sort }, columns, grouping: grouping === 'none' ? null : grouping }, reach: anew ? 'own' : about.reach });
    this.key = newKey();
    await this.show();
  }

  async remove(about) {
    Object.assign(this, { about, removing: true, problem: null });
    await this.show();
  }

  async show() {
    this.teams ??= may('template.edit') ? await teams().catch(() => []) : [];
    await this.updateComplete;
    const name = this.querySelector('#view-name');
    if (name) name.value = this.anew ? '' : this.about.name;
    this.querySelector('dialog').showModal();
    this.querySelector('input, button.primary')?.focus();
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.working = true;
    this.problem = null;
    try {
      const to = await (this.removing ? this.removed() : this.kept(form));
      this.close();
      window.dispatchEvent(new Event('views-changed'));
      go(`/views/${to}`, { instead: true });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.working = false;
    }
  }

  async kept(form) {
    const body = { ...this.content, name: form.get('name').trim(), reach: this.reach, team: this.reach === 'team' ? form.get('team') : null };
    // Conditions are replaced as a whole: null takes away what the view demanded before.
    if (!this.anew) body.conditions = { ...Object.fromEntries(Object.keys(this.about.conditions).map(key => [key, null])), ...body.conditions };
    const { data } = await (this.anew ? call('POST', '/views', { body, key: this.key })
      : call('PATCH', `/views/${this.about.id}`, { body, version: this.about.version }));
    toast(t('view.kept', { name: data.name }));
    return data.id;
  }

  async removed() {
    await call('DELETE', `/views/${this.about.id}`, { version: this.about.version });
    toast(t('view.removed', { name: this.about.name }));
    return 'mine';
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    if (!this.about) return nothing;
    const title = t(this.removing ? 'view.remove.title' : this.anew ? 'view.save-as' : 'view.save', { name: this.about.name });
    return html`<dialog class="action" aria-labelledby="keep-title"><header><h2 id="keep-title">${title}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <form @submit=${this.send}><div class="body">${this.removing ? html`<p>${t(`view.remove.${this.about.reach === 'own' ? 'own' : 'shared'}`)}</p>` : this.fields()}
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.offline ? t('app.offline') : this.problem.errors.map(error => error.message).join(' ') || this.problem.detail || this.problem.message}</p>` : nothing}
        <p class="actions"><button type="button" @click=${this.close}>${t('app.cancel')}</button>
          <button class="primary" ?disabled=${this.working}>${t(this.removing ? 'view.remove.do' : 'view.save')}</button></p></div></form></dialog>`;
  }

  fields() {
    const shared = may('template.edit');
    const reaches = ['own', ...shared && this.teams?.length ? ['team'] : [], ...shared ? ['everybody'] : []];
    return html`<div class="field"><label for="view-name">${t('view.name')}</label><input id="view-name" name="name" required maxlength="200" autocomplete="off"></div>
      ${reaches.length > 1 ? html`<fieldset class="field"><legend class="label">${t('view.reach')}</legend><div class="choices">${reaches.map(reach => html`
        <label class="choice"><input type="radio" name="reach" .checked=${this.reach === reach} @change=${() => { this.reach = reach; }}><span class="explained"><span>${t(`view.reach.${reach}`)}</span></span></label>`)}</div></fieldset>` : nothing}
      ${this.reach === 'team' ? html`<div class="field"><label for="view-team">${t('ticket.team')}</label><select id="view-team" name="team">${this.teams.map(team => html`<option value=${team.id} ?selected=${team.id === this.about.team}>${team.name}</option>`)}</select></div>` : nothing}
      <p class="quiet small">${t('view.save.hint')}</p>`;
  }
}
customElements.define('sb-keep-view', KeepView);
