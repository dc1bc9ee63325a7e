/**
 * What makes the pages' forms more pleasant for who has scripts. Each part looks after a form of the page, and again whenever
 * another page came in its place.
 */
import { fit } from './forms/fit.js';
import { kept } from './forms/put.js';
import { send } from './forms/send.js';
import { suggest } from './forms/suggest.js';
import { speak } from './text/index.js';

const enhance = () => {
  document.querySelectorAll('form[data-fits]').forEach(fit);
  document.querySelectorAll('[data-suggests]').forEach(suggest);
  document.querySelectorAll('[data-files]').forEach(place => send(place.closest('form'), kept));
};

speak(document.documentElement.lang);
document.addEventListener('drawn', enhance);
enhance();
