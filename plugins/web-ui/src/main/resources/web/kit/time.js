/** Times in the reader's zone and language: short to read, exact on hover. */
import { html, nothing } from 'lit';
import { session } from '../data/session.js';
import { language } from '../text/index.js';

const STEPS = [[60, 'second', 1], [3600, 'minute', 60], [86_400, 'hour', 3600], [604_800, 'day', 86_400]];

const zone = () => session.preferences?.zone || undefined;

const made = new Map();

/** A format of `Intl`, made once for each way of asking for it: making one takes longer than all that it does for a row of a list. */
function format(kind, locale, options) {
  const key = JSON.stringify([kind, locale, options]);
  if (!made.has(key)) made.set(key, new Intl[kind](locale, options));
  return made.get(key);
}

/** Makes what the browser needs before it can say any time: the first format of `Intl` takes it as long as a whole page, so nothing else should wait for it. */
export const prepareTimes = () => { exactly(new Date()); };

/** Returns a time in full. */
export const exactly = iso => format('DateTimeFormat', language.id,
  { dateStyle: 'full', timeStyle: 'short', timeZone: zone() }).format(new Date(iso));

/** Returns a time as one would say it: how long ago within a week, else the day. */
export function shortly(iso, now = Date.now()) {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const distance = Math.abs(seconds);
  const step = STEPS.find(([limit]) => distance < limit);
  if (step) {
    const [, unit, size] = step;
    const value = unit === 'second' ? 0 : Math.round(seconds / size);
    return format('RelativeTimeFormat', language.id, { numeric: 'auto', style: language.id === 'en' ? 'narrow' : 'short' }).format(value, unit);
  }
  const date = new Date(iso);
  const year = date.getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return format('DateTimeFormat', language.id, { day: 'numeric', month: 'short', year, timeZone: zone() }).format(date);
}

/** A time as a field for date and time has it, in the reader's zone. */
export function toField(date) {
  const parts = format('DateTimeFormat', 'sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone() });
  return parts.format(date).replace(' ', 'T');
}

/** The time that such a field says, or null while it says none. */
export function fromField(text) {
  const guess = Date.parse(`${text}Z`);
  if (Number.isNaN(guess)) return null;
  const shift = at => Date.parse(`${toField(new Date(at))}Z`) - Math.floor(at / 60_000) * 60_000;
  return new Date(guess - shift(guess - shift(guess)));
}

/** Shows a time. */
export const timeOf = iso => iso ? html`<time datetime=${iso} title=${exactly(iso)}>${shortly(iso)}</time>` : nothing;
