/** A lifecycle drawn from its statuses: one below the other; what leads on at the right, what leads back at the left. */
import { html, svg } from 'lit';
import { t } from '../text/index.js';

const ROW = 46;
const BOX = { left: 120, width: 220, height: 32 };
const WIDTH = BOX.left * 2 + BOX.width;
const LONGEST = 26;

const short = name => name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
const middle = index => index * ROW + ROW / 2;

/**
 * Draws it.
 *
 * @param nameOf the name of a status by its id
 * @param chosen the id of the one whose ways on stand out, or null
 * @param choose what happens when somebody points at one
 * @param mark the id of the arrows' heads, one for each diagram of a page
 */
export function diagram(statuses, { nameOf, chosen = null, choose = () => {}, mark = 'arc-end' }) {
  const at = id => statuses.findIndex(status => status.id === id);
  const arcs = statuses.flatMap((status, from) => status.next.map(next => ({ from, to: at(next), id: status.id, next }))).filter(({ to }) => to >= 0);
  return html`<svg class="arcs" viewBox="0 0 ${WIDTH} ${statuses.length * ROW}" role="img" aria-label=${t('lifecycles.diagram')}>
    <defs><marker id=${mark} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
    ${arcs.map(({ from, to, id, next }) => svg`<path class="arc ${chosen ? chosen === id ? 'strong' : 'faint' : ''}" data-next=${next} d=${arc(middle(from), middle(to))} marker-end=${`url(#${mark})`}/>`)}
    ${statuses.map((status, index) => svg`<g class="node ${chosen === status.id ? 'strong' : ''}" data-category=${status.category} @click=${() => choose(status.id)}>
      <rect x=${BOX.left} y=${middle(index) - BOX.height / 2} width=${BOX.width} height=${BOX.height} rx="8"/><text x=${BOX.left + BOX.width / 2} y=${middle(index)} dominant-baseline="central" text-anchor="middle">${short(nameOf(status.id))}</text></g>`)}</svg>`;
}

/** An arrow from one height to another: to the right if it leads down, to the left if it leads up. */
function arc(from, to) {
  const down = to > from;
  const x = down ? BOX.left + BOX.width : BOX.left;
  const wide = Math.min(BOX.left - 8, 22 + Math.abs(to - from) * .28) * (down ? 1 : -1);
  const shift = down ? 5 : -5;
  return `M${x} ${from + shift}C${x + wide * 1.3} ${from + shift} ${x + wide * 1.3} ${to - shift} ${x + (down ? 2 : -2)} ${to - shift}`;
}
