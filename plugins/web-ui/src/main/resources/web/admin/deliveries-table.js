/** Who is told of what happens at the desk, how far each is behind, and what waits for a person. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, get, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { number } from './names.js';
import { refusal } from './page.js';

const MOST = 1000;
const capped = count => count >= MOST ? `${number(MOST)}+` : number(count);

/** A list of subscriptions. */
export const deliveriesTable = (reactions, withPlugin = true) => html`<ul class="cards">${reactions.map(reaction => html`<li class="card delivery" data-condition=${reaction.parked ? 'red' : reaction.state === 'lapsed' ? 'yellow' : 'well'}>
  <div class="what"><h3>${reaction.name}${withPlugin ? html` <span class="quiet">${reaction.plugin === 'core' ? t('deliveries.core') : html`<a href="/admin/plugins/${reaction.plugin}">${reaction.plugin}</a>`}</span>` : nothing}</h3>
    <p class="quiet small">${t(`deliveries.state.${reaction.state}`, {}, reaction.state)}${reaction.node ? ` · ${t('deliveries.node', { node: reaction.node })}` : ''}${reaction.served ? '' : ` · ${t('deliveries.unserved')}`}
      · ${reaction.events.length ? html`<span title=${reaction.events.join(', ')}>${t('deliveries.events', { count: reaction.events.length })}</span>` : t('deliveries.all-events')}</p></div>
  <dl class="mini"><div><dt>${t('deliveries.backlog')}</dt><dd>${capped(reaction.backlog)}${reaction.oldest ? html` <span class="quiet small">${timeOf(reaction.oldest)}</span>` : nothing}</dd></div>
    <div><dt>${t('deliveries.parked')}</dt><dd class=${reaction.parked ? 'wrong' : ''}>${capped(reaction.parked)}</dd></div></dl>
  ${reaction.parked ? html`<sb-parked .reaction=${reaction.id} .count=${reaction.parked}></sb-parked>` : nothing}</li>`)}</ul>`;

/** What is parked for a subscription: each to be tried again, or given up. */
class Parked extends PageElement {
  static properties = { reaction: {}, count: {}, rows: { state: true }, problem: { state: true }, busy: { state: true } };

  async show(event) {
    if (!event.target.open) return;
    await this.load();
  }

  willUpdate(changed) {
    if (changed.has('count') && this.rows) this.load();
  }

  async load() {
    await this.trying(async () => { this.rows = (await get(`/reactions/${encodeURIComponent(this.reaction)}/parked`)).items; });
  }

  async trying(act) {
    this.busy = true;
    this.problem = null;
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  act(path, said) {
    return this.trying(async () => {
      await call('POST', `/reactions/${encodeURIComponent(this.reaction)}${path}`, path === '/replay' ? { body: {} } : {});
      toast(t(said));
      if (this.rows) this.rows = (await get(`/reactions/${encodeURIComponent(this.reaction)}/parked`)).items;
      this.tell('deliveries-changed');
    });
  }

  async skip(row) {
    if (await ask({ title: t('parked.skip.ask'), text: t('parked.skip.text'), yes: t('parked.skip'), danger: true })) this.act(`/parked/${encodeURIComponent(row)}/skip`, 'parked.skipped');
  }

  render() {
    const mayAct = may('reaction.replay');
    return html`<details class="parked" @toggle=${this.show}><summary>${t('parked.summary', { count: this.count })}</summary>
      <p class="quiet small">${t('parked.text')}</p>${refusal(this.problem)}
      ${mayAct ? html`<p><button type="button" ?disabled=${this.busy} @click=${() => this.act('/replay', 'parked.all-replayed')}>${icon('history')}${t('parked.replay-all')}</button></p>` : nothing}
      <ul class="parked-rows">${(this.rows ?? []).map(row => html`<li><div><strong>${t(`event.${row.type}`, { what: '' }, row.type ?? t('parked.gone'))}</strong> <a href="/desk/tickets/${row.ticket}">${t('parked.ticket')}</a>
          <p class="wrong" lang="en">${row.error ?? ''}</p><p class="quiet small">${t('parked.tried', { count: row.attempts })} · ${timeOf(row.parkedAt)}</p></div>
        ${mayAct ? html`<span class="row-ways"><button type="button" ?disabled=${this.busy} @click=${() => this.act(`/parked/${encodeURIComponent(row.row)}/replay`, 'parked.replayed')}>${t('parked.replay')}</button>
          <button type="button" class="plain" ?disabled=${this.busy} @click=${() => this.skip(row.row)}>${t('parked.skip')}</button></span>` : nothing}</li>`)}</ul></details>`;
  }
}
customElements.define('sb-parked', Parked);
