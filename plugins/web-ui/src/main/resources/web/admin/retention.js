/** How long the desk keeps what, what such rules would take now, and what the latest run took. */
import { html, nothing } from 'lit';
import { ask } from '../kit/ask.js';
import { icon } from '../kit/icons.js';
import { timeOf } from '../kit/time.js';
import { call, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { number } from './names.js';
import { refusal } from './page.js';
import { problemsOf } from './rule-lines.js';
import { RulesPage } from './rules-page.js';

/** What is kept, with the days that stand there when one begins to let it go. */
const SUBJECTS = { tickets: 1095, spam: 30, trash: 30, customers: 1095, deliveries: 90, audit: 730 };
/** What a rule may do with something; the rest has one way only. */
const WAYS = { tickets: ['empty', 'purge'] };
const ways = subject => WAYS[subject] ?? ['remove'];
/** Those whose first ones have numbers that a person knows. */
const NUMBERED = new Set(['tickets', 'spam', 'trash']);

class Retention extends RulesPage {
  static properties = { expected: { state: true }, unknown: { state: true } };

  right = 'desk.configure';
  changing = ['desk.configure', 'ticket.purge', 'person.erase'];
  path = '/retention';

  titled = () => t('admin.place.retention');

  get words() {
    return t('retention.text');
  }

  ofAnswer(answer) {
    return Object.fromEntries(Object.keys(SUBJECTS).map(subject => [subject, answer[subject] ?? null]));
  }

  toBody(rules) {
    return Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule));
  }

  get schema() {
    return { properties: Object.fromEntries(Object.keys(SUBJECTS).map(subject => [subject, { title: t(`retention.${subject}`), draw: field => this.rule(field), said: rule => this.said(subject, rule) }])) };
  }

  said = (subject, rule) => rule ? `${t(`retention.way.${rule.action ?? 'remove'}`)} ${t('retention.days', { count: rule.days })}` : t('retention.way.keep');

  rule({ name, value, errors, still, edit }) {
    const way = value ? value.action ?? 'remove' : 'keep';
    const turn = to => edit(to === 'keep' ? null : { days: value?.days ?? SUBJECTS[name], ...to === 'remove' ? {} : { action: to } });
    const typed = text => { this.expected = null; edit({ ...value, days: /^\d+$/.test(text.trim()) ? Number(text) : text }); };
    return html`<fieldset class="field keep"><legend class="label">${t(`retention.${name}`)}</legend>
      <div class="line"><select aria-label=${t('retention.way.of', { what: t(`retention.${name}`) })} ?disabled=${still} @change=${event => { this.expected = null; turn(event.target.value); }}>
          ${['keep', ...ways(name)].map(id => html`<option value=${id} ?selected=${id === way}>${t(`retention.way.${id}`)}</option>`)}</select>
        ${value ? html`<label class="days"><input class="numeric" inputmode="numeric" maxlength="5" aria-label=${t('retention.days.of', { what: t(`retention.${name}`) })} ?disabled=${still} aria-invalid=${Boolean(errors.length)} .value=${String(value.days)} @input=${event => typed(event.target.value)}><span>${t('retention.days.unit')}</span></label>` : nothing}</div>
      ${problemsOf(errors)}<p class="hint">${t(`retention.${name}.hint`)}</p></fieldset>`;
  }

  /** Counts what rules would take. */
  async count(body) {
    this.expected = (await call('POST', '/retention/preview', { body })).data.items;
    return this.expected;
  }

  async look() {
    this.unknown = null;
    this.refused = null;
    try {
      await this.count(this.toBody(this.wanted));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await (problem.errors.length ? this.refuse(problem) : this.doubt(problem));
    }
  }

  doubt(problem) {
    this.unknown = problem;
  }

  /** What goes cannot be had again: one sees how much it is before such rules are kept. */
  async agreed(body) {
    if (!Object.keys(body).length) return true;
    const items = await this.count(body);
    return ask({ title: t('retention.ask'), text: html`<p>${t('retention.ask.text')}</p>${this.counts(items)}`, yes: t('retention.ask.yes'), danger: true });
  }

  counts(items) {
    return html`<dl class="facts counts">${items.map(({ rule, count, more, first }) => html`<dt>${t(`retention.${rule}`)}</dt><dd>${more ? t('retention.more', { count: number(count) }) : number(count)}
      ${NUMBERED.has(rule) && first.length ? html`<span class="quiet small">${first.slice(0, 3).join(', ')}${count > 3 ? ' …' : ''}</span>` : nothing}</dd>`)}</dl>`;
  }

  after() {
    const { lastRun } = this.found.answer;
    return html`<section class="panel rules" aria-labelledby="retention-now"><h2 id="retention-now">${t('retention.now')}</h2><p>${t('retention.now.text')}</p>${refusal(this.unknown)}
        ${this.expected ? this.expected.length ? html`<div role="status">${this.counts(this.expected)}</div>` : html`<p role="status">${t('retention.now.nothing')}</p>` : nothing}
        ${this.still ? nothing : html`<p><button type="button" @click=${() => this.look()}>${icon('search')}${t('retention.now.do')}</button></p>`}</section>
      <section class="panel rules" aria-labelledby="retention-last"><h2 id="retention-last">${t('retention.last')}</h2>
        ${lastRun ? html`<p>${t(lastRun.endedAt ? 'retention.last.ended' : 'retention.last.begun')} ${timeOf(lastRun.endedAt ?? lastRun.begunAt)}</p>${this.taken(lastRun.taken)}` : html`<p class="quiet">${t('retention.last.none')}</p>`}</section>`;
  }

  taken(taken) {
    const some = Object.entries(taken).filter(([, count]) => count);
    return some.length ? html`<dl class="facts counts">${some.map(([rule, count]) => html`<dt>${t(`retention.${rule}`)}</dt><dd>${number(count)}</dd>`)}</dl>` : html`<p class="quiet">${t('retention.last.nothing')}</p>`;
  }
}
customElements.define('sb-retention', Retention);
