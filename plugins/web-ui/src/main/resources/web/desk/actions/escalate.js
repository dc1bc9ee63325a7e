/** Sending a ticket up: to who knows more, to who decides, or for a review; and answering that. */
import { html, nothing } from 'lit';
import { avatar } from '../../kit/badges.js';
import { agents, teamName, teams } from '../../data/catalogue.js';
import { t } from '../../text/index.js';
import { cards, choice, textField } from './fields.js';

const KINDS = ['functional', 'hierarchical', 'review'];
const REASONS = ['technical_complexity', 'authority', 'service_level', 'special_customer'];
const SHOWN = 8;

/** The nearest team above that tickets go up to, else the first of those; as the server finds it when none is named. */
function management(known, current) {
  const passed = new Set();
  for (let above = current?.parent; above && !passed.has(above);) {
    passed.add(above);
    const team = known.find(one => one.id === above);
    if (team?.escalation) return team;
    above = team?.parent;
  }
  return known.find(team => team.escalation);
}

/** Who is asked unless one says otherwise: of a functional escalation the next tier, in the same department if it has one. */
function usual(kind, known, ticket) {
  const current = known.find(team => team.id === ticket.team?.id);
  if (kind === 'hierarchical') return management(known, current);
  const above = known.filter(team => team.id !== current?.id && team.tier > (current?.tier ?? 1) && !team.escalation);
  return above.sort((one, other) => one.tier - other.tier || Number(one.parent !== current?.parent) - Number(other.parent !== current?.parent))[0];
}

const there = form => form.state.known?.find(team => team.id === target(form));

function target({ ticket, state }) {
  return state.team || usual(state.kind, state.known ?? [], ticket)?.id || '';
}

function options(form) {
  const own = form.ticket.team?.id;
  const some = (form.state.known ?? []).filter(team => form.state.kind === 'hierarchical' || team.id !== own);
  return [['', t('act.escalate.choose')], ...some.map(team => [team.id, t('act.escalate.tier', { name: team.name, tier: team.tier })])];
}

const members = ({ state }, team) => (state.people ?? []).filter(agent => agent.active && agent.teams.includes(team.id));

export const escalate = {
  id: 'escalate',
  title: ({ ticket }) => t('act.escalate.title', { number: ticket.number }),
  word: () => t('act.escalate.do'),
  state: () => ({ kind: 'functional', reason: REASONS[0], explanation: '', team: '' }),
  prepare: async () => {
    const [known, people] = await Promise.all([teams(), agents()]);
    return { known, people };
  },
  fields(form) {
    const shown = { ...form, state: { ...form.state, team: target(form) } };
    return html`${cards({ ...form, set: ({ kind }) => form.set({ kind, team: '', reason: kind === 'hierarchical' ? 'authority' : REASONS[0] }) }, 'kind', 'act.escalate.kind', KINDS.map(kind => ({ id: kind, label: t(`act.escalate.${kind}`), hint: t(`act.escalate.${kind}.hint`) })))}
      <div class="pair">${choice(shown, 'team', 'act.escalate.to', options(form))}${choice(form, 'reason', 'act.escalate.reason', REASONS.map(one => [one, t(`act.reason.${one}`)]))}</div>
      ${textField(form, 'explanation', 'act.escalate.explanation', { rows: 3, hint: 'act.escalate.explanation.hint' })}`;
  },
  ready: form => Boolean(target(form) && form.state.explanation.trim()),
  will(form) {
    const team = there(form);
    if (!team) return form.state.known && form.state.kind === 'hierarchical' ? [t('act.escalate.nobody')] : [];
    const { ticket, state } = form;
    const places = { number: ticket.number, team: team.name, from: ticket.team?.name ?? t('no-team'), name: ticket.assignee?.name ?? '' };
    const people = members(form, team);
    if (state.kind === 'hierarchical') return [html`${t('act.escalate.will.watch', { ...places, count: people.length })}${faces(people)}`, t('act.escalate.will.keep', { ...places, name: ticket.assignee?.name ?? places.from })];
    return [t('act.escalate.will.goes', places), ticket.assignee && t('act.escalate.will.loses', places),
      state.kind === 'review' && t('act.escalate.will.review', places), t('act.escalate.will.answer', places)];
  },
  request: form => ({ path: '/escalations', body: { kind: form.state.kind, reason: form.state.reason, explanation: form.state.explanation.trim().replace(/\s+/g, ' '), team: target(form) } }),
  done: form => ({ said: t('act.escalate.done', { number: form.ticket.number, team: teamName(target(form)) ?? '' }) }),
};

const faces = people => people.length ? html`<span class="faces">${people.slice(0, SHOWN).map(person => html`<span class="person">${avatar(person.name)}<bdi>${person.name}</bdi></span>`)}
  ${people.length > SHOWN ? html`<span class="quiet">+${people.length - SHOWN}</span>` : nothing}</span>` : nothing;

/** An answer to an escalation that stands in the state. */
const answer = (id, verdict, needed) => ({
  id,
  title: ({ state }) => t(`act.${id}.title`, { team: state.escalation.to?.name ?? '' }),
  word: () => t(`act.${id}.do`),
  state: () => ({ explanation: '' }),
  fields: form => html`<p class="field quiet">${t(`act.reason.${form.state.escalation.reason}`)}: ${form.state.escalation.explanation}</p>
    ${textField(form, 'explanation', 'act.answer.words', { rows: 3, needed })}`,
  ready: ({ state }) => !needed || Boolean(state.explanation.trim()),
  will: ({ state: { escalation } }) => {
    const back = escalation.kind === 'review' || escalation.kind === 'functional' && verdict === 'sent_back';
    return [back ? t('act.answer.will.back', { team: escalation.from?.name ?? t('no-team') }) : t('act.answer.will.stays'), t('act.answer.will.once')];
  },
  request: ({ state }) => ({ path: `/escalations/${state.escalation.id}/answer`, body: { verdict, explanation: state.explanation.trim().replace(/\s+/g, ' ') || undefined } }),
  done: () => ({ said: t(`act.${id}.done`) }),
});

export const takeOn = answer('takeOn', 'accepted', false);
export const sendBack = answer('sendBack', 'sent_back', true);
