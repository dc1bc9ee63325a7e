/** Where a ticket that was merged went on. */
import { html, nothing } from 'lit';
import { t } from '../../text/index.js';

/** Says of a merged ticket where it went on, if the reader sees that ticket, too. */
export const mergedNotice = into => html`<p class="notice">${t('act.merged.where')} ${into
  ? html`<a href="/desk/tickets/${into.number}">${into.number} <bdi>${into.subject}</bdi></a>` : nothing}</p>`;
