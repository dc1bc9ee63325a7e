/** Where a ticket was sent up to, while that waits for an answer. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { agents } from '../data/catalogue.js';
import { get } from '../data/api.js';
import { may, session } from '../data/session.js';
import { t } from '../text/index.js';

class Escalations extends PageElement {
  static properties = { ticket: { attribute: false }, items: { state: true }, mine: { state: true } };

  constructor() {
    super();
    this.items = [];
    this.mine = [];
  }

  willUpdate(changed) {
    if (changed.has('ticket')) this.load(this.ticket.id);
  }

  async load(id) {
    try {
      const [found, people] = await Promise.all([get(`/tickets/${id}/escalations`), agents().catch(() => [])]);
      if (this.ticket.id !== id) return;
      this.items = found.items.filter(one => one.state === 'open');
      this.mine = people.find(person => person.id === session.user.id)?.teams ?? [];
    } catch (problem) {
      if (!problem.offline && problem.status !== 403 && problem.status !== 404) throw problem;
    }
  }

  /** Only who was asked answers, and who sees everything: the server says the same. */
  mayAnswer(escalation) {
    return may('ticket.assign') && (this.mine.includes(escalation.to?.id) || may('ticket.read_all'));
  }

  render() {
    if (!this.items.length) return nothing;
    return html`${this.items.map(one => html`<section class="escalated"><h2>${icon('escalate')}${t(`act.escalated.${one.kind}`, { team: one.to?.name ?? '' })}</h2>
      <p>${t(`act.reason.${one.reason}`, {}, one.reason)}: ${one.explanation}</p>
      <p class="quiet small">${one.by?.name ?? (one.plugin ? t('actor.plugin', { name: one.plugin }) : t('actor.system'))} · ${timeOf(one.at)}</p>
      ${this.mayAnswer(one) ? html`<p class="actions"><button type="button" @click=${() => this.tell('answer-escalation', ['takeOn', one])}>${t('act.takeOn.do')}</button>
        <button type="button" class="plain" @click=${() => this.tell('answer-escalation', ['sendBack', one])}>${t('act.sendBack.do')} …</button></p>` : nothing}</section>`)}`;
  }
}
customElements.define('sb-escalations', Escalations);
