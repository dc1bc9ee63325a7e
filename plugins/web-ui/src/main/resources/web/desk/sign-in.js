/** Signing in: address and password, then the code of an authenticator app where there is one. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { signIn } from '../data/session.js';
import { t } from '../text/index.js';

class SignIn extends PageElement {
  /** `again` is who was signed in, when a session ended in the middle of work; `home` where the area begins. */
  static properties = { again: { attribute: false }, home: {}, step: { state: true }, working: { state: true }, wrong: { state: true }, shown: { state: true } };

  constructor() {
    super();
    this.again = null;
    this.home = '/desk/';
    this.step = 'password';
    this.email = '';
    this.password = '';
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    if (this.step === 'password') {
      this.email = form.get('email');
      this.password = form.get('password');
    }
    this.working = true;
    this.wrong = '';
    try {
      await signIn(this.email, this.password, form.get('code')?.replace(/\s/g, ''));
      this.password = '';
      this.tell('signed-in');
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.working = false;
    }
  }

  refused(problem) {
    if (problem.code === 'code-required') {
      this.step = 'code';
    } else if (problem.status === 429) {
      this.wrong = t('sign-in.too-many');
    } else if (problem.status === 401) {
      this.wrong = t(this.step === 'code' ? 'sign-in.failed.code' : 'sign-in.failed');
    } else {
      this.wrong = problem.offline ? t('app.offline') : problem.detail || problem.message;
    }
    this.updateComplete.then(() => this.querySelector(this.step === 'code' ? '#sign-in-code' : '#sign-in-password')?.select());
  }

  firstUpdated() {
    this.querySelector(this.again ? '#sign-in-password' : '#sign-in-email')?.focus();
  }

  render() {
    return html`<form class="sign-in" @submit=${this.send} aria-labelledby="sign-in-title" novalidate>
      <span class="brand"><span class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>${t('app.name')}</span>
      <h1 id="sign-in-title">${t(this.step === 'code' ? 'sign-in.code.title' : this.again ? 'sign-in.again' : this.home === '/desk/' ? 'sign-in.title' : 'admin.sign-in')}</h1>
      ${this.again && this.step === 'password' ? html`<p class="field quiet">${t('sign-in.again.text')}</p>` : nothing}
      <div role="alert">${this.wrong ? html`<p class="notice bad">${this.wrong}</p>` : nothing}</div>
      ${this.step === 'code' ? this.code() : this.account()}
      <button class="primary" ?disabled=${this.working}>${t(this.working ? 'sign-in.working' : 'sign-in.do')}</button>
      ${this.step === 'code' ? html`<p class="below"><button type="button" class="plain" @click=${() => { this.step = 'password'; this.wrong = ''; }}>${t('sign-in.other')}</button></p>`
        : this.again ? html`<p class="below"><a href=${this.home} @click=${event => { event.preventDefault(); location.assign(this.home); }}>${t('sign-in.other')}</a></p>`
          : html`<p class="below"><a href="/">${t('sign-in.customer')}</a></p>`}
    </form>`;
  }

  account() {
    return html`<div class="field"><label for="sign-in-email">${t('sign-in.email')}</label>
        <input id="sign-in-email" name="email" type="email" autocomplete="username" required maxlength="254"
          .value=${this.again?.email ?? this.email} ?readonly=${Boolean(this.again)}></div>
      <div class="field"><label for="sign-in-password">${t('sign-in.password')}</label>
        <input id="sign-in-password" name="password" type=${this.shown ? 'text' : 'password'} autocomplete="current-password" ?autofocus=${Boolean(this.again)} required maxlength="1000">
        <p class="hint"><label class="switch"><input type="checkbox" @change=${event => { this.shown = event.target.checked; }}>${t('sign-in.show')}</label></p></div>`;
  }

  code() {
    return html`<div class="field"><label for="sign-in-code">${t('sign-in.code')}</label>
      <input id="sign-in-code" class="code" name="code" autocomplete="one-time-code" required maxlength="40" aria-describedby="sign-in-code-hint">
      <p class="hint" id="sign-in-code-hint">${t('sign-in.code.hint')}</p></div>`;
  }

  updated(changed) {
    if (changed.has('step') && this.step === 'code') this.querySelector('#sign-in-code').focus();
  }
}
customElements.define('sb-sign-in', SignIn);
