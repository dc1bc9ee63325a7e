/** One message. Its HTML was made safe by the server, and is made safe once more here before it is shown. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { avatar } from '../kit/badges.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { language, t } from '../text/index.js';
import { letterOf } from './letter.js';
import '../slots/slot.js';

const entry = (contribution, element) => html`<div class="slot-entry">${element}</div>`;

const SIGNS = { customer: 'mine', reply: 'reply', note: 'note' };

/** A size as people say it. */
export function sizeOf(bytes) {
  const [unit, size] = bytes >= 1e6 ? ['megabyte', bytes / 1e6] : bytes >= 1e3 ? ['kilobyte', bytes / 1e3] : ['byte', bytes];
  return new Intl.NumberFormat(language.id, { style: 'unit', unit, unitDisplay: bytes < 1e3 ? 'long' : 'short', maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}

class Message extends PageElement {
  static properties = { message: { attribute: false }, ticket: { attribute: false }, images: { state: true } };

  willUpdate(changed) {
    if (changed.has('message') && this.message.html !== this.shown) {
      this.shown = this.message.html;
      this.letter = letterOf(this.message.html);
    }
  }

  render() {
    const { kind, author, automatic, createdAt, attachments } = this.message;
    const key = Object.hasOwn(SIGNS, kind) ? kind : 'note';
    return html`<article class="message ${key}">
      <header>${avatar(author?.name)}<span class="author" dir="auto">${author?.name ?? t('actor.system')}</span>
        <span class="kind">${icon(SIGNS[key])}${t(`thread.${key}`)}${key === 'note' ? html` · ${t('thread.note.hint')}` : nothing}${automatic ? html` · ${t('thread.automatic')}` : nothing}</span>
        ${timeOf(createdAt)}</header>
      <div class="words">${this.images ? this.frame() : html`<div class="letter" dir="auto">${this.letter.fragment}</div>`}</div>
      ${this.letter.remote.length && !this.images ? this.blocked() : nothing}
      ${attachments?.length ? html`<div class="files">${attachments.map(file => this.file(file))}</div>` : nothing}
      <sb-slot name="thread-entry" .given=${{ ticket: this.ticket, message: this.message }} .around=${entry}></sb-slot>
    </article>`;
  }

  blocked() {
    return html`<p class="blocked notice">${t('thread.images', { count: this.letter.remote.length })}
      <button type="button" @click=${() => { this.images = true; }}>${t('thread.images.show')}</button></p>`;
  }

  /** The page itself may load nothing from elsewhere; the frame may load images, and run nothing. */
  frame() {
    return html`<iframe class="letter-frame" src="/x/web-ui/letter" title=${t('thread.images.frame')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" @load=${this.fill}></iframe>`;
  }

  fill(event) {
    const frame = event.target;
    const inside = frame.contentDocument;
    inside.documentElement.dataset.theme = document.documentElement.dataset.theme;
    const letter = letterOf(this.message.html, true);
    inside.body.dir = 'auto';
    inside.body.replaceChildren(inside.adoptNode(letter.fragment));
    const fit = () => { frame.style.blockSize = `${Math.ceil(inside.body.getBoundingClientRect().height)}px`; };
    inside.querySelectorAll('img').forEach(image => { image.onload = fit; });
    new ResizeObserver(fit).observe(inside.body);
  }

  file(file) {
    const address = `/api/v1/attachments/${file.id}`;
    const size = sizeOf(file.size);
    return html`<a class="file" href=${address} download=${file.name} aria-label=${t('thread.file', { name: file.name, size })}>
      ${/^image\/(png|jpeg|gif|webp)$/.test(file.type) ? html`<img src=${address} alt="" loading="lazy">` : icon('paperclip')}
      <span class="name" dir="auto">${file.name}</span><span class="size">${size}</span></a>`;
  }
}
customElements.define('sb-message', Message);
