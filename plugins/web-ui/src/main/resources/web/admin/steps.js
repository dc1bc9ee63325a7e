/** The steps of a macro as the API has them: each has exactly one member, by the name of what it does. */
export const KINDS = ['reply', 'note', 'assign', 'transition', 'set', 'postpone', 'watch'];

export const kindOf = step => KINDS.find(kind => step[kind]) ?? 'reply';

/** How a step of a kind begins; what two kinds have in common is taken along. */
export function begun(kind, before = {}) {
  const words = before.reply ?? before.note ?? { text: '' };
  return { [kind]: { reply: words, note: words, assign: { to: 'me' }, transition: { to: '' }, set: {}, postpone: { duration: 'P1D' }, watch: { person: 'me' } }[kind] };
}

const UNITS = [['hours', /^PT(\d{1,5})H$/, count => `PT${count}H`], ['days', /^P(\d{1,4})D$/, count => `P${count}D`]];
export const UNIT_NAMES = UNITS.map(([unit]) => unit);

/** Reads a duration: `{count, unit}`, or null if it is one that the form cannot say. */
export function ofDuration(text) {
  for (const [unit, form] of UNITS) {
    const count = form.exec(text)?.[1];
    if (count) return { count: Number(count), unit };
  }
  return null;
}

export const toDuration = (count, unit) => UNITS.find(([name]) => name === unit)[2](count);

/** Tags as one types them. */
export const tagsOf = text => text.split(/[,\s]+/).map(tag => tag.trim().toLowerCase()).filter(Boolean);

/** The same with a value, or without it where it says nothing. */
export function having(content, name, value) {
  const next = { ...content, [name]: value };
  if (value === '' || value === null || (Array.isArray(value) && !value.length)) delete next[name];
  return next;
}
