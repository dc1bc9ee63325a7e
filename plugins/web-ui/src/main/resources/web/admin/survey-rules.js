/** For how long surveys can be answered, and what follows from a low score, for the desk and in single queues. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { agents, agentName, teams, teamName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { piece, problemsOf } from './rule-lines.js';
import { RulesPage } from './rules-page.js';

const FOLLOWING = ['nothing', 'task', 'reopen'];

class SurveyRules extends RulesPage {
  right = 'desk.configure';
  path = '/survey-policy';

  besides = async () => {
    const [people, known] = await Promise.all([agents(), teams()]);
    return { people: people.filter(one => one.active), teams: known };
  };

  titled = () => t('admin.place.surveys');

  get words() {
    return t('survey-rules.text');
  }

  ofAnswer({ teams: rules, ...rest }) {
    return { ...rest, teams: Object.entries(rules).map(([team, rule]) => ({ team, ...rule })) };
  }

  toBody({ teams: lines, ...rest }) {
    return { ...rest, teams: Object.fromEntries(lines.filter(line => line.team).map(({ team, lowScore, lead }) => [team, { lowScore, lead }])) };
  }

  get schema() {
    const days = id => ({ type: 'integer', title: t(`survey-rules.${id}`), description: t(`survey-rules.${id}.hint`) });
    return { properties: {
      answerableDays: days('answerableDays'), correctableDays: days('correctableDays'), askAgainDays: days('askAgainDays'),
      desk: { title: t('survey-rules.desk'), draw: field => this.ofDesk(field), said: rule => this.said(rule) },
      teams: { title: t('survey-rules.teams'), draw: field => this.ofTeams(field), said: lines => lines.map(line => `${teamName(line.team)}: ${this.said(line)}`).join('; ') },
    } };
  }

  said = ({ lowScore, lead }) => t(`survey-rules.follows.${lowScore}`) + (lead ? ` (${agentName(lead) ?? lead})` : '');

  /** What follows, and who gets the task of it. */
  parts(rule, still, put) {
    const { people } = this.found.more;
    const gone = rule.lead && !people.some(one => one.id === rule.lead);
    return html`${piece(t('survey-rules.follows'), FOLLOWING.map(id => [id, t(`survey-rules.follows.${id}`)]), rule.lowScore, still, lowScore => put({ ...rule, lowScore }))}
      ${rule.lowScore === 'nothing' ? nothing : piece(t('survey-rules.lead'), [[null, t('survey-rules.lead.none')], ...gone ? [[rule.lead, agentName(rule.lead) ?? rule.lead]] : [], ...people.map(one => [one.id, one.name])], rule.lead ?? null, still, lead => put({ ...rule, lead }))}`;
  }

  ofDesk({ value, errors, still, edit }) {
    return html`<fieldset class="field"><legend class="label">${t('survey-rules.desk')}</legend><p class="hint">${t('survey-rules.desk.hint')}</p>${problemsOf(errors)}
      <div class="parts">${this.parts(value, still, edit)}</div></fieldset>`;
  }

  ofTeams({ value = [], errors, still, edit }) {
    const taken = line => new Set(value.filter(other => other !== line).map(other => other.team));
    const open = line => this.found.more.teams.filter(team => !taken(line).has(team.id)).map(({ id, name }) => [id, name]);
    return html`<fieldset class="field"><legend class="label">${t('survey-rules.teams')}</legend><p class="hint">${t('survey-rules.teams.hint')}</p>${problemsOf(errors)}
      <ol class="rule-lines">${value.map((line, at) => this.line(line, at + 1, open(line), still, changed => edit(value.map(other => other === line ? changed : other)), () => edit(value.filter(other => other !== line))))}</ol>
      ${still || value.length >= this.found.more.teams.length ? nothing : html`<button type="button" @click=${() => edit([...value, { team: open(null)[0][0], lowScore: 'task', lead: null }])}>${icon('plus')}${t('survey-rules.teams.add')}</button>`}</fieldset>`;
  }

  line(line, number, choices, still, put, drop) {
    return html`<li class="line"><div class="parts">${piece(t('survey-rules.team'), choices.length ? choices : [[line.team, line.team]], line.team, still, team => put({ ...line, team }))}${this.parts(line, still, put)}</div>
      ${still ? nothing : html`<button type="button" class="plain square" aria-label=${t('rule-lines.drop', { number })} title=${t('rule-lines.drop', { number })} @click=${drop}>${icon('close')}</button>`}</li>`;
  }
}
customElements.define('sb-survey-rules', SurveyRules);
