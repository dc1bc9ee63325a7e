/** The lifecycles of tickets: their statuses, and which follows which, as a diagram and in words. */
import { html, nothing, svg } from 'lit';
import { statusIcon } from '../kit/icons.js';
import { get } from '../data/api.js';
import { statusName } from '../data/catalogue.js';
import { t } from '../text/index.js';
import { AdminPage, heading } from './page.js';

const ROW = 46;
const BOX = { left: 120, width: 220, height: 32 };
const WIDTH = BOX.left * 2 + BOX.width;

class Lifecycles extends AdminPage {
  static properties = { profile: { state: true }, chosen: { state: true } };

  right = 'desk.configure';

  load = () => get('/lifecycle-profiles').then(page => page.items);

  titled = () => t('admin.place.lifecycles');

  page() {
    const profile = this.found.find(one => one.id === this.profile) ?? this.found.find(one => one.types?.length) ?? this.found[0];
    return html`<div class="admin-page">${heading(this.titled())}<div class="admin-scroll" tabindex="0"><p class="lead">${t('lifecycles.text')}</p>
      <div class="filters"><div class="segments" role="group" aria-label=${this.titled()}>${this.found.map(one => html`<button type="button" aria-pressed=${one === profile} @click=${() => { this.profile = one.id; this.chosen = null; }}>${one.name}</button>`)}</div></div>
      <p class="quiet">${profile.types?.length ? html`${t('lifecycles.used')} ${profile.types.map(type => t(`type.${type}`, {}, type)).join(', ')}` : t('lifecycles.unused')}</p>
      <div class="columns lifecycle"><div class="panel">${this.diagram(profile)}<p class="quiet small">${t('lifecycles.hint')}</p></div>
        <ol class="cards">${profile.statuses.map(status => this.status(profile, status))}</ol></div></div></div>`;
  }

  /** Statuses one below the other; what leads on at the right, what leads back at the left. */
  diagram({ id: profile, statuses }) {
    const at = id => statuses.findIndex(status => status.id === id);
    const middle = index => index * ROW + ROW / 2;
    const arcs = statuses.flatMap((status, from) => status.next.map(next => ({ from, to: at(next), id: status.id, next }))).filter(({ to }) => to >= 0);
    return html`<svg class="arcs" viewBox="0 0 ${WIDTH} ${statuses.length * ROW}" role="img" aria-label=${t('lifecycles.diagram')}>
      <defs><marker id="arc-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
      ${arcs.map(({ from, to, id, next }) => svg`<path class="arc ${this.chosen ? this.chosen === id ? 'strong' : 'faint' : ''}" data-next=${next} d=${arc(middle(from), middle(to))} marker-end="url(#arc-end)"/>`)}
      ${statuses.map((status, index) => svg`<g class="node ${this.chosen === status.id ? 'strong' : ''}" data-category=${status.category} @click=${() => this.choose(status.id)}>
        <rect x=${BOX.left} y=${middle(index) - BOX.height / 2} width=${BOX.width} height=${BOX.height} rx="8"/><text x=${BOX.left + BOX.width / 2} y=${middle(index)} dominant-baseline="central" text-anchor="middle">${statusName(profile, status.id)}</text></g>`)}</svg>`;
  }

  choose(id) {
    this.chosen = this.chosen === id ? null : id;
  }

  status(profile, status) {
    const name = id => statusName(profile.id, id);
    return html`<li class="card status-card"><div class="what"><h2><button type="button" class="as-link" aria-pressed=${this.chosen === status.id} @click=${() => this.choose(status.id)}><span class="status" data-category=${status.category}>${statusIcon(status.id)}<span>${name(status.id)}</span></span></button></h2>
      <p class="quiet small">${t(`lifecycles.stage.${status.stage}`)} · ${t(`move.${status.nextMove}`)}</p>
      <p class="small">${status.next.length ? html`${t('lifecycles.next')} ${status.next.map(name).join(', ')}` : t('lifecycles.end')}</p>
      <p class="quiet small">${status.runningClocks.length ? html`${t('lifecycles.clocks')} ${status.runningClocks.map(clock => t(`lifecycles.clock.${clock}`, {}, clock)).join(', ')}` : t('lifecycles.no-clocks')}</p></div></li>`;
  }
}
customElements.define('sb-lifecycles', Lifecycles);

/** An arrow from one height to another: to the right if it leads down, to the left if it leads up. */
function arc(from, to) {
  const down = to > from;
  const x = down ? BOX.left + BOX.width : BOX.left;
  const wide = Math.min(BOX.left - 8, 22 + Math.abs(to - from) * .28) * (down ? 1 : -1);
  const shift = down ? 5 : -5;
  return `M${x} ${from + shift}C${x + wide * 1.3} ${from + shift} ${x + wide * 1.3} ${to - shift} ${x + (down ? 2 : -2)} ${to - shift}`;
}
