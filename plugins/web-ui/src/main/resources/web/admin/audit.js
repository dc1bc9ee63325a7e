/** Who changed the desk itself, with filters; as a sheet too. */
import { html, nothing } from 'lit';
import { icon } from '../kit/icons.js';
import { emptyState } from '../kit/states.js';
import { exactly, timeOf } from '../kit/time.js';
import { agents } from '../data/catalogue.js';
import { get, Problem } from '../data/api.js';
import { t } from '../text/index.js';
import { actorName } from './names.js';
import { AdminPage, heading, refusal } from './page.js';
import { go, place } from './router.js';

const MOST_PAGES = 500;

class Audit extends AdminPage {
  static properties = { people: { state: true }, exporting: { state: true }, refused: { state: true }, more: { state: true } };

  right = 'audit.read';

  connectedCallback() {
    this.people = [];
    super.connectedCallback();
    agents().then(people => { this.people = people; }, () => {});
    this.follow(place, 'change', () => {
      if (place.page !== 'audit') return;
      this.found = null;
      this.refresh();
    });
  }

  /** What limits the list, as the API takes it; days are whole ones in the reader's zone. */
  get query() {
    const asked = place.query;
    const found = new URLSearchParams();
    ['actor', 'kind', 'object'].forEach(name => asked.get(name) && found.set(name, asked.get(name)));
    if (asked.get('from')) found.set('from', new Date(`${asked.get('from')}T00:00:00`).toISOString());
    if (asked.get('to')) {
      const end = new Date(`${asked.get('to')}T00:00:00`);
      end.setDate(end.getDate() + 1);
      found.set('to', end.toISOString());
    }
    return found;
  }

  async load() {
    const page = await get(`/audit?${this.query}&limit=50`);
    return { items: page.items, next: page.next };
  }

  async further() {
    this.more = true;
    try {
      const page = await get(`/audit?${this.query}&limit=50&cursor=${encodeURIComponent(this.found.next)}`);
      this.found = { items: [...this.found.items, ...page.items], next: page.next };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused = problem;
    } finally {
      this.more = false;
    }
  }

  titled = () => t('admin.place.audit');

  filter(event) {
    event.preventDefault();
    const wanted = [...new FormData(event.currentTarget)].filter(([, value]) => value.trim());
    go(`/audit?${new URLSearchParams(wanted.map(([name, value]) => [name, value.trim()]))}`, { instead: true });
  }

  /** All that fits the filters, page by page, as one file. */
  async sheet() {
    this.exporting = true;
    this.refused = null;
    try {
      const parts = [];
      let cursor = '';
      for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
        const response = await fetch(`/api/v1/audit?${this.query}&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, { headers: { Accept: 'text/csv' }, credentials: 'same-origin' });
        if (!response.ok) throw new Problem(response.status, await response.json());
        const text = await response.text();
        parts.push(page ? text.slice(text.indexOf('\n') + 1) : text);
        cursor = /cursor=([^>]+)>/.exec(response.headers.get('Link') ?? '')?.[1] ?? null;
      }
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(parts, { type: 'text/csv' })), download: 'audit.csv' });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (failure) {
      this.refused = failure instanceof Problem ? failure : new Problem(0);
    } finally {
      this.exporting = false;
    }
  }

  page() {
    const { items, next } = this.found;
    return html`<div class="admin-page">${heading(this.titled(), html`<button type="button" ?disabled=${this.exporting} @click=${() => this.sheet()}>${icon('download')}${t(this.exporting ? 'audit.exporting' : 'audit.export')}</button>`)}
      <div class="admin-scroll" tabindex="0">${this.filters()}${refusal(this.refused)}
        ${items.length ? html`<ol class="audit">${items.map(entry => this.entry(entry))}</ol>${next ? html`<p class="more-line"><button type="button" ?disabled=${this.more} @click=${() => this.further()}>${t('app.more')}</button></p>` : html`<p class="quiet more-line">${t('list.end')}</p>`}`
          : emptyState('log', t('audit.none'), t('audit.none.text'))}</div></div>`;
  }

  filters() {
    const asked = place.query;
    return html`<form class="panel inline-form" @change=${this.filter} @submit=${this.filter}>
      <div class="field"><label for="audit-actor">${t('audit.actor')}</label><select id="audit-actor" name="actor"><option value="">${t('audit.anybody')}</option>${this.people.map(one => html`<option value="person:${one.id}" ?selected=${asked.get('actor') === `person:${one.id}`}>${one.name}</option>`)}</select></div>
      <div class="field"><label for="audit-kind">${t('audit.kind')}</label><input id="audit-kind" name="kind" list="audit-kinds" maxlength="80" autocomplete="off" .value=${asked.get('kind') ?? ''} placeholder=${t('audit.kind.hint')}>
        <datalist id="audit-kinds">${[...new Set(this.found.items.map(entry => entry.kind))].sort().map(kind => html`<option value=${kind}></option>`)}</datalist></div>
      <div class="field"><label for="audit-object">${t('audit.object')}</label><input id="audit-object" name="object" maxlength="200" autocomplete="off" .value=${asked.get('object') ?? ''} placeholder="plugin:notify"></div>
      <div class="field"><label for="audit-from">${t('audit.from')}</label><input id="audit-from" type="date" name="from" .value=${asked.get('from') ?? ''}></div>
      <div class="field"><label for="audit-to">${t('audit.to')}</label><input id="audit-to" type="date" name="to" .value=${asked.get('to') ?? ''}></div>
      ${asked.size ? html`<a class="button" href="/admin/audit">${t('audit.all')}</a>` : nothing}</form>`;
  }

  entry(entry) {
    const told = entry.before !== null || entry.after !== null;
    return html`<li class="card"><div class="what"><p><strong>${this.kindOf(entry.kind)}</strong> <span class="quiet">${this.objectOf(entry.object)}</span></p>
        <p class="quiet small">${timeOf(entry.at)} · ${actorName(entry.actor)}${entry.address ? ` · ${entry.address}` : ''} · <code>${entry.kind}</code></p></div>
      ${told ? html`<details><summary>${t('audit.what')}</summary><p class="quiet small">${exactly(entry.at)}</p><div class="pair states">${this.state('audit.before', entry.before)}${this.state('audit.after', entry.after)}</div></details>` : nothing}</li>`;
  }

  kindOf(kind) {
    const [what, did] = kind.split('.');
    return t('audit.said', { what: t(`audit.kind.${what}`, {}, what), did: t(`audit.did.${did}`, {}, did) });
  }

  /** People by their names, where the desk knows them; all else as the log has it. */
  objectOf(object) {
    return object.startsWith('person:') ? this.people.find(one => `person:${one.id}` === object)?.name ?? object : object;
  }

  state(label, value) {
    return html`<div><strong>${t(label)}</strong><pre>${value === null ? '–' : JSON.stringify(value, null, 2)}</pre></div>`;
  }
}
customElements.define('sb-audit', Audit);
