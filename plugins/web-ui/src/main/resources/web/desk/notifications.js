/** What the reader was told of tickets, in a panel; who wants it opens it with the event `open-notifications`. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { emptyState, problemNotice, skeletonRows } from '../kit/states.js';
import { timeOf } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { loadNotices, notices, olderNotices, readNotices, readNoticesOf, showNotices } from '../data/notices.js';
import { t } from '../text/index.js';
import { go, place } from './router.js';

const SIGNS = { mention: 'at', referral: 'team', escalation: 'escalate', task: 'done', assigned: 'mine', answered: 'reply', update_due: 'clock' };

/** What happened, in words: by somebody where one knows by whom. */
const words = ({ kind, by, ticket }) => t(by ? `notice.${kind}.by` : `notice.${kind}`, { name: by?.name ?? '', number: ticket.number }, t('notice.other', { number: ticket.number }));

class Notifications extends PageElement {
  static properties = { problem: { state: true }, shown: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow(notices, 'change', () => this.requestUpdate());
    this.follow(notices, 'told', event => this.told(event.detail));
    this.follow(window, 'open-notifications', () => this.open());
    this.follow(place, 'change', () => this.seen());
    this.load().then(() => this.seen());
  }

  async load() {
    try {
      this.problem = null;
      await loadNotices();
    } catch (problem) {
      this.problem = problem;
    }
  }

  open() {
    this.shown = true;
    const dialog = this.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
    this.load();
  }

  close() {
    this.querySelector('dialog').close();
  }

  /** What one looks at already needs no word. */
  told({ kind, number, subject }) {
    if (place.page === 'tickets' && place.id === number && !document.hidden) return;
    toast(`${words({ kind, ticket: { number } })}: ${subject}`, { label: t('notice.open'), run: () => go(`/tickets/${number}`) });
  }

  async seen() {
    if (place.page === 'tickets') await readNoticesOf(place.id).catch(problem => {
      if (!problem.offline) throw problem;
    });
  }

  async visit(event, notice) {
    this.close();
    if (!notice.readAt) await readNotices([notice.id]);
  }

  render() {
    return html`<dialog class="notices" aria-labelledby="notices-title" @close=${() => { this.shown = false; }} @click=${event => event.target.localName === 'dialog' && this.close()}>
      <header><h2 id="notices-title">${t('notice.title')}</h2><button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <div class="tools"><div class="segments">${[false, true].map(only => html`<button type="button" aria-pressed=${notices.onlyUnread === only} @click=${() => showNotices(only)}>${t(only ? 'notice.unread' : 'notice.all')}</button>`)}</div>
        <button type="button" class="plain" ?disabled=${!notices.unread} @click=${() => readNotices()}>${icon('check')}${t('notice.read-all')}</button></div>
      <div class="list" tabindex="-1">${this.shown ? this.list() : nothing}</div></dialog>`;
  }

  list() {
    if (this.problem) return problemNotice(this.problem, () => this.load());
    const { items, next } = notices;
    if (!items) return skeletonRows(5);
    if (!items.length) return emptyState('bell', t('notice.empty'), t('notice.empty.text'));
    return html`<ul>${items.map(notice => this.notice(notice))}</ul>
      ${next ? html`<p class="list-end"><button type="button" class="plain" @click=${olderNotices}>${t('app.more')}</button></p>` : nothing}`;
  }

  notice(notice) {
    return html`<li class=${notice.readAt ? '' : 'unread'}><a href="/desk/tickets/${notice.ticket.number}" @click=${event => this.visit(event, notice)}>
        <span class="sign">${notice.by ? avatar(notice.by.name) : nothing}<span class="kind">${icon(SIGNS[notice.kind] ?? 'bell')}</span></span>
        <span class="explained"><span>${words(notice)}${notice.readAt ? nothing : html`<span class="only-read">, ${t('notice.unread')}</span>`}</span><span class="quiet small subject" dir="auto">${notice.ticket.subject}</span></span>
        <span class="quiet small">${timeOf(notice.at)}</span></a></li>`;
  }
}
customElements.define('sb-notifications', Notifications);

/** The button that opens the panel, with how many were not read. */
class NoticeButton extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    this.follow(notices, 'change', () => this.requestUpdate());
  }

  render() {
    const { unread, more } = notices;
    const label = unread ? t('notice.count', { count: `${unread}${more ? '+' : ''}` }) : t('notice.title');
    return html`<button type="button" class="plain square bell" aria-haspopup="dialog" aria-label=${label} title=${label} @click=${() => this.tell('open-notifications')}>${icon('bell')}
      ${unread ? html`<span class="unread-count" aria-hidden="true">${unread > 9 ? '9+' : unread}</span>` : nothing}</button>`;
  }
}
customElements.define('sb-notice-button', NoticeButton);
