/** Who asks: how to reach them, and what else they have with us. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar, vipBadge } from '../kit/badges.js';
import { statusIcon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';

const SHOWN = 5;

class Requester extends PageElement {
  static properties = { ticket: { attribute: false }, details: { state: true }, organization: { state: true }, earlier: { state: true } };

  willUpdate(changed) {
    if (changed.has('ticket') && this.ticket.requester && this.known !== this.ticket.requester.id) {
      this.known = this.ticket.requester.id;
      Object.assign(this, { details: null, organization: null, earlier: [] });
      this.load(this.known);
    }
  }

  /** What the reader may not see of a person is left out; the ticket is there without it. */
  async load(id) {
    const optional = path => get(path).catch(() => null);
    const [details, earlier] = await Promise.all([
      may('people.read') ? optional(`/customers/${id}`) : null, optional(`/tickets?requester=${id}&view=all&limit=${SHOWN + 1}`)]);
    if (this.known !== id) return;
    this.details = details;
    this.earlier = (earlier?.items ?? []).filter(ticket => ticket.id !== this.ticket.id).slice(0, SHOWN);
    const organization = details?.organization ?? this.ticket.organization;
    if (organization && may('people.read')) this.organization = await optional(`/organizations/${organization}`);
  }

  render() {
    const person = this.ticket.requester;
    if (!person) return nothing;
    const title = this.details?.attributes?.title;
    return html`<h2>${t('ticket.requester')}</h2><div class="person-card">${avatar(person.name, 'large')}<div>
        <p class="name"><bdi>${person.name}</bdi>${vipBadge(person)}</p>
        <p class="quiet small">${[title, this.organization?.name].filter(Boolean).join(' · ') || person.email}</p></div></div>
      <p class="small reach">${[title, this.organization?.name].some(Boolean) ? html`<a href="mailto:${person.email}">${person.email}</a>` : nothing}
        ${this.details?.phone ? html`<br><a href="tel:${this.details.phone}">${this.details.phone}</a>` : nothing}</p>
      ${this.earlier?.length ? html`<div class="earlier"><h3>${t('ticket.earlier')}</h3><ul>${this.earlier.map(ticket => html`<li>
        <a href="/desk/tickets/${ticket.number}" title=${`${ticket.number} · ${statusName(ticket.profile, ticket.status)}`}>
          <span class="status" data-category="none">${statusIcon(ticket.status)}</span><span class="only-read">${statusName(ticket.profile, ticket.status)}</span>
          <span class="subject" dir="auto">${ticket.subject}</span></a></li>`)}</ul></div>` : nothing}`;
  }
}
customElements.define('sb-requester', Requester);
