/** Teams below each other, each with its tier. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { toast } from '../kit/toast.js';
import { forget, loadNames } from '../data/catalogue.js';
import { all, may } from '../data/session.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';
import './record.js';

class Teams extends AdminPage {
  right = 'people.read';

  load = async () => {
    const [teams, people] = await Promise.all([all('/teams'), all('/agents')]);
    return { teams, people };
  };

  titled = () => t('admin.place.teams');

  page() {
    const { teams } = this.found;
    return html`<div class="admin-page">${heading(this.titled(), may('people.edit') ? html`<button type="button" class="primary" @click=${() => this.edit(null)}>${icon('plus')}${t('teams.add')}</button>` : nothing)}
      <div class="admin-scroll" tabindex="0"><p class="lead">${t('teams.text')}</p>
        ${teams.length ? this.branch(null) : emptyState('team', t('teams.none'), t('teams.none.text'))}</div><sb-record></sb-record></div>`;
  }

  branch(parent) {
    const here = this.found.teams.filter(team => (team.parent ?? null) === parent || (parent === null && !this.found.teams.some(other => other.id === team.parent)));
    return here.length ? html`<ul class="tree">${here.map(team => html`<li><div class="card leaf"><span class="leaf-name"><button type="button" class="as-link" @click=${() => this.edit(team)}>${team.name}</button>
        <span class="tag">${t('teams.tier', { tier: team.tier })}</span>${team.escalation ? html` <span class="tag">${t('teams.escalation')}</span>` : nothing}</span>
        <span class="quiet small">${this.members(team)}</span></div>${this.branch(team.id)}</li>`)}</ul>` : nothing;
  }

  members(team) {
    const members = this.found.people.filter(one => one.active && one.teams.includes(team.id));
    return members.length ? members.map(one => one.name).slice(0, 5).join(', ') + (members.length > 5 ? ` ${t('plugins.more-words', { count: members.length - 5 })}` : '') : t('teams.nobody');
  }

  /** Teams that may stand above another: not itself, nor what is below it. */
  above(team) {
    const below = id => this.found.teams.some(other => other.id === id && (other.id === team?.id || (other.parent && below(other.parent))));
    return this.found.teams.filter(other => !team || !below(other.id));
  }

  async edit(team) {
    const schema = { required: ['name'], properties: {
      name: { type: 'string', title: t('people.name') },
      tier: { type: 'integer', title: t('teams.tier.field'), description: t('teams.tier.hint'), oneOf: [1, 2, 3].map(tier => ({ const: tier, title: t(`teams.tier.${tier}`) })) },
      parent: { type: 'string', title: t('teams.parent'), description: t('teams.parent.hint'), oneOf: [{ const: null, title: t('teams.parent.none') }, ...this.above(team).map(({ id, name }) => ({ const: id, title: name }))], default: null },
      escalation: { type: 'boolean', title: t('teams.escalation'), description: t('teams.escalation.hint') },
    } };
    const changed = await this.querySelector('sb-record').show({ collection: '/teams', entry: team?.id ?? null, title: team ? team.name : t('teams.add'), schema, defaults: { tier: 1, escalation: false },
      still: !may('people.edit'), removal: may('people.edit') && team ? { title: t('teams.remove.ask', { name: team.name }), text: t('teams.remove.text') } : null });
    if (!changed) return;
    toast(t('record.saved'));
    forget();
    await Promise.all([this.refresh(), loadNames()]);
  }
}
customElements.define('sb-teams', Teams);
