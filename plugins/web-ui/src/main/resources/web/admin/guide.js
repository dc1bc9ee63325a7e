/** The guide through the first steps, which ends with the first ticket answered. One can leave it and come back. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { t } from '../text/index.js';
import { endGuide, guide, isThrough, leaveOut, readSteps } from './guide-steps.js';
import { AdminPage, heading } from './page.js';
import { go } from './router.js';

class Guide extends AdminPage {
  right = 'desk.configure';
  rhythm = 10_000;

  load = () => readSteps();

  connectedCallback() {
    super.connectedCallback();
    this.follow(guide, 'change', () => { this.found = guide.steps; });
  }

  titled = () => t('admin.place.begin');

  async end() {
    await endGuide();
    go('/plugins');
  }

  page() {
    const steps = this.found;
    const through = isThrough(steps);
    const next = steps.find(step => !step.done && !step.leftOut);
    const count = steps.filter(step => step.done).length;
    return html`<div class="admin-page">${heading(this.titled(), through ? nothing : html`<button type="button" @click=${() => this.end()}>${t('guide.dismiss')}</button>`)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('guide.text')}</p>
        <p class="guide-far"><progress max=${steps.length} value=${count} aria-label=${t('guide.far', { count, all: steps.length })}></progress><span role="status">${t('guide.far', { count, all: steps.length })}</span></p>
        ${through ? this.through() : nothing}
        <ol class="guide">${steps.map(step => this.step(step, step === next))}</ol></div></div>`;
  }

  through() {
    return html`<section class="panel guide-end"><h2>${icon('done')}${t('guide.through')}</h2><p>${t('guide.through.text')}</p>
      <p class="actions"><button type="button" class="primary" @click=${() => this.end()}>${t('guide.end')}</button></p></section>`;
  }

  step(step, next) {
    const state = step.done ? 'done' : step.leftOut ? 'left' : 'open';
    return html`<li class="card ${next ? 'next' : ''}" data-step=${step.id} data-state=${state} aria-current=${next ? 'step' : nothing}>
      <span class="sign">${icon(step.done ? 'done' : step.leftOut ? 'spam' : 'unassigned')}<span class="only-read">${t(`guide.state.${state}`)}</span></span>
      <div class="what"><h2>${t(`guide.${step.id}`)}</h2><p class="quiet">${t(`guide.${step.id}.${step.done ? 'done' : 'text'}`)}</p>
        ${step.id === 'address' && !step.done ? html`<p><code>--public-address https://help.example.com</code></p>` : nothing}
        ${step.done ? nothing : html`<p class="ways">${step.place ? html`<a class="button ${next ? 'primary' : ''}" href=${step.place}>${t(`guide.${step.id}.go`)}</a>` : nothing}
          ${step.needed ? nothing : html`<button type="button" class="plain" aria-label=${t(step.leftOut ? 'guide.take-in.of' : 'guide.leave-out.of', { step: t(`guide.${step.id}`) })} @click=${() => leaveOut(step.id, !step.leftOut)}>${t(step.leftOut ? 'guide.take-in' : 'guide.leave-out')}</button>`}</p>`}</div></li>`;
  }
}
customElements.define('sb-guide', Guide);
