/**
 * One element of a plugin in its place. If it cannot be loaded, takes too long to, is not there or throws, a notice stands
 * in its place, and all around it goes on.
 */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { titleOf } from '../data/contributions.js';
import { language, t } from '../text/index.js';
import { contextOf, sameGiven } from './context.js';
import { make, ready, troubles } from './element.js';

/** After this many milliseconds it is said that it does not come; if it comes later it is shown all the same. */
const LONGEST = 8000;

class Contribution extends PageElement {
  static properties = {
    entry: { attribute: false }, given: { attribute: false, hasChanged: (now, before) => !sameGiven(now, before) },
    state: { state: true }, stumbled: { state: true },
  };

  constructor() {
    super();
    this.given = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(troubles, 'trouble', ({ detail }) => {
      if (detail.includes(this.entry.module)) this.stumbled = true;
    });
    if (this.made) this.updated();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  willUpdate(changed) {
    if (changed.has('entry') && changed.get('entry')?.element !== this.entry.element) this.begin();
  }

  async begin() {
    const { entry } = this;
    Object.assign(this, { state: 'loading', stumbled: false, made: null });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { if (this.state === 'loading') this.state = 'late'; }, LONGEST);
    try {
      await ready(entry);
      if (this.entry !== entry) return;
      const made = make(entry);
      made.addEventListener('contribution-failed', event => this.failed(event.detail));
      this.give(made);
      this.made = made;
      this.state = 'there';
    } catch (failure) {
      if (this.entry === entry) this.failed(failure);
    }
    clearTimeout(this.timer);
  }

  give(made) {
    const { given } = this;
    this.told = { given, language: language.id };
    made.context = contextOf(this.entry, given);
  }

  /** It failed for good: what is left of it goes. */
  failed(failure) {
    console.error(`${this.entry.plugin}: ${this.entry.module}`, failure);
    this.made = null;
    this.state = 'failed';
  }

  updated() {
    if (!this.made || (this.told.given === this.given && this.told.language === language.id)) return;
    try {
      this.give(this.made);
    } catch (failure) {
      this.failed(failure);
    }
  }

  render() {
    switch (this.state) {
      case 'loading': return html`<div class="slot-loading" role="status"><span class="only-read">${t('app.loading')}</span><i aria-hidden="true"></i><i aria-hidden="true"></i></div>`;
      case 'there': return html`${this.made}${this.stumbled ? this.notice('slot.stumbled') : nothing}`;
      case 'late': return this.notice('slot.late');
      case 'failed': return this.notice('slot.failed', true);
      default: return nothing;
    }
  }

  notice(words, again = false) {
    return html`<div class="slot-notice" role="status">${icon('overdue')}<p>${t(words, { title: titleOf(this.entry), plugin: this.entry.plugin })}
      ${again ? html`<button type="button" class="link" @click=${() => this.begin()}>${t('app.retry')}</button>` : nothing}</p></div>`;
  }
}
customElements.define('sb-contribution', Contribution);
