/** What differs between the ticket that somebody saw and the one that is there now, in words. */
import { categoryName, priorityName, productName, statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';

const FIELDS = [
  ['subject', 'column.subject', ticket => ticket.subject],
  ['status', 'ticket.status', ticket => statusName(ticket.profile, ticket.status)],
  ['priority', 'ticket.priority', ticket => `${ticket.priority} ${priorityName(ticket.priority)}`],
  ['assignee', 'ticket.assignee', ticket => ticket.assignee?.name ?? t('nobody')],
  ['team', 'ticket.team', ticket => ticket.team?.name ?? t('no-team')],
  ['type', 'ticket.type', ticket => t(`type.${ticket.type}`)],
  ['category', 'ticket.category', ticket => ticket.category ? categoryName(ticket.category) : t('none')],
  ['product', 'ticket.product', ticket => ticket.product ? productName(ticket.product) : t('none')],
  ['tags', 'ticket.tags', ticket => ticket.tags.join(', ') || t('none')],
];

/** Lists `{name, before, after}` for each field that differs. */
export const differences = (seen, now) => FIELDS
  .map(([, label, words]) => ({ name: t(label), before: words(seen), after: words(now) }))
  .filter(one => one.before !== one.after);
