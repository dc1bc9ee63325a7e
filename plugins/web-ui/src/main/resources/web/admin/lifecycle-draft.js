/** A lifecycle while somebody writes it: a value, of which each change makes another. */
const LONGEST_ID = 40;

/** An id made of words, that none of `taken` has. */
export function idOf(words, taken, otherwise) {
  const plain = words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, LONGEST_ID - 3) || otherwise;
  let id = plain;
  for (let number = 2; taken.includes(id); number++) id = `${plain}_${number}`;
  return id;
}

/** One like another profile; its statuses keep their ids, since those say what is solved, closed and archived. */
export const like = (profile, nameOf) => ({ id: '', name: '', statuses: profile.statuses.map(status => ({ ...status, name: nameOf(status.id), kept: true })) });

/** One that is there already. */
export const known = profile => ({ id: profile.id, name: profile.name, statuses: profile.statuses.map(status => ({ ...status, kept: true })) });

const having = (draft, statuses) => ({ ...draft, statuses });

/** Changes a status. One that was never kept takes its id from its name, and the others follow. */
export function changed(draft, index, changes) {
  const before = draft.statuses[index];
  const after = { ...before, ...changes };
  if (!before.kept && 'name' in changes) after.id = idOf(changes.name, draft.statuses.filter(one => one !== before).map(one => one.id), 'status');
  const renamed = ids => ids.map(id => id === before.id ? after.id : id);
  return having(draft, draft.statuses.map((status, at) => {
    const present = at === index ? after : status;
    return { ...present, next: renamed(present.next) };
  }));
}

/** Adds a status before the end. */
export function added(draft) {
  const id = idOf('', draft.statuses.map(one => one.id), 'status');
  const status = { id, name: '', stage: 'working', nextMove: 'agent', category: 'active', runningClocks: ['resolution'], next: [], kept: false };
  const at = Math.max(1, draft.statuses.length - 1);
  return having(draft, [...draft.statuses.slice(0, at), status, ...draft.statuses.slice(at)]);
}

/** Takes a status out, and the ways that lead to it. */
export function without(draft, index) {
  const { id } = draft.statuses[index];
  return having(draft, draft.statuses.filter((one, at) => at !== index).map(status => ({ ...status, next: status.next.filter(next => next !== id) })));
}

/** Moves a status up; the first is where a ticket begins, and stays. */
export function raised(draft, index) {
  const statuses = [...draft.statuses];
  [statuses[index - 1], statuses[index]] = [statuses[index], statuses[index - 1]];
  return having(draft, statuses);
}

/** What is sent. */
export const toSend = draft => ({ id: draft.id, name: draft.name.trim(), statuses: draft.statuses.map(({ id, name, stage, nextMove, category, runningClocks, next }) =>
  ({ id, name: name.trim(), stage, nextMove, category, runningClocks, next: draft.statuses.map(one => one.id).filter(other => next.includes(other)) })) });
