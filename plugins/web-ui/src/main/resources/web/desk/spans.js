/** Spans of time as people say them. */
import { language } from '../text/index.js';

const STEPS = [['day', 86_400], ['hour', 3600], ['minute', 60]];

const part = (unit, value) => new Intl.NumberFormat(language.id, { style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** A number of seconds in its two largest units, minutes at least. */
export function span(seconds) {
  const begin = STEPS.findIndex(([, size]) => seconds >= size);
  if (begin < 0) return part('minute', 0);
  const [first, second] = STEPS.slice(begin);
  const whole = Math.floor(seconds / first[1]);
  const rest = second ? Math.floor((seconds % first[1]) / second[1]) : 0;
  return [part(first[0], whole), rest ? part(second[0], rest) : ''].filter(Boolean).join(' ');
}

/** A number of working minutes in hours and minutes: a working day is no day. */
export const minutesOf = minutes => [minutes >= 60 ? part('hour', Math.floor(minutes / 60)) : '', minutes % 60 || minutes < 60 ? part('minute', minutes % 60) : ''].filter(Boolean).join(' ');
