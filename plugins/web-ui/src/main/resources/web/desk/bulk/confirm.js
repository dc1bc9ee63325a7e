/** Asks what a change to many tickets still needs, and says what it will do. Tells `confirmed` with the change and its name. */
import { html, nothing } from 'lit';
import { PageElement } from '../../kit/element.js';
import { icon } from '../../kit/icons.js';
import { t } from '../../text/index.js';

const KINDS = ['instructions', 'configuration_change', 'account_adjustment', 'workaround', 'fix', 'other'];
const CLOSURES = ['confirmed', 'duplicate', 'withdrawn'];
const TAGS = new Set(['addTags', 'removeTags']);

class Confirm extends PageElement {
  static properties = { wanted: { state: true }, items: { state: true } };

  async ask(wanted, items) {
    Object.assign(this, { wanted, items });
    await this.updateComplete;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('.body :is(input, textarea, select, button.primary)').focus();
  }

  get kind() {
    return this.wanted.kind;
  }

  send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = name => form.get(name)?.trim() ?? '';
    this.close();
    this.tell('confirmed', [this.change(text), this.name(text)]);
  }

  change(text) {
    const reason = text('reason') || undefined;
    switch (this.kind) {
      case 'resolved': return { transition: { to: 'resolved', resolution: { kind: text('kind'), summary: text('summary') } }, reason };
      case 'closed': return { transition: { to: 'closed', closure: text('closure') }, reason };
      case 'macro': return { macro: this.wanted.macro.id };
      case 'addTags': case 'removeTags': return { edit: { [this.kind]: text('tags').toLowerCase().split(/[\s,]+/).filter(Boolean) } };
      default: return { disposition: this.kind, reason };
    }
  }

  name(text) {
    if (TAGS.has(this.kind)) return text('tags');
    return this.wanted.name ?? this.wanted.macro?.name ?? t(`disposition.${this.kind}`);
  }

  render() {
    if (!this.wanted) return nothing;
    const count = this.items.length;
    const title = t(`bulk.${this.kind}.title`, { count, name: this.wanted.macro?.name ?? '' });
    return html`<dialog class="action" aria-labelledby="bulk-title"><header><h2 id="bulk-title">${title}</h2>
      <button type="button" class="plain square" aria-label=${t('app.close')} @click=${this.close}>${icon('close')}</button></header>
      <form @submit=${this.send}><div class="body">${this.fields()}
        <section class="will"><h3>${t('act.will')}</h3><ul>${this.will(count).map(one => html`<li>${one}</li>`)}</ul></section>
        <p class="actions"><button type="button" @click=${this.close}>${t('app.cancel')}</button><button class="primary">${t('bulk.do', { count })}</button></p></div></form></dialog>`;
  }

  will(count) {
    const macro = this.wanted.macro;
    return [macro?.description || null, t(`bulk.${this.kind}.will`, { count }), t('bulk.will.each')].filter(Boolean);
  }

  fields() {
    switch (this.kind) {
      case 'resolved': return html`<div class="field"><label for="bulk-kind">${t('move.kind')}</label><select id="bulk-kind" name="kind">${KINDS.map(kind => html`<option value=${kind}>${t(`kind.${kind}`)}</option>`)}</select></div>
        <div class="field"><label for="bulk-summary">${t('move.summary')}</label><textarea id="bulk-summary" name="summary" required rows="4" maxlength="10000"></textarea></div>`;
      case 'closed': return html`<div class="field"><label for="bulk-closure">${t('move.closure')}</label><select id="bulk-closure" name="closure">${CLOSURES.map(one => html`<option value=${one}>${t(`closure.${one}`)}</option>`)}</select></div>${this.reason()}`;
      case 'macro': return nothing;
      case 'addTags': case 'removeTags': return html`<div class="field"><label for="bulk-tags">${t('ticket.tags')}</label>
        <input id="bulk-tags" name="tags" required maxlength="300" autocomplete="off" list="bulk-known-tags" aria-describedby="bulk-tags-hint"><p class="hint" id="bulk-tags-hint">${t('bulk.tags.hint')}</p>
        <datalist id="bulk-known-tags">${[...new Set(this.items.flatMap(item => item.tags ?? []))].map(tag => html`<option value=${tag}></option>`)}</datalist></div>`;
      default: return this.reason();
    }
  }

  reason() {
    return html`<div class="field"><label for="bulk-reason">${t('move.reason')} <span class="quiet">${t('move.optional')}</span></label><textarea id="bulk-reason" name="reason" rows="2" maxlength="1000"></textarea></div>`;
  }

  close() {
    this.querySelector('dialog').close();
  }
}
customElements.define('sb-bulk-confirm', Confirm);
