/** The body of a message as elements that are safe to show. */
import '../lib/dompurify/dist/purify.min.js';

const purify = globalThis.DOMPurify;
const RULES = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS: ['a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'h1', 'h2',
    'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p', 'pre', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table',
    'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul'],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'width', 'height', 'colspan', 'rowspan', 'dir', 'lang'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
};
const QUOTE_BEGINS = /^\s*(On .{5,120} wrote:|Am .{5,120} schrieb.*:|-{3,} ?(Original Message|Ursprüngliche Nachricht) ?-{3,})\s*$/m;

/**
 * Returns `{fragment, remote}`: what to show, and the addresses of images that would be asked of somebody else.
 *
 * @param withImages leaves those images in; only for a frame that may load them
 */
export function letterOf(body, withImages = false) {
  const fragment = purify.sanitize(body ?? '', RULES);
  const remote = [];
  fragment.querySelectorAll('img').forEach(image => {
    if (/^https?:/i.test(image.getAttribute('src') ?? '')) remote.push(image.src);
    else image.remove();
    if (!withImages) image.remove();
  });
  fragment.querySelectorAll('a').forEach(link => {
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
  });
  if (!withImages) foldQuotes(fragment);
  return { fragment, remote };
}

/** Folds what was quoted at the end: mostly it stands above already. */
function foldQuotes(fragment) {
  const last = fragment.lastElementChild;
  const quote = last?.tagName === 'BLOCKQUOTE' && fragment.childElementCount > 1 ? last : null;
  if (!quote) return;
  const fold = document.createElement('details');
  fold.className = 'quoted';
  const summary = document.createElement('summary');
  summary.textContent = '…';
  const before = quote.previousElementSibling;
  quote.replaceWith(fold);
  fold.append(summary);
  if (before && QUOTE_BEGINS.test(before.textContent)) fold.append(before);
  fold.append(quote);
}
