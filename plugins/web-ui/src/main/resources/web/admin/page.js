/** What all pages of the area have: a heading, and what stands where something is not yet, or not to be seen. */
import { html, nothing } from 'lit';
import { PageElement } from '../kit/element.js';
import { emptyState, problemNotice, skeletonRows } from '../kit/states.js';
import { Problem } from '../data/api.js';
import { may } from '../data/session.js';
import { language, t } from '../text/index.js';

/** A page that shows what it loads. Its class says `right`, `load()` and `page()`; `titled()` where the title is no text of its own. */
export class AdminPage extends PageElement {
  static properties = { found: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (this.right && !may(this.right)) return;
    this.refresh();
    this.follow(language, 'change', () => this.refresh());
    if (this.rhythm) this.beat = setInterval(() => document.hidden || this.refresh(), this.rhythm);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  /** Loads anew; what is shown stays until the answer is there, and also if there is none. */
  async refresh() {
    const asked = language.id;
    try {
      const found = await this.load();
      // Whoever turned the language has asked again, and may have been answered already.
      if (asked !== language.id) return;
      this.found = found;
      this.problem = null;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
  }

  render() {
    const title = this.titled();
    document.title = `${title} · Switchboard`;
    if (this.right && !may(this.right)) return emptyState('lock', t('admin.right-missing'), t('admin.right-missing.text', { right: this.right }));
    if (!this.found && this.problem) return html`${heading(title)}${problemNotice(this.problem, () => this.refresh())}`;
    if (!this.found) return html`${heading(title)}${skeletonRows()}`;
    return this.page();
  }
}

/** The upper edge of a page. */
export const heading = (title, tools = nothing, back = null) => html`<header class="page-head">
  ${back ? html`<a class="button plain square" href=${back.href} aria-label=${back.label} title=${back.label}>${back.sign}</a>` : nothing}
  <h1>${title}</h1>${tools === nothing ? nothing : html`<div class="tools">${tools}</div>`}</header>`;

/** What went wrong with a change, where it was wanted. */
export const refusal = problem => problem ? html`<div class="notice bad" role="alert"><span>${problem.offline ? t('app.offline') : problem.detail || problem.message}</span></div>` : nothing;
