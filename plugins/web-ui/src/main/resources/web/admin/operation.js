/** One plugin at work on this node: calls that hang, and what the log says of it. Calls and what waits stand above. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { problemNotice, skeletonRows } from '../kit/states.js';
import { exactly, timeOf } from '../kit/time.js';
import { get, Problem } from '../data/api.js';
import { t } from '../text/index.js';

const RHYTHM = 5000;
const LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];

class Operation extends PageElement {
  static properties = { plugin: {}, found: { state: true }, problem: { state: true }, least: { state: true } };

  constructor() {
    super();
    this.least = 'INFO';
  }

  connectedCallback() {
    super.connectedCallback();
    this.beat = setInterval(() => document.hidden || this.load(), RHYTHM);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  willUpdate(changed) {
    if (!changed.has('plugin')) return;
    this.found = null;
    this.load();
  }

  async load() {
    const { plugin } = this;
    try {
      const found = await get(`/plugins/${encodeURIComponent(plugin)}/operation`);
      if (plugin === this.plugin) Object.assign(this, { found, problem: null });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (plugin === this.plugin) this.problem = problem;
    }
  }

  render() {
    const { found, problem } = this;
    if (problem && !found) return html`<section class="panel">${problemNotice(problem, () => this.load())}</section>`;
    if (!found) return html`<section class="panel">${skeletonRows(3)}</section>`;
    return html`${found.hanging.length ? this.hanging() : nothing}${this.log()}`;
  }

  hanging() {
    return html`<section class="panel hanging" aria-labelledby="operation-hanging"><h2 id="operation-hanging">${icon('overdue')}${t('operation.hanging', { count: this.found.hanging.length })}</h2>
      <p class="quiet">${t('operation.hanging.text')}</p>
      <ul class="log-lines">${this.found.hanging.map(one => html`<li><time datetime=${one.since} title=${exactly(one.since)}>${timeOf(one.since)}</time><span class="level">${t(one.burning ? 'operation.burning' : 'operation.waiting')}</span>
        <span class="said">${one.socket}<br><span class="quiet small">${t('operation.thread', { name: one.thread })}</span></span></li>`)}</ul></section>`;
  }

  log() {
    const shown = this.found.log.filter(line => LEVELS.indexOf(line.level) <= LEVELS.indexOf(this.least));
    return html`<section class="panel" aria-labelledby="operation-log"><h2 id="operation-log">${t('operation.log')}<label class="least">${t('operation.least')} <select @change=${event => { this.least = event.target.value; }}>
        ${LEVELS.slice(0, 4).map(level => html`<option value=${level} ?selected=${level === this.least}>${t(`operation.level.${level}`)}</option>`)}</select></label></h2>
      ${shown.length ? html`<ul class="log-lines">${shown.map(line => html`<li data-level=${line.level}><time datetime=${line.at} title=${exactly(line.at)}>${timeOf(line.at)}</time>
          <span class="level">${line.level}</span><span class="said" lang="en">${line.message}<br><span class="quiet small">${line.logger}</span></span></li>`)}</ul>` : html`<p class="quiet">${t('operation.log.none')}</p>`}</section>`;
  }
}
customElements.define('sb-operation', Operation);
