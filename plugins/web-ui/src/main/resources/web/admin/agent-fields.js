/** What triage goes by when it looks for somebody: what an agent knows, has passed and when they work. Drawn line by line in their form. */
import { html } from 'lit';
import { language, t } from '../text/index.js';
import { lineList } from './rule-lines.js';

const LEVELS = [1, 2, 3, 4, 5];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** A Monday: a day's name is asked of a date. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
/** How the API says the end of a day; a field for times has no such hour. */
const MIDNIGHT = '24:00';

/** What is edited are lines, which may be half written; what is kept is a map. */
const linesOf = value => Array.isArray(value) ? value : Object.entries(value ?? {}).sort().map(([id, of]) => ({ id, of }));

/** What a merge patch says: each line, and null for what went. An id that is too long or has spaces is the server's to refuse. */
function patchOf(value, before) {
  const lines = linesOf(value).filter(line => line.id.trim());
  const gone = Object.keys(before ?? {}).map(id => [id, null]);
  return Object.fromEntries([...gone, ...lines.map(line => [line.id.trim().toLowerCase(), line.of])]);
}

const said = value => linesOf(value).map(line => `${line.id} ${line.of}`).join(', ') || t('settings.empty-list');

/** Knowledge by its name, with a level from 1 to 5. */
export const skillsField = () => ({
  title: t('people.skill-levels'), said, sent: patchOf,
  draw: ({ value, ...field }) => lineList({ ...field, lines: linesOf(value), title: t('people.skill-levels'), hint: t('people.skill-levels.hint'), add: t('people.skill.add'), fresh: () => ({ id: '', of: 3 }),
    draw: (line, number, put) => html`<input aria-label=${t('people.skill', { number })} placeholder=${t('people.skill.example')} maxlength="60" autocomplete="off" ?disabled=${field.still} .value=${line.id} @input=${event => put({ id: event.target.value })}>
      <select aria-label=${t('people.skill.level', { number })} ?disabled=${field.still} @change=${event => put({ of: Number(event.target.value) })}>
        ${LEVELS.map(level => html`<option value=${level} ?selected=${level === line.of}>${t(`people.level.${level}`)}</option>`)}</select>` }),
});

/** Certificates by their name, with the day on which each was passed last. */
export const certificatesField = () => ({
  title: t('people.certificates'), said, sent: patchOf,
  draw: ({ value, ...field }) => lineList({ ...field, lines: linesOf(value), title: t('people.certificates'), hint: t('people.certificates.hint'), add: t('people.certificate.add'), fresh: () => ({ id: '', of: '' }),
    draw: (line, number, put) => html`<input aria-label=${t('people.certificate', { number })} placeholder=${t('people.certificate.example')} maxlength="60" autocomplete="off" ?disabled=${field.still} .value=${line.id} @input=${event => put({ id: event.target.value })}>
      <input type="date" aria-label=${t('people.certificate.day', { number })} ?disabled=${field.still} .value=${line.of} @input=${event => put({ of: event.target.value })}>` }),
});

const dayName = day => new Intl.DateTimeFormat(language.id, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + DAYS.indexOf(day) * DAY);

/** The day after the last that is named: who works from Monday on adds Tuesday next. */
const nextStretch = lines => {
  const last = lines.at(-1);
  return last ? { ...last, day: DAYS[(DAYS.indexOf(last.day) + 1) % DAYS.length] } : { day: 'monday', from: '09:00', to: '17:00' };
};

/** Stretches of work in a week; without any, the agent counts as always at work. */
export const hoursField = () => ({
  title: t('people.hours'), said: value => (value ?? []).map(one => `${dayName(one.day)} ${one.from}–${one.to}`).join(', ') || t('people.hours.always'),
  draw: ({ value, ...field }) => lineList({ ...field, lines: value ?? [], title: t('people.hours'), hint: t('people.hours.hint'), add: t('people.hours.add'), fresh: nextStretch,
    draw: (line, number, put) => html`<select aria-label=${t('people.hours.day', { number })} ?disabled=${field.still} @change=${event => put({ day: event.target.value })}>
        ${DAYS.map(day => html`<option value=${day} ?selected=${day === line.day}>${dayName(day)}</option>`)}</select>
      <input type="time" aria-label=${t('people.hours.from', { number })} ?disabled=${field.still} .value=${line.from} @input=${event => put({ from: event.target.value })}>
      <input type="time" aria-label=${t('people.hours.to', { number })} ?disabled=${field.still} .value=${line.to === MIDNIGHT ? '00:00' : line.to} @input=${event => put({ to: event.target.value === '00:00' ? MIDNIGHT : event.target.value })}>` }),
});

/** The zone in which those hours are; `kept` stays to be chosen also where this browser does not know it. */
export function zoneField(kept) {
  const zones = [...new Set([...kept ? [kept] : [], ...Intl.supportedValuesOf('timeZone')])].sort();
  return { type: 'string', title: t('people.zone'), description: t('people.zone.hint'), default: null, oneOf: [{ const: null, title: 'UTC' }, ...zones.map(zone => ({ const: zone, title: zone.replaceAll('_', ' ') }))] };
}
