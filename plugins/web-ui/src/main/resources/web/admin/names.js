/** Names for what the API tells by ids: sockets, versions, and who did something. */
import { html, nothing } from 'lit';
import { agentName } from '../data/catalogue.js';
import { language, t } from '../text/index.js';

/** What plugins of a socket do, in a few words. */
export const socketWords = id => t(`socket.${id}`, {}, id);

/** Shows a socket by its name, with what it is for on hover. */
export const socketTag = id => html`<span class="tag" title=${socketWords(id)}>${id}</span>`;

/** A version as people write it: a snapshot is said to be one. */
export const version = text => String(text).replace(/\.SNAPSHOT$/, '-SNAPSHOT');

/** Who did something, as the API writes it: `person:ID`, `plugin:ID`, `system:NAME`. */
export function actorName(actor) {
  const [kind, id = ''] = String(actor ?? '').split(/:(.*)/s);
  if (kind === 'person') return agentName(id) ?? t('actor.unknown');
  if (kind === 'plugin') return t('actor.plugin', { name: id });
  return t('actor.system');
}

/** The name of a role: in the reader's language if it came with the desk and nobody has called it otherwise. */
export const roleName = ({ id, name, builtIn }) => builtIn && name.toLowerCase() === id ? t(`role.${id}`, {}, name) : name;

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** A number of bytes, to be read. */
export function bytes(count) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return new Intl.NumberFormat(language.id, { style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits: step ? 1 : 0 }).format(count / 1000 ** step);
}

/** A number in the reader's way. */
export const number = value => new Intl.NumberFormat(language.id, { maximumFractionDigits: 1 }).format(value);

/** A duration in milliseconds, to be read. */
export const duration = milliseconds => milliseconds >= 1000 ? `${number(milliseconds / 1000)} s` : `${number(milliseconds)} ms`;

/** A hash that one can compare, without pushing everything else away. */
export const fingerprint = hash => hash ? html`<code class="hash">${hash.match(/.{1,8}/g).map((part, index) => html`${index ? html`<wbr>` : nothing}${part}`)}</code>` : nothing;
