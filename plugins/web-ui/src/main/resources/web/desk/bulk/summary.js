/** What could not be done to which of many tickets, why, and how to go on. Tells `again` with a change, its name and the tickets. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import { statusName } from '../../data/catalogue.js';
import { t } from '../../text/index.js';
import { asTheyAre, byReason } from './changes.js';

class Summary extends PageElement {
  static properties = { outcome: { state: true }, working: { state: true } };

  async show(outcome) {
    this.outcome = outcome;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  get worthAgain() {
    return this.outcome.refused.filter(one => one.code === 'stale-version' || one.offline);
  }

  /** Those that had changed meanwhile are read first: the change is made to them as they are now. */
  async again() {
    this.working = true;
    const items = await asTheyAre(this.worthAgain.map(one => one.item));
    this.working = false;
    this.close();
    const { change, name } = this.outcome;
    this.tell('again', [change, name, items]);
  }

  /** What happens often is said in the reader's language, the rest in the words of the server. */
  why({ item, code, title, offline }) {
    if (offline) return t('app.offline');
    return t(`bulk.refused.${code}`, { status: statusName(item.profile, item.status), name: this.outcome.name }, title);
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    if (!this.outcome) return nothing;
    const { changed, refused, name } = this.outcome;
    const again = this.worthAgain.length;
    return html`<dialog class="action" aria-labelledby="summary-title"><header><h2 id="summary-title">${t('bulk.summary.title', { count: refused.length })}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <div class="body">${changed.length ? html`<p class="done-line field">${icon('done')}${t('bulk.done', { count: changed.length, name })}</p>` : nothing}
        ${byReason(refused, one => this.why(one)).map(([title, items]) => html`<section class="refusal"><h3>${title}</h3><ul>${items.map(item => html`<li>
          <a href="/desk/tickets/${item.number}" @click=${this.close}><span class="quiet">${item.number}</span> <bdi>${item.subject}</bdi></a></li>`)}</ul></section>`)}
        <p class="quiet small">${t('bulk.summary.kept')}</p>
        <p class="actions"><button type="button" @click=${this.close}>${t('app.close')}</button>
          ${again ? html`<button type="button" class="primary" ?disabled=${this.working} @click=${this.again}>${t('bulk.summary.again', { count: again })}</button>` : nothing}</p></div></dialog>`;
  }
}
customElements.define('sb-bulk-summary', Summary);
