/** What a list says that has no tickets, and what one can do then. */
import { html } from 'lit';
import { emptyState } from '../kit/states.js';
import { t } from '../text/index.js';

/** `widen` has a list that was narrowed be as its view is. */
export function emptyList({ query, view, filter }, widen) {
  if (query) return emptyState('search', t('list.empty.search', { query }), t('list.empty.search.text'));
  if (view === 'mine') {
    return emptyState('done', t('list.empty.mine'), t('list.empty.mine.text'), html`<a class="button" href="/desk/views/open">${t('view.open')}</a>`);
  }
  if (filter) return emptyState('filter', t('list.empty'), t('list.empty.filter'), html`<button type="button" @click=${widen}>${t('filter.reset')}</button>`);
  return emptyState('open', t('list.empty'), t('list.empty.text'));
}
