/** What triage goes by: who gets what nobody claims, what is assigned by hand, which suggestions count, and which skills a matter asks for. */
import { html, nothing } from 'lit';
import { categories, categoryName, products, productName, teams } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { lineList } from './rule-lines.js';
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

  skills({ value = [], ...field }) {
    return lineList({ ...field, lines: value, title: t('triage-rules.skills'), hint: t('triage-rules.skills.hint'), add: t('triage-rules.skills.add'), fresh: () => ({ entry: '', needed: '' }),
      draw: (line, number, put) => this.line(line, number, put, value, field.still) });
  }

  line(line, number, put, lines, still) {
    const taken = new Set(lines.filter(other => other !== line).map(other => other.entry));
    const open = this.found.more.entries.filter(one => !taken.has(one.id));
    const gone = line.entry && !open.some(one => one.id === line.entry);
    return html`<select aria-label=${t('triage-rules.skills.of', { number })} ?disabled=${still} @change=${event => put({ entry: event.target.value })}>
        <option value="">${t('settings.choose')}</option>${gone ? html`<option value=${line.entry} selected>${line.entry}</option>` : nothing}${open.map(one => html`<option value=${one.id} ?selected=${one.id === line.entry}>${one.name}</option>`)}</select>
      <input aria-label=${t('triage-rules.skills.needed', { number })} placeholder=${t('triage-rules.skills.example')} maxlength="1200" autocomplete="off" ?disabled=${still} .value=${line.needed} @input=${event => put({ needed: event.target.value })}>`;
  }
}
customElements.define('sb-triage-rules', TriageRules);
