/** Marks a selection as Markdown. */
export const MARKS = {
  bold: { around: '**' },
  italic: { around: '_' },
  list: { line: '- ' },
  quote: { line: '> ' },
  code: { around: '`' },
  link: { link: true },
};

/** Returns the text with the field's selection marked, and what is selected then. */
export function mark(field, name) {
  const { value, selectionStart: from, selectionEnd: to } = field;
  const chosen = value.slice(from, to);
  const rule = MARKS[name];
  if (rule.line) {
    const begin = value.lastIndexOf('\n', from - 1) + 1;
    const lines = value.slice(begin, to).split('\n').map(line => rule.line + line).join('\n');
    return { text: value.slice(0, begin) + lines + value.slice(to), from: begin + rule.line.length, to: begin + lines.length };
  }
  if (rule.link) {
    const made = `[${chosen}](https://)`;
    const address = from + chosen.length + 3;
    return { text: value.slice(0, from) + made + value.slice(to), from: address, to: address + 8 };
  }
  const made = rule.around + chosen + rule.around;
  return { text: value.slice(0, from) + made + value.slice(to), from: from + rule.around.length, to: from + rule.around.length + chosen.length };
}
