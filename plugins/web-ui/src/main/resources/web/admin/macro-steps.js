/** The steps of a macro while somebody writes them. Tells `steps` with all of them whenever one changes. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../kit/element.js';
import { icon } from '../kit/icons.js';
import { categoryName, statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { begun, having, kindOf, KINDS, ofDuration, tagsOf, toDuration, UNIT_NAMES } from './steps.js';

const LEVELS = ['high', 'medium', 'low'];
const TYPES = ['incident', 'service_request', 'change_request', 'problem', 'question', 'other'];
const RESOLUTIONS = ['instructions', 'configuration_change', 'account_adjustment', 'workaround', 'fix', 'other'];
const MOST = 20;

class MacroSteps extends PageElement {
  /** `choices` are what steps can name, `errors` those of the API. */
  static properties = { steps: { attribute: false }, choices: { attribute: false }, errors: { attribute: false }, still: { attribute: false } };

  put(index, step) {
    this.tell('steps', this.steps.map((one, at) => at === index ? step : one));
  }

  async add() {
    this.tell('steps', [...this.steps, begun('note')]);
    await this.updateComplete;
    this.querySelector('li:last-child select').focus();
  }

  up(index) {
    const steps = [...this.steps];
    [steps[index - 1], steps[index]] = [steps[index], steps[index - 1]];
    this.tell('steps', steps);
  }

  async drop(index) {
    this.tell('steps', this.steps.filter((one, at) => at !== index));
    await this.updateComplete;
    this.querySelector('.add-step')?.focus();
  }

  render() {
    const { steps, still, errors } = this;
    const whole = errors.filter(error => error.field === 'steps');
    return html`<fieldset class="field steps" ?disabled=${still}><legend class="label">${t('macros.steps')} <span class="quiet small">${t('settings.required')}</span></legend>
      ${whole.map(error => html`<p class="wrong" lang="en">${icon('overdue')} ${error.message}</p>`)}
      <ol class="question-list">${steps.map((step, index) => this.step(step, index))}</ol>
      ${still || steps.length >= MOST ? nothing : html`<button type="button" class="add-step" @click=${() => this.add()}>${icon('plus')}${t('macros.another')}</button>`}</fieldset>`;
  }

  step(step, index) {
    const number = index + 1;
    const kind = kindOf(step);
    const wrong = this.errors.filter(error => error.field.startsWith(`steps[${index}]`));
    const put = content => this.put(index, { [kind]: content });
    return html`<li><fieldset aria-invalid=${wrong.length > 0}><legend class="label">${t('macros.number', { number })}</legend>
      <div class="line"><select aria-label=${t('macros.kind', { number })} @change=${event => this.put(index, begun(event.target.value, step))}>${KINDS.map(one => html`<option value=${one} ?selected=${one === kind}>${t(`macros.step.${one}`)}</option>`)}</select><span class="grow"></span>
        ${index ? html`<button type="button" class="plain square" aria-label=${t('macros.up', { number })} title=${t('macros.up', { number })} @click=${() => this.up(index)}>${icon('up')}</button>` : nothing}
        <button type="button" class="plain square" aria-label=${t('macros.drop', { number })} title=${t('macros.drop', { number })} @click=${() => this.drop(index)}>${icon('close')}</button></div>
      <div class="parts">${this[kind](step[kind], put)}</div>
      ${wrong.map(error => html`<p class="wrong" lang="en">${icon('overdue')} ${error.message}</p>`)}</fieldset></li>`;
  }

  /** A list to choose from, with its name; what nobody offers any more is still shown. */
  chosen(name, value, options, change) {
    const gone = value && !options.some(([id]) => id === value);
    return html`<label class="piece"><span>${name}</span><select @change=${event => change(event.target.value)}>
      ${gone ? html`<option value=${value} selected>${t('macros.gone')}</option>` : nothing}
      ${options.map(([id, words]) => html`<option value=${id} ?selected=${id === value}>${words}</option>`)}</select></label>`;
  }

  typed(name, value, change, more = {}) {
    return html`<label class="piece ${more.wide ? 'wide' : ''}"><span>${name}</span>${more.rows
      ? html`<textarea rows=${more.rows} maxlength="10000" .value=${live(value ?? '')} @input=${event => change(event.target.value)}></textarea>`
      : html`<input maxlength="500" autocomplete="off" .value=${live(value ?? '')} @change=${event => change(event.target.value)}>`}</label>`;
  }

  words(content, put) {
    const { templates } = this.choices;
    return html`${this.chosen(t('macros.words'), content.template ?? '', [['', t('macros.words.own')], ...templates.map(one => [one.id, one.name])], id => put(id ? { template: id } : { text: '' }))}
      ${content.template ? nothing : this.typed(t('macros.words.text'), content.text, text => put({ ...content, text }), { rows: 4, wide: true })}`;
  }

  reply(content, put) {
    return this.words(content, put);
  }

  note(content, put) {
    return this.words(content, put);
  }

  assign(content, put) {
    const { teams, agents } = this.choices;
    const value = content.to ?? (content.agent ? `agent ${content.agent}` : `team ${content.team}`);
    const read = id => {
      const [kind, who] = id.split(' ');
      put(who ? { [kind]: who } : { to: id });
    };
    return this.chosen(t('macros.whom'), value, [['me', t('macros.me')], ['rules', t('macros.rules')], ...teams.map(one => [`team ${one.id}`, t('macros.team', { name: one.name })]), ...agents.map(one => [`agent ${one.id}`, one.name])], read);
  }

  get statuses() {
    const found = new Map(this.choices.profiles.flatMap(profile => profile.statuses.map(status => [status.id, statusName(profile.id, status.id)])));
    return [['', t('settings.choose')], ...found];
  }

  transition(content, put) {
    const to = id => put(id === 'resolved' ? { ...content, to: id, resolution: content.resolution ?? { kind: 'instructions' } } : { to: id, reason: content.reason });
    const { resolution } = content;
    const solve = (name, value) => put({ ...content, resolution: having(resolution, name, value) });
    return html`${this.chosen(t('macros.to'), content.to, this.statuses, to)}
      ${resolution ? html`${this.chosen(t('macros.resolution'), resolution.kind, RESOLUTIONS.map(id => [id, t(`kind.${id}`)]), value => solve('kind', value))}
        ${this.typed(t('macros.summary'), resolution.summary, value => solve('summary', value), { rows: 3, wide: true })}`
        : this.typed(t('macros.reason'), content.reason, value => put(having(content, 'reason', value)))}`;
  }

  set(content, put) {
    const { categories, products } = this.choices;
    const choose = (name, field, options) => this.chosen(name, content[field] ?? '', [['', t('macros.as-is')], ...options], value => put(having(content, field, value)));
    const levels = LEVELS.map(id => [id, t(`level.${id}`)]);
    return html`${choose(t('ticket.type'), 'type', TYPES.map(id => [id, t(`type.${id}`)]))}${choose(t('ticket.category'), 'category', categories.map(one => [one.id, categoryName(one.id)]))}
      ${choose(t('ticket.product'), 'product', products.map(one => [one.id, one.name]))}${choose(t('ticket.priority'), 'priority', ['P1', 'P2', 'P3', 'P4'].map(id => [id, id]))}
      ${choose(t('new.impact'), 'impact', levels)}${choose(t('new.urgency'), 'urgency', levels)}
      ${this.typed(t('macros.tags.add'), (content.addTags ?? []).join(', '), text => put(having(content, 'addTags', tagsOf(text))))}
      ${this.typed(t('macros.tags.take'), (content.removeTags ?? []).join(', '), text => put(having(content, 'removeTags', tagsOf(text))))}`;
  }

  postpone(content, put) {
    const span = ofDuration(content.duration);
    if (!span) return this.typed(t('macros.span'), content.duration, duration => put({ duration }));
    return html`<label class="piece"><span>${t('macros.span')}</span><input type="number" min="1" max="9999" .value=${live(String(span.count))} @change=${event => put({ duration: toDuration(Math.max(1, Number.parseInt(event.target.value, 10) || 1), span.unit) })}></label>
      ${this.chosen(t('macros.unit'), span.unit, UNIT_NAMES.map(unit => [unit, t(`macros.unit.${unit}`)]), unit => put({ duration: toDuration(span.count, unit) }))}`;
  }

  watch(content, put) {
    return this.chosen(t('macros.who'), content.person, [['me', t('macros.me')], ...this.choices.agents.map(one => [one.id, one.name])], person => put({ person }));
  }
}
customElements.define('sb-macro-steps', MacroSteps);
