/**
 * The first steps of a desk, from its address to the first ticket answered. Whether one is done is read from what the desk
 * has; what a person leaves out, and that they want to see no more of it, is kept with their preferences.
 */
import { get, Problem } from '../data/api.js';
import { may, remember, remembered } from '../data/session.js';

const HERE_ONLY = /^(localhost|127\.[\d.]+|\[::1\])$/;
/** So many tickets are looked into for a reply. */
const LOOKED_INTO = 5;

const some = path => get(path).then(page => page.items.length > 0);

/** Looked for among what changed last and among what is over: at a busy desk the latest tickets have no reply yet. */
async function answered() {
  const pages = await Promise.all(['', '&status=resolved', '&status=closed'].map(more => get(`/tickets?view=all&sort=updated&limit=${LOOKED_INTO}${more}`)));
  const threads = await Promise.all(pages.flatMap(page => page.items).map(ticket => get(`/tickets/${ticket.id}/thread?limit=50`)));
  return threads.some(thread => thread.items.some(message => message.kind === 'reply'));
}

/** In their order: where each is done, the right that it takes, and how one sees that it is done. */
const STEPS = [
  { id: 'address', done: async () => !HERE_ONLY.test(new URL((await get('/')).openapi).hostname) },
  { id: 'mail', place: '/admin/available', right: 'plugin.read', done: async () => (await get('/extension-points')).items.some(point => point.socket === 'Courier' && point.services.length) },
  { id: 'team', place: '/admin/teams', right: 'people.edit', done: () => some('/teams?limit=1') },
  { id: 'agent', place: '/admin/people', right: 'people.edit', done: () => get('/agents?limit=200').then(page => page.items.some(agent => agent.active && agent.teams.length)) },
  { id: 'category', place: '/admin/categories', right: 'desk.configure', done: () => get('/categories?limit=200').then(page => page.items.some(category => category.active)) },
  { id: 'ticket', place: '/', right: 'ticket.read', done: () => some('/tickets?view=all&limit=1') },
  { id: 'reply', place: '/desk/views/all', right: 'ticket.read', done: answered },
];
/** Without it the desk was not tried. */
const LAST = 'reply';

/** Whether the guide is shown, and how far one is; an event `change` whenever that turns. */
export const guide = Object.assign(new EventTarget(), { steps: null, shown: false });

const turned = () => guide.dispatchEvent(new Event('change'));
const kept = () => remembered('guide', { leftOut: [], begun: false, ended: false });

/** Reads how far the desk is. */
export async function readSteps() {
  const { leftOut } = kept();
  guide.steps = await Promise.all(STEPS.filter(step => !step.right || may(step.right)).map(async step => {
    const done = await step.done();
    return { id: step.id, place: step.place, done, leftOut: !done && leftOut.includes(step.id), needed: step.id === LAST };
  }));
  turned();
  return guide.steps;
}

export const isThrough = steps => steps.every(step => step.done || step.leftOut);

/**
 * Looks, when the area is opened, whether there is anything to guide through: a desk that
 * was at work before somebody sees the guide needs none. */
export async function beginGuide() {
  if (!may('desk.configure') || kept().ended) return;
  try {
    const steps = await readSteps();
    const { begun } = kept();
    guide.shown = begun || !steps.find(step => step.id === LAST)?.done;
    if (!guide.shown) await endGuide();
    else if (!begun) await remember('guide', { ...kept(), begun: true });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    // What cannot be read now is not in anybody's way; the page itself says what is wrong.
    guide.shown = false;
  }
  turned();
}

/** Leaves a step out, or takes it in again. */
export async function leaveOut(id, out) {
  const { leftOut } = kept();
  await remember('guide', { ...kept(), leftOut: [...leftOut.filter(one => one !== id), ...out ? [id] : []] });
  await readSteps();
}

/** Shows it no more. */
export async function endGuide() {
  guide.shown = false;
  await remember('guide', { ...kept(), ended: true });
  turned();
}
