/** A hand-over as a note: a heading, and below it each question in bold with its answer. */
const HEADING = '**Hand-over**';
const QUESTION = /^\*\*(.+)\*\*$/;

/** Writes it; questions without an answer are left out. */
export const written = answers => [HEADING, ...answers.filter(({ answer }) => answer.trim())
  .map(({ question, answer }) => `**${question}**\n\n${answer.trim()}`)].join('\n\n');

/** Reads it; null if a message is none. */
export function read(message) {
  if (message.kind !== 'note' || !message.body.startsWith(HEADING)) return null;
  const answers = [];
  for (const line of message.body.slice(HEADING.length).split('\n')) {
    const question = QUESTION.exec(line.trim())?.[1];
    if (question) answers.push({ question, answer: '' });
    else if (answers.length) answers.at(-1).answer += `${line}\n`;
  }
  return { at: message.createdAt, by: message.author?.name ?? '', answers: answers.map(({ question, answer }) => ({ question, answer: answer.trim() })) };
}

/** Finds the last one of a ticket. */
export async function last(data, ticket) {
  let found = null;
  let cursor = '';
  do {
    const page = await data.get(`/tickets/${ticket.id}/thread?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found = page.items.map(read).filter(Boolean).at(-1) ?? found;
    cursor = page.next;
  } while (cursor);
  return found;
}
