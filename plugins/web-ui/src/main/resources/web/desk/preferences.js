/** The reader's own choices: appearance, density, language; and the way out. */
import { html } from 'lit';
import { PageElement, startOf } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { prefer, remember, session } from '../data/session.js';
import { wait } from './compose/outbox.js';
import { language, LANGUAGES, speak, t } from '../text/index.js';

class Preferences extends PageElement {
  connectedCallback() {
    super.connectedCallback();
    this.follow(session, 'change', () => this.requestUpdate());
  }

  render() {
    return html`<div id="preferences-menu" class="menu above" popover role="dialog" aria-label=${t('prefer.title')} @toggle=${this.put}>
      ${this.choice('theme', ['system', 'light', 'dark'])}
      ${this.choice('density', ['comfortable', 'compact'])}
      <fieldset><legend>${t('prefer.language')}</legend><div class="segments">${LANGUAGES.map(([id, name]) => html`
        <button type="button" lang=${id} aria-pressed=${language.id === id} @click=${() => this.say(id)}>${name}</button>`)}</div></fieldset>
      <fieldset><legend>${t('prefer.undo')}</legend><div class="segments">${[0, 8, 20].map(seconds => html`
        <button type="button" aria-pressed=${wait() === seconds} @click=${() => remember('undo', seconds)}>${seconds ? t('prefer.undo.seconds', { count: seconds }) : t('prefer.undo.none')}</button>`)}</div></fieldset>
      <hr>
      <button type="button" class="item" @click=${() => this.tell('sign-out')}>${icon('out')}${t('sign-out')}</button>
    </div>`;
  }

  choice(name, values) {
    const now = session.preferences?.[name] ?? values[0];
    return html`<fieldset><legend>${t(`prefer.${name}`)}</legend><div class="segments">${values.map(value => html`
      <button type="button" aria-pressed=${now === value} @click=${() => prefer({ [name]: value })}>${t(`prefer.${name}.${value}`)}</button>`)}</div></fieldset>`;
  }

  say(id) {
    speak(id);
    prefer({ language: id });
  }

  put(event) {
    if (event.newState !== 'open') return;
    const menu = event.target;
    const button = document.querySelector('[popovertarget=preferences-menu]').getBoundingClientRect();
    menu.style.insetInlineStart = `${Math.max(8, startOf(button))}px`;
    menu.style.insetBlockEnd = `${window.innerHeight - button.top + 6}px`;
  }
}
customElements.define('sb-preferences', Preferences);
