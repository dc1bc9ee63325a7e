/**
 * What a sign in the text leads to: `@` in a note names a colleague, `/` at the beginning of a line finds a template or a
 * macro. Tells `suggested` with `{from, to, kind, id, text}`: what of the text it replaces, and what was chosen.
 */
import { html, nothing } from 'lit';
import { PageElement, startOf } from '../../kit/element.js';
import { avatar } from '../../kit/badges.js';
import { icon } from '../../kit/icons.js';
import { get, Problem } from '../../data/api.js';
import { agents } from '../../data/catalogue.js';
import { may } from '../../data/session.js';
import { t } from '../../text/index.js';

const SHOWN = 8;
const MENTION = /(?:^|[^\p{L}\p{N}._+-])@([\p{L}\p{N}._+-]{0,40})$/u;
const COMMAND = /(?:^|\n)\/([^\n/]{0,60})$/;

/** What stands before the `@` of an address, if no other agent's begins like that; else the whole address. */
export function handleOf(agent, everybody) {
  const short = agent.email.split('@')[0].toLowerCase();
  const others = everybody.filter(other => other.active && other.id !== agent.id && (other.email ?? '').toLowerCase().startsWith(`${short}@`));
  return others.length ? agent.email : short;
}

async function people() {
  const all = await agents();
  return all.filter(agent => agent.active && agent.email).map(agent => ({ kind: 'mention', id: agent.id, label: agent.name, hint: `@${handleOf(agent, all)}`, text: `@${handleOf(agent, all)} `, mark: avatar(agent.name) }));
}

async function shelf(ticket) {
  const [templates, macros] = may('template.use') ? await Promise.all([get(`/templates?ticket=${ticket.number}`), get('/macros')]) : [{ items: [] }, { items: [] }];
  return [...templates.items.map(one => ({ kind: 'template', id: one.id, label: one.name, hint: t('compose.suggest.template'), text: '', mark: icon('saved') })),
    ...macros.items.filter(one => one.active).map(one => ({ kind: 'macro', id: one.id, label: one.name, hint: t('compose.suggest.macro'), text: '', mark: icon('list') }))];
}

/** What has each word at the beginning of one of its own; where nothing has, what has it anywhere. */
function fitting(options, words) {
  const wanted = words.split(/\s+/).filter(Boolean);
  const texts = options.map(option => ({ option, text: `${option.label} ${option.hint}`.toLowerCase() }));
  const begin = texts.filter(({ text }) => wanted.every(word => text.split(/[\s@._-]+/).some(part => part.startsWith(word)) || text.split(/[\s@]+/).some(part => part.startsWith(word))));
  const found = begin.length ? begin : texts.filter(({ text }) => wanted.every(word => text.includes(word)));
  return found.map(({ option }) => option);
}

class Suggest extends PageElement {
  static properties = { found: { state: true }, at: { state: true } };

  constructor() {
    super();
    this.found = [];
    this.at = 0;
  }

  get isOpen() {
    return this.found.length > 0;
  }

  /** Looks at what stands before the caret. */
  async look(field, kind, ticket) {
    this.field = field;
    const before = field.value.slice(0, field.selectionStart);
    const mention = kind === 'note' ? MENTION.exec(before) : null;
    const command = mention ? null : COMMAND.exec(before);
    const words = (mention ?? command)?.[1].toLowerCase();
    if (words === undefined) {
      this.close();
      return;
    }
    const asked = this.asked = {};
    const to = field.selectionStart;
    try {
      const all = mention ? await people() : await (this.shelf ??= shelf(ticket));
      if (this.asked !== asked) return;
      this.range = { from: to - words.length - 1, to };
      this.at = 0;
      this.found = fitting(all, words).slice(0, SHOWN);
      if (this.isOpen) this.show();
      else this.close();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.shelf = null;
    }
  }

  async show() {
    await this.updateComplete;
    const menu = this.querySelector('.menu');
    if (!menu.matches(':popover-open')) menu.showPopover();
    const box = this.field.getBoundingClientRect();
    menu.style.insetInlineStart = `${Math.max(8, startOf(box))}px`;
    menu.style.insetBlock = `auto ${window.innerHeight - box.top + 6}px`;
    menu.style.maxBlockSize = `${Math.min(384, box.top - 14)}px`;
    menu.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', `suggest-${this.at}`);
  }

  close() {
    this.asked = null;
    this.found = [];
    const menu = this.querySelector('.menu');
    if (menu?.matches(':popover-open')) menu.hidePopover();
    this.field?.removeAttribute('aria-activedescendant');
  }

  /** Takes a key of the text while something is suggested; says whether it did. */
  press(event) {
    if (!this.isOpen) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + this.found.length) % this.found.length;
      this.show();
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
      this.choose(this.found[this.at]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  choose(option) {
    const { range } = this;
    this.close();
    this.tell('suggested', { ...range, kind: option.kind, id: option.id, text: option.text });
  }

  render() {
    return html`<div class="menu suggest" popover="manual"><div role="listbox" id="suggest-list" aria-label=${t('compose.suggest')}>${this.found.map((option, index) => html`
        <div role="option" id="suggest-${index}" aria-selected=${index === this.at} ?data-active=${index === this.at} @mousedown=${event => event.preventDefault()} @click=${() => this.choose(option)}
          @mousemove=${() => { this.at = index; }}>${option.mark}<span class="explained"><span>${option.label}</span><span class="quiet small">${option.hint}</span></span></div>`)}</div></div>
      <span class="only-read" role="status">${this.isOpen ? t('compose.suggest.found', { count: this.found.length }) : nothing}</span>`;
  }
}
customElements.define('sb-suggest', Suggest);
