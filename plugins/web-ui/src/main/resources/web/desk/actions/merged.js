/** Where a ticket that was merged went on. */
import { html, nothing } from 'lit';
import { get } from '../../data/api.js';
import { t } from '../../text/index.js';

/** The ticket in which the matter goes on, as the history tells it; null if the reader does not see that. */
export async function survivor(ticket) {
  const history = await get(`/tickets/${ticket.id}/history?limit=200`);
  const into = history.items.find(event => event.type === 'ticket.merged' && event.data?.into)?.data.into;
  return into ? get(`/tickets/${into}`).catch(() => null) : null;
}

/** Says of a merged ticket where it went on. */
export const mergedNotice = into => html`<p class="notice">${t('act.merged.where')} ${into
  ? html`<a href="/desk/tickets/${into.number}">${into.number} ${into.subject}</a>` : nothing}</p>`;
