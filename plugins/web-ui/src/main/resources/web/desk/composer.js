/** Where one writes: a reply to the customer or a note for the desk, with files, and the status that follows. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../kit/element.js';
import { statusIcon, icon } from '../kit/icons.js';
import '../kit/picker.js';
import { call, get, newKey, Problem } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { contributed, contributions, titleOf } from '../data/contributions.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { dropDraft, keepDraft, keepDraftsNow } from './drafts.js';
import { letterOf } from './letter.js';
import { mark, MARKS } from './markdown.js';
import { hold, wait } from './compose/outbox.js';
import './compose/suggest.js';
import '../slots/dialog.js';
import { sizeOf } from './message.js';

const LARGEST = 25 * 1024 * 1024;
/** What needs more than a message: its form comes once the message is sent. */
const NEEDS_FORM = new Set(['resolved', 'closed']);

class Composer extends PageElement {
  static properties = {
    ticket: { attribute: false }, ways: { attribute: false }, drafts: { attribute: false }, kind: { state: true },
    bodies: { state: true }, files: { state: true }, kept: { state: true }, problem: { state: true }, sending: { state: true }, open: { state: true }, seen: { state: true },
  };

  constructor() {
    super();
    this.files = [];
    this.keys = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(contributions, 'change', () => this.requestUpdate());
  }

  willUpdate(changed) {
    if (changed.has('drafts') && this.drafts && this.filled !== this.drafts) {
      this.filled = this.drafts;
      this.bodies = { ...this.drafts };
      this.kind = may('ticket.reply') && !(this.drafts.note && !this.drafts.reply) ? 'reply' : 'note';
      this.open = Boolean(this.bodies[this.kind]);
      this.kept = this.open ? 'restored' : '';
      Object.assign(this, { files: [], problem: null, keys: {} });
    }
  }

  get field() {
    return this.querySelector('textarea');
  }

  /** Begins to write. */
  begin(kind) {
    this.turn(kind);
    this.updateComplete.then(() => this.field?.focus());
  }

  turn(kind) {
    if (!may(`ticket.${kind}`)) return;
    this.kind = kind;
    this.open = true;
    this.seen = null;
    this.problem = null;
    this.kept = '';
  }

  write(body) {
    this.bodies = { ...this.bodies, [this.kind]: body };
    this.seen = null;
    this.keys[this.kind] = undefined;
    this.kept = 'working';
    keepDraft(this.ticket.id, this.kind, body, where => { this.kept = where; });
    this.tell('writing');
  }

  async send(thenStatus) {
    const { kind, files } = this;
    const body = this.bodies[kind];
    if (!body.trim() || this.sending || files.some(file => !file.id)) {
      this.field.focus();
      return;
    }
    const asForm = NEEDS_FORM.has(thenStatus) || this.ways.find(way => way.to === thenStatus)?.missing.length;
    this.sending = true;
    this.problem = null;
    // The same key until it went through: sent twice over a bad line, it counts once.
    const wanted = { kind, body, format: 'markdown', attachments: files.map(file => file.id), ...(thenStatus && !asForm ? { thenStatus } : {}) };
    const asked = JSON.stringify(wanted);
    if (this.keys[kind]?.asked !== asked) this.keys[kind] = { asked, key: newKey() };
    try {
      if (kind === 'reply' && wait() && !asForm) await this.hold(wanted);
      else await this.post(wanted, asForm ? thenStatus : null);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.sending = false;
    }
  }

  async post(wanted, thenMove) {
    const { kind } = wanted;
    await call('POST', `/tickets/${this.ticket.id}/messages`, { key: this.keys[kind].key, body: wanted });
    this.empty(kind);
    await dropDraft(this.ticket.id, kind, wanted.body);
    this.tell('posted', { kind, thenMove });
  }

  /** It waits a moment, with its draft kept as it is; after that it is sent wherever the reader is by then. */
  async hold(wanted) {
    const { ticket, files } = this;
    const { key } = this.keys.reply;
    await keepDraftsNow();
    this.empty('reply');
    await hold({ ticket: ticket.id, number: ticket.number, kind: 'reply', wanted, key, files });
    this.tell('held');
  }

  empty(kind) {
    this.keys[kind] = undefined;
    this.bodies = { ...this.bodies, [kind]: '' };
    Object.assign(this, { files: [], kept: '', open: false, seen: null });
  }

  /** Has a reply back that was not sent: what was begun since stands below it. */
  restore({ kind, wanted, files, problem = null }) {
    const begun = this.bodies[kind].trim();
    this.begin(kind);
    this.files = [...files, ...this.files];
    this.write(begun ? `${wanted.body}\n\n${begun}` : wanted.body);
    this.problem = problem;
  }

  /** Puts in what was suggested. */
  async suggested({ from, to, kind, id, text }) {
    const before = this.bodies[this.kind];
    this.write(`${before.slice(0, from)}${text}${before.slice(to)}`);
    await this.updateComplete;
    this.field.focus();
    this.field.setSelectionRange(from + text.length, from + text.length);
    if (kind === 'template') await this.insert(id, from);
    if (kind === 'macro') this.tell('apply-macro', id);
  }

  async attach(list) {
    for (const file of list) {
      const entry = { name: file.name || 'image.png', size: file.size };
      this.files = [...this.files, entry];
      try {
        if (file.size > LARGEST) throw new Problem(413, { title: `${entry.name}: ${sizeOf(file.size)} > ${sizeOf(LARGEST)}` });
        entry.id = (await call('POST', `/attachments?name=${encodeURIComponent(entry.name)}`, { file, key: newKey() })).data.id;
      } catch (problem) {
        this.files = this.files.filter(other => other !== entry);
        this.problem = problem;
      }
      this.requestUpdate();
    }
  }

  get suggest() {
    return this.querySelector('sb-suggest');
  }

  press(event) {
    if (this.suggest.press(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape') {
      this.field.blur();
    }
  }

  mark(name) {
    const made = mark(this.field, name);
    this.write(made.text);
    this.updateComplete.then(() => {
      this.field.focus();
      this.field.setSelectionRange(made.from, made.to);
    });
  }

  /** Shows what is written as it will be read; again, it is written on. */
  async look() {
    const { kind } = this;
    const body = this.bodies[kind];
    if (this.seen || !body.trim()) return void this.begin(kind);
    try {
      const { data } = await call('POST', `/tickets/${this.ticket.id}/messages/preview`, { body: { body, format: 'markdown' } });
      if (this.kind === kind && this.bodies[kind] === body) this.seen = letterOf(data.html);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
  }

  render() {
    if (!this.bodies || !(may('ticket.reply') || may('ticket.note'))) return nothing;
    const note = this.kind === 'note';
    const name = this.ticket.requester?.name ?? '';
    return html`<section class="composer ${this.kind} ${this.open ? '' : 'folded'}" @drop=${this.drop} @dragover=${event => event.preventDefault()}>
      <div class="ways"><div class="segments">${['reply', 'note'].filter(kind => may(`ticket.${kind}`)).map(kind => html`
          <button type="button" aria-pressed=${this.kind === kind} @click=${() => this.begin(kind)}>${icon(kind)}${t(`compose.${kind}`)}</button>`)}</div>
        <span class="kept" role="status">${this.keptWords()}</span></div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problemWords()}</p>` : nothing}
      <div class="box">
        ${this.seen ? html`<div class="letter seen" dir="auto" tabindex="0" role="region" aria-label=${t('compose.preview')}>${this.seen.fragment}</div>` : nothing}
        <textarea ?hidden=${this.seen} aria-label=${t(note ? 'compose.note.label' : 'compose.reply.label', { name })} placeholder=${t(note ? 'compose.note.hint' : 'compose.reply.hint', { name })}
          maxlength="200000" .value=${live(this.bodies[this.kind])} @focus=${() => { this.open = true; }}
          aria-autocomplete="list" aria-controls="suggest-list" @input=${event => { this.write(event.target.value); this.suggest.look(event.target, this.kind, this.ticket); }}
          @keydown=${this.press} @paste=${this.paste} @blur=${() => this.suggest.close()}></textarea>
        <sb-suggest @suggested=${event => this.suggested(event.detail)}></sb-suggest>
        ${this.files.length ? html`<div class="files">${this.files.map(file => this.file(file))}</div>` : nothing}
        <div class="bar">${Object.keys(MARKS).map(one => html`<button type="button" class="plain square" aria-label=${t(`compose.${one}`)} title=${t(`compose.${one}`)} @click=${() => this.mark(one)}>${icon(one)}</button>`)}
          <button type="button" class="plain square" aria-label=${t('compose.attach')} title=${t('compose.attach')} @click=${() => this.querySelector('input[type=file]').click()}>${icon('paperclip')}</button>
          <input type="file" multiple hidden aria-label=${t('compose.attach')} @change=${event => { this.attach(event.target.files); event.target.value = ''; }}>
          ${may('template.use') ? html`<sb-picker face="plain square" .face=${'plain square'} .shown=${icon('saved')} .label=${t('compose.templates')} .name=${t('compose.templates')}
            .options=${() => this.templates()} @pick=${event => this.insert(event.detail)}></sb-picker>` : nothing}
          <button type="button" class="plain square" aria-pressed=${Boolean(this.seen)} aria-label=${t('compose.preview')} title=${t('compose.preview')} @click=${() => this.look()}>${icon('eye')}</button>
          ${contributed('composer-action').map(entry => html`<button type="button" class="plain square" aria-label=${titleOf(entry)} title=${titleOf(entry)} @click=${() => this.added(entry)}>${icon(entry.icon)}</button>`)}
          ${this.sendButtons(note)}</div>
      </div><sb-slot-dialog></sb-slot-dialog></section>`;
  }

  /** Opens what a plugin adds to the writing; it may put words where the cursor was. */
  added(entry) {
    const { kind, field } = this;
    const at = field.selectionEnd;
    const text = this.bodies[kind];
    this.querySelector('sb-slot-dialog').show(entry, { ticket: this.ticket, kind, text, insert: words => {
      const now = this.bodies[kind];
      this.turn(kind);
      this.write(now.slice(0, at) + words + now.slice(at));
      this.updateComplete.then(() => this.field.focus());
    } });
  }

  sendButtons(note) {
    const word = t(note ? 'compose.send.note' : 'compose.send');
    const options = this.ways.map(way => ({ id: way.to, mark: statusIcon(way.to),
      label: t(note ? 'compose.send.note.and' : 'compose.send.and', { status: statusName(this.ticket.profile, way.to) }) }));
    return html`<div class="send"><button type="button" class="primary" title=${t('compose.keys')} ?disabled=${this.sending} @click=${() => this.send()}>${icon('send')}${word}</button>
      ${options.length && may('ticket.transition') ? html`<sb-picker .face=${'primary square'} .shown=${icon('down')} .label=${t('compose.then')} .name=${t('compose.then')}
        .options=${options} @pick=${event => this.send(event.detail)}></sb-picker>` : nothing}</div>`;
  }

  file(file) {
    return html`<span class="file">${icon('paperclip')}<span class="name" dir="auto">${file.name}</span><span class="size">${file.id ? sizeOf(file.size) : t('app.loading')}</span>
      <button type="button" class="plain square" aria-label=${t('compose.file.remove', { name: file.name })}
        @click=${() => { this.files = this.files.filter(other => other !== file); }}>${icon('close')}</button></span>`;
  }

  keptWords() {
    return { server: t('compose.draft.kept'), local: t('compose.draft.local'), restored: t('compose.draft.restored') }[this.kept] ?? '';
  }

  problemWords() {
    const { problem } = this;
    if (problem.offline) return t('compose.offline');
    return [problem.message, ...problem.errors.map(error => error.message), problem.errors.length ? '' : problem.detail].filter(Boolean).join('. ');
  }

  async templates() {
    const found = await get(`/templates?ticket=${this.ticket.number}`);
    return found.items.map(template => ({ id: template.id, label: template.name }));
  }

  /** Puts a template in, at a place of the text or else at its end. */
  async insert(id, at) {
    const made = (await call('POST', `/templates/${id}/render`, { body: { ticket: this.ticket.number } })).data;
    const text = this.bodies[this.kind];
    const before = text.trimEnd();
    if (at !== undefined) this.write(text.slice(0, at) + made.body + text.slice(at));
    else this.write(before ? `${before}\n\n${made.body}` : made.body);
    this.updateComplete.then(() => this.field.focus());
  }

  paste(event) {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      this.attach(event.clipboardData.files);
    }
  }

  drop(event) {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      this.open = true;
      this.attach(event.dataTransfer.files);
    }
  }
}
customElements.define('sb-composer', Composer);
