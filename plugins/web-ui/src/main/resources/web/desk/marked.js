/** Marks what was searched for. Texts are taken apart and stay texts; the words are read as the search reads them. */
import { html } from 'lit';

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const CLAUSE = /(-?)(?:(\p{L}+):(?=\S))?("[^"]*"?|\S+)/gu;
/** What stands for a field is not looked for in texts. */
const FIELDS = ['number', 'status', 'stage', 'priority', 'type', 'category', 'product', 'channel', 'requester', 'assignee', 'team', 'tag', 'disposition'];
/** Letters that are no other letter with an accent, and are found as if they were. */
const LIKE = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' };
const BEGIN = '\uE000';
const END = '\uE001';
/** Before what was found, so much of a passage is shown that it does not leave the line. */
const BEFORE = 32;

const folded = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[ßæœøđðłıþ]/g, letter => LIKE[letter]);

/** The words of a query, each folded, and whether it may be the beginning of one. */
export function wordsOf(query) {
  const words = [];
  for (const clause of (query ?? '').matchAll(CLAUSE)) {
    const [whole, not, field, value] = clause;
    if (not || FIELDS.includes(field?.toLowerCase())) continue;
    const runs = (field ? whole : value).match(RUN) ?? [];
    const begun = !value.startsWith('"') && clause.index + whole.length === query.length;
    runs.forEach((run, index) => words.push({ word: folded(run), begun: begun && index === runs.length - 1 }));
  }
  return words.filter(({ word }) => word);
}

/** How many characters of a word of the text are one of the words, or as much of it as one has typed. */
function found(run, words) {
  const plain = folded(run);
  if (words.some(({ word }) => word === plain)) return run.length;
  const typed = Math.max(0, ...words.filter(({ word, begun }) => begun && plain.startsWith(word)).map(({ word }) => word.length));
  let length = 0;
  for (const letter of run) {
    if (folded(run.slice(0, length)).length >= typed && !/\p{M}/u.test(letter)) break;
    length += letter.length;
  }
  return typed ? length : 0;
}

/** A text with what was searched for in it marked. */
export function marked(text, words) {
  if (!words?.length || !text) return text;
  const parts = [];
  let at = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const length = found(run, words);
    if (!length) continue;
    parts.push(text.slice(at, index), html`<mark>${run.slice(0, length)}</mark>`);
    at = index + length;
  }
  return [...parts, text.slice(at)];
}

/**
 * The first passage that the search found, in which it has marked what it found between two characters of its own. The search reads the subject as
 * the beginning of the text: what stands in it already is not said again.
 */
export function passage(ticket) {
  const piece = (ticket.highlights ?? []).map(one => after(ticket.subject, one)).find(one => one.includes(BEGIN));
  if (!piece) return null;
  const first = piece.indexOf(BEGIN);
  const blank = piece.indexOf(' ', first - BEFORE);
  const from = first <= BEFORE ? 0 : blank < 0 || blank > first ? first : blank + 1;
  const parts = piece.slice(from).split(/\uE000([^\uE000\uE001]*)\uE001/);
  return [from ? '… ' : '', ...parts.map((part, index) => index % 2 ? html`<mark>${part}</mark>` : part.replace(/[\uE000\uE001]/g, ''))];
}

/** What follows the subject in a passage that begins with it. */
function after(subject, piece) {
  let at = 0;
  for (const letter of (subject ?? '').replace(/\s+/g, ' ').trim()) {
    while (piece[at] === BEGIN || piece[at] === END) at++;
    if (!piece.startsWith(letter, at)) return piece;
    at += letter.length;
  }
  if (piece[at] === END) at++;
  return /^[\s\uE000]|^$/.test(piece.slice(at)) ? piece.slice(at).trim() : piece;
}
