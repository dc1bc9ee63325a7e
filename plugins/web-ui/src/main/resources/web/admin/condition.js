/** How a plugin is, in one word with a sign: whether it runs, and what it says of itself. */
import { html } from 'lit';
import { icon } from '../kit/icons.js';
import { exactly } from '../kit/time.js';
import { t } from '../text/index.js';

const SIGNS = { well: 'done', stopped: 'pause', unknown: 'done', yellow: 'overdue', red: 'overdue', failed: 'close' };

/** Whether somebody should look at a plugin in this condition. */
export const isTrouble = id => ['yellow', 'red', 'failed'].includes(id);

/** Says how a plugin is: `failed`, `red`, `yellow`, `stopped` or `well`. */
export function conditionOf(plugin, health) {
  if (plugin.state === 'failed') return 'failed';
  if (plugin.state === 'stopped') return 'stopped';
  const grade = health?.grade ?? 'unknown';
  return grade === 'green' || grade === 'unknown' ? 'well' : grade;
}

/** Shows it. */
export const conditionBadge = id => html`<span class="condition" data-condition=${id}>${icon(SIGNS[id])}<span>${t(`condition.${id}`)}</span></span>`;

/** Something that is the matter, in the reader's language where the desk says it; what a plugin says itself stays as it is. */
export function matterWords({ message, code, parameters }) {
  const since = parameters.since && exactly(parameters.since);
  const words = code && t(`matter.${code}`, { ...parameters, ...(since ? { since } : {}) }, '');
  return words ? html`<span>${words}</span>` : html`<span lang="en">${message}</span>`;
}

/** What there is to say of it. */
export const conditionWords = (plugin, health) => (plugin.failure ? [{ message: plugin.failure, parameters: {} }] : []).concat(health?.matters ?? []).map(matterWords);
