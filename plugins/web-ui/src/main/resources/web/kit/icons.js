/** The icons, drawn by us on a grid of 16. They never stand alone: what they say is also said in words. */
import { svg, html } from 'lit';

const PATHS = {
  menu: svg`<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>`,
  search: svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  back: svg`<path d="M9.5 3.5 5 8l4.5 4.5"/>`,
  down: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  check: svg`<path d="m3.5 8.5 3 3 6-7"/>`,
  mine: svg`<circle cx="8" cy="5.5" r="2.5"/><path d="M3 13.5c.6-2.7 2.5-4 5-4s4.400 1.300 5 4"/>`,
  team: svg`<circle cx="6" cy="6" r="2.2"/><path d="M2 13c.4-2.300 1.900-3.500 4-3.500s3.600 1.200 4 3.500M10.500 4a2.200 2.200 0 0 1 0 4M11.500 9.800c1.400.4 2.200 1.500 2.500 3.200"/>`,
  unassigned: svg`<circle cx="8" cy="8" r="5.500" stroke-dasharray="2.2 2.100"/>`,
  waiting: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3.200l2 1.500"/>`,
  overdue: svg`<path d="M8 2.500 14 13H2z"/><path d="M8 6.500v3M8 11.200v.1"/>`,
  open: svg`<path d="M2.500 9.500 4 3.500h8l1.500 6v3h-11z"/><path d="M2.500 9.500h3l1 1.500h3l1-1.500h3"/>`,
  done: svg`<circle cx="8" cy="8" r="5.500"/><path d="m5.500 8.200 1.800 1.800 3.200-3.700"/>`,
  discarded: svg`<path d="M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.6 9h5.800l.6-9"/>`,
  all: svg`<path d="M2.500 4.500h11M2.500 8h11M2.500 11.500h7"/>`,
  saved: svg`<path d="M4.500 2.500h7v11L8 10.800l-3.500 2.700z"/>`,
  lock: svg`<rect x="3.500" y="7" width="9" height="6.500" rx="1.200"/><path d="M5.500 7V5a2.500 2.500 0 0 1 5 0v2"/>`,
  star: svg`<path d="m8 2.300 1.700 3.600 3.900.5-2.900 2.700.8 3.900L8 11.100 4.500 13l.8-3.900L2.400 6.400l3.900-.5z"/>`,
  paperclip: svg`<path d="m12.500 7.500-4.600 4.600a2.800 2.800 0 0 1-4-4l4.900-4.900a1.900 1.900 0 0 1 2.700 2.700l-4.700 4.700a.9.9 0 0 1-1.300-1.300l4.200-4.200"/>`,
  bold: svg`<path d="M5 3h3.500a2.300 2.300 0 0 1 0 4.600H5zM5 7.600h4.200a2.600 2.600 0 0 1 0 5.200H5z"/>`,
  italic: svg`<path d="M7 3h4M5 13h4M9.300 3 6.700 13"/>`,
  list: svg`<path d="M6 4.500h7.500M6 8h7.500M6 11.500h7.500M3 4.500h.1M3 8h.1M3 11.500h.1"/>`,
  link: svg`<path d="m6.500 9.500 3-3M7.500 5l1.300-1.300a2.500 2.500 0 0 1 3.500 3.500L11 8.500M8.500 11l-1.300 1.300a2.500 2.500 0 0 1-3.500-3.500L5 7.500"/>`,
  code: svg`<path d="M5.500 4.500 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500"/>`,
  eye: svg`<path d="M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8Z"/><circle cx="8" cy="8" r="2"/>`,
  quote: svg`<path d="M3 3.500v9M6.500 5h7M6.500 8h7M6.500 11h4"/>`,
  note: svg`<path d="M3 2.500h10v7.500l-3.500 3.500H3z"/><path d="M13 10H9.500v3.500"/>`,
  reply: svg`<path d="M6.500 3.500 2.500 7.500l4 4M2.500 7.500H9c3 0 4.500 1.700 4.500 5"/>`,
  clock: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3.200l2 1.500"/>`,
  columns: svg`<rect x="2.500" y="3" width="11" height="10" rx="1"/><path d="M6.200 3v10M9.800 3v10"/>`,
  groups: svg`<path d="M2.500 3.500h6M2.500 9.500h6M5 6.300h8.500M5 12.300h8.500"/>`,
  sort: svg`<path d="M5 3v10M5 13l-2.500-2.500M5 13l2.500-2.500M9.500 4.500h4M9.500 8h3M9.500 11.500h2"/>`,
  chain: svg`<circle cx="4" cy="8" r="1.800"/><circle cx="12" cy="8" r="1.800"/><path d="M5.800 8h4.400"/>`,
  keyboard: svg`<rect x="1.500" y="4" width="13" height="8" rx="1.500"/><path d="M4 6.500h.1M6.700 6.500h.1M9.300 6.500h.1M12 6.500h.1M5 9.500h6"/>`,
  send: svg`<path d="M2.500 8 13.500 3l-3 10.500-3-4z"/><path d="m7.500 9.500 3-3"/>`,
  offline: svg`<path d="M2 6.500a9 9 0 0 1 12 0M4.500 9.200a5.300 5.300 0 0 1 7 0M8 12.300v.1M2.500 2.500l11 11"/>`,
  more: svg`<path class="dots" d="M3.500 8h.1M8 8h.1M12.500 8h.1"/>`,
  home: svg`<path d="M2.500 7.500 8 3l5.500 4.500M4 6.500v6.500h8V6.500"/>`,
  bell: svg`<path d="M3.500 11.500c1-1 1-2.200 1-4a3.500 3.500 0 0 1 7 0c0 1.800 0 3 1 4zM6.800 13.500h2.400"/>`,
  at: svg`<circle cx="8" cy="8" r="2.300"/><path d="M10.300 5.700v3a1.600 1.600 0 0 0 3.200 0V8a5.500 5.500 0 1 0-2.200 4.400"/>`,
  filter: svg`<path d="M2.500 4h11M4.500 8h7M6.500 12h3"/>`,
  up: svg`<path d="M4.500 9.500 8 6l3.500 3.500"/>`,
  merge: svg`<path d="M3 3.500c0 3 1.500 4.500 5 4.500M3 12.500c0-3 1.500-4.500 5-4.500h5.500M11 5.500 13.500 8 11 10.500"/>`,
  split: svg`<path d="M2.500 8H6c3 0 4.500-1.500 6.500-4M6 8c3 0 4.500 1.500 6.500 4M9.800 3.700l2.900-.4.300 2.900M9.800 12.300l2.900.4.300-2.900"/>`,
  escalate: svg`<path d="M8 13V4M4.500 7.500 8 4l3.500 3.500M3.500 2h9"/>`,
  bug: svg`<rect x="5" y="5.500" width="6" height="7.500" rx="3"/><path d="M6 5.500a2 2 0 0 1 4 0M5 8.500H2.500M13.500 8.500H11M5.200 11l-2 1.500M10.800 11l2 1.500M5.200 6.500 3.500 5M10.800 6.500 12.500 5M8 8v4.500"/>`,
  spam: svg`<circle cx="8" cy="8" r="5.500"/><path d="m4.200 4.200 7.600 7.600"/>`,
  plugin: svg`<path d="M6 3.500a1.500 1.500 0 0 1 3 0v1h3.500V8h-1a1.500 1.500 0 0 0 0 3h1v2.500H9v-1a1.500 1.500 0 0 0-3 0v1H2.500V10h1a1.500 1.500 0 0 0 0-3h-1V4.500H6z"/>`,
  upload: svg`<path d="M8 10.500v-8M5 5.200 8 2.300l3 2.900M2.500 10v3.500h11V10"/>`,
  download: svg`<path d="M8 2.500v8M5 7.800l3 2.900 3-2.900M2.500 10v3.500h11V10"/>`,
  play: svg`<path d="M5 3.200v9.600l7.500-4.800z"/>`,
  pause: svg`<path d="M5.500 3.500v9M10.500 3.500v9"/>`,
  undo: svg`<path d="M5.500 3 2.500 6l3 3M2.500 6h7a3.750 3.750 0 0 1 0 7.500H6"/>`,
  history: svg`<path d="M3 5.500A5.600 5.600 0 1 1 2.500 9M2.500 2.800v3h3M8 5.500v3l2 1.200"/>`,
  gear: svg`<circle cx="8" cy="8" r="2"/><path d="M8 2v2M8 12v2M2 8h2M12 8h2M3.800 3.800l1.400 1.400M10.800 10.800l1.400 1.400M12.200 3.800l-1.400 1.400M5.200 10.800l-1.400 1.400"/>`,
  shield: svg`<path d="M8 2.200 13 4v3.800c0 3-2 5-5 6-3-1-5-3-5-6V4z"/>`,
  socket: svg`<path d="M5.500 2.500V6M10.500 2.500V6M3.500 6h9v1.500a4.500 4.500 0 0 1-9 0zM8 12v2"/>`,
  key: svg`<circle cx="5.500" cy="10.500" r="2.800"/><path d="m7.500 8.500 5.500-5.500M10.500 5.500l2 2"/>`,
  tree: svg`<path d="M3.500 2.500v9h4M3.500 6h4"/><rect x="8.500" y="4.200" width="5" height="3.600" rx=".8"/><rect x="8.500" y="9.700" width="5" height="3.600" rx=".8"/>`,
  building: svg`<path d="M3.500 13.500v-11h6v11M9.500 6.500h3v7M2 13.500h12M5.500 5h2M5.500 7.500h2M5.500 10h2"/>`,
  pulse: svg`<path d="M1.500 8.500h3l2-5 3 9 2-4h3"/>`,
  log: svg`<path d="M4 2.500h8v11H4zM6 5.500h4M6 8h4M6 10.500h2.500"/>`,
  desk: svg`<path d="M2 4.500h12M3 4.500v9M13 4.500v9M8.500 4.500V9H13"/>`,
  product: svg`<path d="m8 2 5.500 3v6L8 14l-5.500-3V5zM2.500 5 8 8l5.500-3M8 8v6"/>`,
  out: svg`<path d="M9.500 2.500h-6v11h6M6.500 8h7M11 5.500 13.500 8 11 10.500"/>`,
};

/** Those that point along a line of text: they turn where one reads to the left. */
const ALONG = new Set(['back', 'list', 'log', 'quote', 'reply', 'merge', 'split', 'send', 'undo', 'out', 'all', 'sort']);

/** Draws an icon that adds nothing to the words beside it. */
export const icon = name => html`<svg class=${ALONG.has(name) ? 'icon along' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">${PATHS[name] ?? PATHS.saved}</svg>`;

const RING = svg`<circle cx="8" cy="8" r="5.600"/>`;
const STATUS = {
  new: svg`<circle cx="8" cy="8" r="5.600" stroke-dasharray="2.100 2.300"/>`,
  assigned: RING,
  open: RING,
  in_progress: svg`${RING}<path class="filled" d="M8 4.600a3.400 3.400 0 0 1 0 6.800z"/>`,
  answered: svg`${RING}<path d="M6.500 6v4M9.500 6v4"/>`,
  waiting_for_customer: svg`${RING}<path d="M6.500 6v4M9.500 6v4"/>`,
  waiting_for_third_party: svg`${RING}<path d="M8 5.200V8.200l1.900 1.300"/>`,
  resolved: svg`${RING}<path d="m5.600 8.200 1.700 1.700 3.100-3.600"/>`,
  closed: svg`<circle class="filled" cx="8" cy="8" r="6"/><path class="cut" d="m5.600 8.200 1.700 1.700 3.100-3.600"/>`,
  reopened: svg`<path d="M12.800 5.600A5.600 5.600 0 1 0 13.600 8M13.200 2.600v3.200H10"/>`,
  archived: svg`<path d="M3 6h10v7.500H3zM2.500 3h11v3h-11zM6.500 8.500h3"/>`,
};

/** Draws the sign of a status: each has a shape of its own. */
export const statusIcon = id => html`<svg class="icon status-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${STATUS[id] ?? RING}</svg>`;

/** Draws the sign of a priority: the more bars, the more urgent; the first also has another shape. */
export function priorityIcon(id) {
  const rank = 5 - Number(String(id).slice(1));
  return html`<svg class="icon priority-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${rank >= 4
    ? svg`<rect class="filled" x="2" y="2" width="12" height="12" rx="3"/><path class="cut" d="M8 4.800v4M8 11v.1"/>`
    : [1, 2, 3].map(bar => svg`<rect class="filled ${bar <= rank ? '' : 'faint'}" x="${bar * 4 - 2}" y="${11 - bar * 3}" width="2.800" height="${bar * 3 + 2}" rx=".8"/>`)}</svg>`;
}
