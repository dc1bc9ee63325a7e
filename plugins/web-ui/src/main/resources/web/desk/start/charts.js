/** Small charts. What they show also stands there as text, for who does not see them. */
import { html, nothing, svg } from 'lit';
import { avatar } from '../../kit/badges.js';
import { icon } from '../../kit/icons.js';
import { language, t } from '../../text/index.js';

const HEIGHT = 100;
const STEP = 24;
const BAR = 14;

/** Who has how much: a bar each, the urgent part of it in another pattern. */
export function loadBars({ bars, part }, go) {
  const most = Math.max(1, ...bars.map(bar => bar.count));
  return html`<ul class="load">${bars.map(bar => html`<li><a href=${go(bar)} title=${t('start.load.bar', { count: bar.count, urgent: bar.urgent })}>
      <span class="person">${bar.id ? avatar(bar.name) : icon('unassigned')}<span class="name" dir="auto">${bar.name ?? t('nobody')}</span></span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width=${bar.count / most * 100} height="8" rx="1"/><rect class="urgent" width=${bar.urgent / most * 100} height="8" rx="1"/></svg>
      <span class="number"><span aria-hidden="true">${bar.count}</span><span class="only-read">${t('start.load.bar', { count: bar.count, urgent: bar.urgent })}</span></span></a></li>`)}</ul>
    <p class="legend small quiet"><span class="key urgent"></span>${t('start.load.urgent')}<span class="key all"></span>${t('start.load.other')}${part ? html` · ${t('start.part')}` : nothing}</p>`;
}

/** A column a day: what came, and how much of that is done. */
export function dayColumns({ days, part }) {
  const most = Math.max(1, ...days.map(day => day.done + day.open));
  const height = count => count / most * HEIGHT;
  const name = (day, options) => new Intl.DateTimeFormat(language.id, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
  const came = days.reduce((sum, day) => sum + day.done + day.open, 0);
  return html`<p class="figure"><b>${came}</b> <span class="quiet">${t('start.days.sum', { count: came, days: days.length })}</span></p>
    <svg class="days" viewBox="0 0 ${days.length * STEP} ${HEIGHT + 2}" aria-hidden="true" focusable="false" preserveAspectRatio="none">
      ${days.map((day, index) => svg`<g><title>${name(day.day, { weekday: 'long', day: 'numeric', month: 'long' })}: ${t('start.days.one', day)}</title>
        <rect class="open" x=${index * STEP + (STEP - BAR) / 2} width=${BAR} y=${HEIGHT - height(day.done + day.open)} height=${height(day.open)}/>
        <rect class="done" x=${index * STEP + (STEP - BAR) / 2} width=${BAR} y=${HEIGHT - height(day.done)} height=${height(day.done)}/></g>`)}
      <path class="ground" d="M0 ${HEIGHT + 1}h${days.length * STEP}" vector-effect="non-scaling-stroke"/></svg>
    <p class="ends small quiet" aria-hidden="true"><span>${name(days[0].day, { day: 'numeric', month: 'short' })}</span><span>${name(days.at(-1).day, { day: 'numeric', month: 'short' })}</span></p>
    <p class="legend small quiet"><span class="key done"></span>${t('start.days.done')}<span class="key open"></span>${t('start.days.open')}${part ? html` · ${t('start.part')}` : nothing}</p>
    <ul class="only-read">${days.map(day => html`<li>${name(day.day, { day: 'numeric', month: 'long' })}: ${t('start.days.one', day)}</li>`)}</ul>`;
}
