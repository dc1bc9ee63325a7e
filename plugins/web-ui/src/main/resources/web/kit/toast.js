/** Short words at the lower edge, read out by screen readers too. */
const SHOWN = 5000;

/** Says something; with an action `{label, run}` it stays longer. */
export function toast(text, action) {
  const region = document.querySelector('.toasts');
  if (!region) return;
  const note = document.createElement('div');
  note.className = 'toast';
  const words = document.createElement('span');
  words.textContent = text;
  note.append(words);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = action.label;
    button.addEventListener('click', () => { note.remove(); action.run(); });
    note.append(button);
  }
  region.append(note);
  setTimeout(() => note.remove(), action ? SHOWN * 2 : SHOWN);
}
