/** Confirming a defect of the product: the plugin that speaks to the tracker does the rest. */
import { get } from '../../data/api.js';
import { t } from '../../text/index.js';
import { textField } from './fields.js';

const TAG = 'confirmed-defect';
const PLUGIN = '/x/handle-bug/reports';

let installed;

/** Whether the plugin that reports defects is there: one who may not list its reports may confirm a defect all the same. */
export const defectsAreReported = () => installed ??= get(PLUGIN).then(() => true, problem => {
  if (problem.status !== 404) installed = undefined;
  return problem.status === 403;
});

export const isConfirmed = ticket => ticket.tags.includes(TAG);

export const defect = {
  id: 'defect',
  title: ({ ticket }) => t('act.defect.title', { number: ticket.number }),
  word: () => t('act.defect.do'),
  state: ticket => ({ defect: ticket.fields?.defect ?? '' }),
  fields: form => textField(form, 'defect', 'act.defect.words', { rows: 6, most: 10_000, hint: 'act.defect.hint' }),
  ready: ({ state }) => Boolean(state.defect.trim()),
  will: ({ ticket }) => [
    ticket.fields?.bugReport ? t('act.defect.will.known', { report: ticket.fields.bugReport }) : t('act.defect.will.report'),
    t('act.defect.will.waits', { number: ticket.number }), t('act.defect.will.back'),
    ticket.confidential && t('act.defect.will.confidential'), t('act.defect.will.told')],
  request: ({ ticket, state }) => ({ method: 'PATCH', path: '', body: { fields: { defect: state.defect.trim() }, tags: [...new Set([...ticket.tags, TAG])] } }),
  done: ({ ticket }) => ({ said: t('act.defect.done', { number: ticket.number }) }),
};
