/** What triage goes by: who gets what nobody claims, what is assigned by hand, which suggestions count, and which skills a matter asks for. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { categories, categoryName, products, productName, teams } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { problemsOf } from './rule-lines.js';
import { RulesPage } from './rules-page.js';

const percent = share => Math.round(share * 100);
const words = text => text.split(/[\s,]+/).filter(Boolean);

class TriageRules extends RulesPage {
  right = 'desk.configure';
  path = '/triage-policy';

  besides = async () => {
    const [known, filed, made] = await Promise.all([teams(), categories(), products()]);
    return { teams: known, entries: [...filed.map(one => ({ id: one.id, name: categoryName(one.id) })), ...made.map(one => ({ id: one.id, name: productName(one.id) }))] };
  };

  titled = () => t('admin.place.triage');

  get words() {
    return t('triage-rules.text');
  }

  /** People think of how sure something is in hundredths, and skills are lines that may be half written. */
  ofAnswer({ threshold, skills, ...rest }) {
    return { ...rest, threshold: percent(threshold), skills: Object.entries(skills).map(([entry, needed]) => ({ entry, needed: needed.join(', ') })) };
  }

  toBody({ threshold, skills, ...rest }) {
    const named = skills.filter(line => line.entry && words(line.needed).length);
    return { ...rest, threshold: typeof threshold === 'number' ? threshold / 100 : threshold, skills: Object.fromEntries(named.map(line => [line.entry, words(line.needed)])) };
  }

  get schema() {
    const known = this.found.more.teams.map(({ id, name }) => ({ const: id, title: name }));
    return { properties: {
      defaultTeam: { type: 'string', title: t('triage-rules.default'), description: t('triage-rules.default.hint'), oneOf: known },
      manualTeams: { type: 'array', title: t('triage-rules.manual'), description: t('triage-rules.manual.hint'), items: { oneOf: known } },
      threshold: { type: 'number', title: t('triage-rules.threshold'), description: t('triage-rules.threshold.hint') },
      skills: { title: t('triage-rules.skills'), draw: skills => this.skills(skills), said: lines => lines.map(line => `${this.entry(line.entry)}: ${line.needed}`).join('; ') },
    } };
  }

  entry = id => this.found.more.entries.find(one => one.id === id)?.name ?? id;

  skills({ value = [], errors, still, edit }) {
    const put = (at, changes) => edit(value.map((line, index) => index === at ? { ...line, ...changes } : line));
    return html`<fieldset class="field"><legend class="label">${t('triage-rules.skills')}</legend><p class="hint">${t('triage-rules.skills.hint')}</p>${problemsOf(errors)}
      <ol class="rule-lines">${value.map((line, at) => this.line(line, at, value, still, changes => put(at, changes), () => edit(value.filter(other => other !== line))))}</ol>
      ${still ? nothing : html`<button type="button" @click=${() => edit([...value, { entry: '', needed: '' }])}>${icon('plus')}${t('triage-rules.skills.add')}</button>`}</fieldset>`;
  }

  line(line, at, lines, still, put, drop) {
    const number = at + 1;
    const taken = new Set(lines.filter(other => other !== line).map(other => other.entry));
    const open = this.found.more.entries.filter(one => !taken.has(one.id));
    const gone = line.entry && !open.some(one => one.id === line.entry);
    return html`<li class="line"><select aria-label=${t('triage-rules.skills.of', { number })} ?disabled=${still} @change=${event => put({ entry: event.target.value })}>
        <option value="">${t('settings.choose')}</option>${gone ? html`<option value=${line.entry} selected>${line.entry}</option>` : nothing}${open.map(one => html`<option value=${one.id} ?selected=${one.id === line.entry}>${one.name}</option>`)}</select>
      <input aria-label=${t('triage-rules.skills.needed', { number })} placeholder=${t('triage-rules.skills.example')} maxlength="1200" autocomplete="off" ?disabled=${still} .value=${line.needed} @input=${event => put({ needed: event.target.value })}>
      ${still ? nothing : html`<button type="button" class="plain square" aria-label=${t('rule-lines.drop', { number })} title=${t('rule-lines.drop', { number })} @click=${drop}>${icon('close')}</button>`}</li>`;
  }
}
customElements.define('sb-triage-rules', TriageRules);
