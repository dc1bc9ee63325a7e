/**
 * Shows the files of a form as they are chosen or dropped: each with its size and a button that takes it away, and at once what
 * the server would refuse. Without scripts the field itself does what is needed.
 */
import { t } from '../text/index.js';
import { sizeOf } from './size.js';

const make = (name, properties, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

/** Looks after the files of a form and answers what gives them, whether the form can be sent with them, and what brings them back. */
export function files(place, kept = []) {
  const field = place.querySelector('input[type=file]');
  const most = Number(place.dataset.most);
  const largest = Number(place.dataset.largest);
  const list = make('ul', { className: 'chosen' });
  const fault = make('p', { className: 'fault', id: 'files-fault' });
  fault.setAttribute('role', 'status');
  let chosen = [...kept];

  // What is chosen stands in the list; that the field itself has none would only puzzle.
  place.classList.add('listed');
  field.after(list, fault);
  field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') ?? ''} files-fault`.trim());

  const wrong = file => (file.size > largest ? t('files.large', { most: sizeOf(largest) }) : '');
  const fits = () => chosen.length <= most && chosen.every(file => !wrong(file));

  function show() {
    list.replaceChildren(...chosen.map((file, index) => entry(file, index)));
    fault.textContent = chosen.length > most ? t('files.many', { most, more: chosen.length - most }) : '';
    field.toggleAttribute('aria-invalid', !fits());
  }

  function entry(file, index) {
    const name = make('bdi', { className: 'name', textContent: file.name });
    const size = make('span', { className: 'hint', textContent: sizeOf(file.size) });
    const away = make('button', { type: 'button', className: 'away', textContent: t('files.remove') });
    away.setAttribute('aria-label', t('files.remove.long', { name: file.name }));
    away.addEventListener('click', () => take(index));
    const item = make('li', {}, name, size, away);
    if (wrong(file)) item.append(make('p', { className: 'fault', textContent: wrong(file) }));
    return item;
  }

  function add(more) {
    const known = new Set(chosen.map(keyOf));
    chosen.push(...[...more].filter(file => !known.has(keyOf(file))));
    show();
  }

  function take(index) {
    chosen.splice(index, 1);
    show();
    (list.querySelectorAll('.away')[Math.min(index, chosen.length - 1)] ?? field).focus();
  }

  field.addEventListener('change', () => {
    add(field.files);
    // They are listed below, and sent from there; the field is free for more.
    field.value = '';
  });
  drops(place, add);
  if (kept.length) show();
  return { all: () => chosen, fits, point: () => (list.querySelector('.fault')?.closest('li').querySelector('.away') ?? field).focus() };
}

/** The same file chosen twice is one. */
const keyOf = file => `${file.name} ${file.size} ${file.lastModified}`;

function drops(place, add) {
  const carries = event => event.dataTransfer?.types.includes('Files');
  const over = on => place.classList.toggle('over', on);
  place.addEventListener('dragover', event => {
    if (!carries(event)) return;
    event.preventDefault();
    over(true);
  });
  place.addEventListener('dragleave', event => place.contains(event.relatedTarget) || over(false));
  place.addEventListener('drop', event => {
    over(false);
    if (!carries(event)) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
}
