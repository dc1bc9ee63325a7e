/** The values of settings while somebody edits them. What was never set is absent, and the plugin's default counts. */

/** What is being edited, by plugin: it stays while one looks at other pages. */
const kept = new Map();

/** The edits of a plugin's settings: a map of name to value, null to take a value away. */
export function editsOf(plugin) {
  if (!kept.has(plugin)) kept.set(plugin, new Map());
  return kept.get(plugin);
}

/** Forgets them. */
export const forgetEdits = plugin => kept.delete(plugin);

/** What counts for a field: what is being edited, else what was set, else nothing. */
export function valueOf(name, found, edits) {
  if (edits.has(name)) return edits.get(name) ?? undefined;
  return found.values[name];
}

export const isSecret = field => field.writeOnly === true;

export const isChanged = (name, found, edits) => edits.has(name) && (isSecret(found.schema.properties[name])
  ? edits.get(name) !== null || found.secrets.includes(name)
  : JSON.stringify(edits.get(name) ?? undefined) !== JSON.stringify(found.values[name]));

/** The names of what differs from what is stored. */
export const changes = (found, edits) => Object.keys(found.schema.properties ?? {}).filter(name => isChanged(name, found, edits));

/** What to send: all values that are set; secrets only where they are new or taken away. */
export function toSend(found, edits) {
  const values = {};
  for (const [name, field] of Object.entries(found.schema.properties)) {
    if (isSecret(field)) {
      if (isChanged(name, found, edits)) values[name] = edits.get(name);
    } else {
      const value = valueOf(name, found, edits);
      if (value !== undefined) values[name] = value;
    }
  }
  return values;
}

/** Reads what somebody typed for a number; what is none stays text, for the server to say so. */
export function numberOf(text) {
  const trimmed = text.trim().replace(',', '.');
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text.trim();
}

/** What two versions of settings differ in: `{name, before, after}`. */
export function differences(schema, before, after) {
  const names = Object.keys(schema.properties ?? {});
  const open = names.filter(name => JSON.stringify(before.values[name]) !== JSON.stringify(after.values[name]))
    .map(name => ({ name, before: before.values[name], after: after.values[name] }));
  const secret = names.filter(name => before.secrets.includes(name) !== after.secrets.includes(name))
    .map(name => ({ name, secret: true, set: after.secrets.includes(name) }));
  return [...open, ...secret];
}
