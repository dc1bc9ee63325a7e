/** What the start page shows of work: read for a person's teams, and no more than a page needs. */
import { get } from '../../data/api.js';
import { agents, statusCategory } from '../../data/catalogue.js';
import { session } from '../../data/session.js';

const PAGE = 200;
/** More than these are not looked through for a chart; it says then that it shows a part. */
const MOST = 600;
const DAYS = 14;
const DAY = 86_400_000;
const KEPT = 300_000;

const kept = new Map();

/** The nearest deadline that is not met yet, or the word that the customer was promised; or nothing. */
export const nextDue = ticket => [...(ticket.deadlines ?? []).filter(deadline => !deadline.metAt && deadline.dueAt),
  ...ticket.nextUpdateDueAt ? [{ dueAt: ticket.nextUpdateDueAt, kind: 'update' }] : []]
  .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0];

export const mine = async () => (await get('/tickets?view=mine&sort=priority&limit=7')).items;

/** What breaches next among the tickets of the reader's teams. */
export async function breachingNext() {
  const pages = await Promise.all(['sort=due', 'updateDue=true'].map(asked => get(`/tickets?view=team&${asked}&limit=20`)));
  const tickets = new Map(pages.flatMap(page => page.items).map(ticket => [ticket.id, ticket]));
  const found = [...tickets.values()].map(ticket => ({ ticket, due: nextDue(ticket) }));
  return found.filter(one => one.due).sort((one, other) => Date.parse(one.due.dueAt) - Date.parse(other.due.dueAt)).slice(0, 6);
}

/** The reader's teams and colleagues. */
export async function ownTeams() {
  const all = await agents();
  const teams = all.find(agent => agent.id === session.user.id)?.teams ?? [];
  return { teams, people: all.filter(agent => agent.active && agent.teams.some(team => teams.includes(team))) };
}

async function some(path, goesOn = () => true) {
  const items = [];
  let next;
  do {
    const page = await get(`${path}&limit=${PAGE}${next ? `&cursor=${encodeURIComponent(next)}` : ''}`);
    items.push(...page.items);
    next = page.next;
  } while (next && items.length < MOST && goesOn(items.at(-1)));
  return { items, part: Boolean(next) && items.length >= MOST };
}

/** Who has how many open tickets of a team, the most first; who has none stands there too. */
export const load = (team, people) => remember(`load ${team}`, async () => {
  const { items, part } = await some(`/tickets?view=open&team=${team}`);
  const counts = new Map(people.filter(person => person.teams.includes(team)).map(person => [person.id, { id: person.id, name: person.name, count: 0, urgent: 0 }]));
  for (const ticket of items) {
    const id = ticket.assignee?.id ?? '';
    const one = counts.get(id) ?? { id, name: ticket.assignee?.name ?? null, count: 0, urgent: 0 };
    counts.set(id, { ...one, count: one.count + 1, urgent: one.urgent + Number(ticket.priority === 'P1' || ticket.priority === 'P2') });
  }
  return { bars: [...counts.values()].sort((one, other) => other.count - one.count), part };
});

/** How many tickets of a team came on each of the last days, and how many of those are done by now. */
export const lastDays = (team, dayOf) => remember(`days ${team}`, async () => {
  const from = Date.now() - (DAYS - 1) * DAY;
  const first = dayOf(new Date(from));
  const { items, part } = await some(`/tickets?view=all&team=${team}&sort=created`, last => dayOf(new Date(last.createdAt)) >= first);
  const days = Array.from({ length: DAYS }, (_, index) => ({ day: dayOf(new Date(from + index * DAY)), done: 0, open: 0 }));
  for (const ticket of items) {
    const day = days.find(one => one.day === dayOf(new Date(ticket.createdAt)));
    if (day) day[statusCategory(ticket.profile, ticket.status) === 'done' ? 'done' : 'open']++;
  }
  // Of the last day that was read only a part may be known.
  const oldest = part ? dayOf(new Date(items.at(-1).createdAt)) : '';
  return { days: days.filter(one => one.day > oldest), part };
});

/** Charts need not be of this second: they are read again after some minutes. */
async function remember(name, read) {
  const known = kept.get(name);
  if (known && Date.now() - known.at < KEPT) return known.found;
  const found = await read();
  kept.set(name, { at: Date.now(), found });
  return found;
}
