/**
 * What makes the pages' forms more pleasant for who has scripts. Each part looks after a form of the page, and again whenever
 * another page came in its place.
 */
import { fit } from './forms/fit.js';

const enhance = () => document.querySelectorAll('form[data-fits]').forEach(fit);

document.addEventListener('drawn', enhance);
enhance();
