/** The reader's own API tokens: each acts in their name, and is shown once. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { oneTime } from './one-time.js';
import { AdminPage, heading, refusal } from './page.js';

const DAYS = [7, 30, 90, 365];
const DAY = 86_400_000;

class Tokens extends AdminPage {
  static properties = { refused: { state: true }, busy: { state: true } };

  load = () => get('/tokens').then(page => page.items);

  titled = () => t('admin.place.tokens');

  async make(event) {
    event.preventDefault();
    const form = event.target;
    const { name, days } = Object.fromEntries(new FormData(form));
    await this.trying(async () => {
      const expiresAt = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : undefined;
      const { data } = await call('POST', '/tokens', { body: { name, expiresAt }, key: newKey() });
      form.reset();
      await oneTime({ title: t('tokens.made', { name: data.name }), text: t('tokens.made.text'), value: data.token });
    });
  }

  async remove(token) {
    if (!await ask({ title: t('tokens.remove.ask', { name: token.name }), text: t('tokens.remove.text'), yes: t('record.remove'), danger: true })) return;
    await this.trying(async () => {
      await call('DELETE', `/tokens/${token.id}`, { version: 1 });
      toast(t('tokens.removed'));
    });
  }

  async trying(act) {
    this.busy = true;
    this.refused = null;
    try {
      await act();
      await this.refresh();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }

  page() {
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('tokens.text')}</p>${refusal(this.refused)}
      <form class="panel inline-form" @submit=${this.make}><div class="field"><label for="token-name">${t('tokens.name')}</label><input id="token-name" name="name" required maxlength="200" autocomplete="off" placeholder=${t('tokens.name.hint')}></div>
        <div class="field"><label for="token-days">${t('tokens.until')}</label><select id="token-days" name="days">${DAYS.map(days => html`<option value=${days} ?selected=${days === 90}>${t('tokens.days', { count: days })}</option>`)}<option value="">${t('tokens.never')}</option></select></div>
        <button class="primary" ?disabled=${this.busy}>${icon('key')}${t('tokens.make')}</button></form>
      ${this.found.length ? html`<table class="rows"><thead><tr><th scope="col">${t('tokens.name')}</th><th scope="col">${t('ticket.created')}</th><th scope="col">${t('tokens.used')}</th><th scope="col">${t('tokens.expires')}</th><th scope="col"><span class="only-read">${t('record.remove')}</span></th></tr></thead>
        <tbody>${this.found.map(token => html`<tr><th scope="row">${token.name}</th><td data-label=${t('ticket.created')}>${timeOf(token.createdAt)}</td><td data-label=${t('tokens.used')}>${token.usedAt ? timeOf(token.usedAt) : t('tokens.not-used')}</td>
          <td data-label=${t('tokens.expires')}>${token.expiresAt ? timeOf(token.expiresAt) : t('tokens.never')}</td><td class="end"><button type="button" class="small" aria-label=${t('tokens.remove.of', { name: token.name })} @click=${() => this.remove(token)}>${t('record.remove')}</button></td></tr>`)}</tbody></table>`
        : emptyState('key', t('tokens.none'), t('tokens.none.text'))}</div></div>`;
  }
}
customElements.define('sb-tokens', Tokens);
