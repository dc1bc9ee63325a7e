/** Events of the history in words. */
import { agentName, categoryName, priorityName, statusName, teamName } from '../data/catalogue.js';
import { t } from '../text/index.js';

function actor({ kind, id }, ticket) {
  if (kind === 'person') return agentName(id) ?? [ticket.requester, ticket.submitter].find(person => person?.id === id)?.name ?? t('actor.unknown');
  return kind === 'plugin' ? t('actor.plugin', { name: id }) : t('actor.system');
}

const VALUES = {
  status: (value, ticket) => statusName(ticket.profile, value),
  priority: value => `${value} ${priorityName(value)}`,
  assignee: value => agentName(value),
  team: value => teamName(value),
  category: categoryName,
  type: value => t(`type.${value}`),
};

const FIELDS = { status: 'ticket.status', priority: 'ticket.priority', assignee: 'ticket.assignee', team: 'ticket.team',
  category: 'ticket.category', type: 'ticket.type', product: 'ticket.product', tags: 'ticket.tags', subject: 'column.subject',
  impact: 'new.impact', urgency: 'new.urgency' };

/** One change: the field and its new value, where both can be told. */
function words({ field, after }, ticket) {
  const name = FIELDS[field] ? t(FIELDS[field]) : field;
  if (after === null || after === undefined || after === '') return `${name}: ${t('none')}`;
  const value = VALUES[field]?.(after, ticket);
  if (value) return `${name}: ${value}`;
  return /^[\w -]{1,40}$/.test(String(after)) && !VALUES[field] ? `${name}: ${after}` : name;
}

/** Returns `{who, what}` of an event. */
export function happened(event, ticket) {
  const changes = (event.changes ?? []).filter(change => !['stage', 'nextMove', 'statusSince', 'triage', 'profile'].includes(change.field));
  const status = changes.find(change => change.field === 'status');
  const what = event.type === 'ticket.transitioned' && status ? statusName(ticket.profile, status.after) : changes.map(change => words(change, ticket)).join(', ');
  const key = `event.${event.type}`;
  const text = t(key, { what, type: event.type }, '');
  return { who: actor(event.actor, ticket), what: (text || t('event.other', { type: event.type })).replace(/[: ]*$/, '') };
}
