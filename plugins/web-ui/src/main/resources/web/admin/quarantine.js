/** That a plugin is asked nothing any more: why, since when, what follows, and letting it out. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { exactly } from '../kit/time.js';
import { toast } from '../kit/toast.js';
import { call, Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { t } from '../text/index.js';
import { matterWords } from './condition.js';
import { refusal } from './page.js';

class QuarantineNotice extends PageElement {
  static properties = { plugin: { attribute: false }, problem: { state: true }, busy: { state: true } };

  async lift() {
    const { id, name } = this.plugin;
    if (!await ask({ title: t('quarantine.lift.ask', { name }), text: t('quarantine.lift.text'), yes: t('quarantine.lift') })) return;
    this.busy = true;
    this.problem = null;
    try {
      await call('POST', `/plugins/${encodeURIComponent(id)}/quarantine/lift`);
      toast(t('quarantine.lifted', { name }));
      this.tell('settings-changed');
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { quarantine, sockets } = this.plugin;
    if (!quarantine) return nothing;
    return html`<section class="panel quarantine" aria-labelledby="quarantine-title"><h2 id="quarantine-title">${icon('lock')}${t('quarantine.title')}</h2>
      <p><strong>${matterWords(quarantine.matter)}</strong></p><p>${t('quarantine.since', { time: exactly(quarantine.since) })} ${t('quarantine.text')}
        ${sockets.includes('SpecialHandling') ? t('quarantine.held') : nothing}</p>
      ${refusal(this.problem)}
      ${may('plugin.edit') ? html`<p class="ways"><button type="button" ?disabled=${this.busy} @click=${() => this.lift()}>${icon('play')}${t('quarantine.lift')}</button><span class="quiet small">${t('quarantine.other')}</span></p>` : nothing}</section>`;
  }
}
customElements.define('sb-quarantine', QuarantineNotice);
