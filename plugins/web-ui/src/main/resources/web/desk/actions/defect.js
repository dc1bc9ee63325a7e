/** Confirming a defect of the product: the plugin that speaks to the tracker does the rest. */
import { t } from '../../text/index.js';
import { CONFIRMED } from './defects.js';
import { textField } from './fields.js';

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
  request: ({ ticket, state }) => ({ method: 'PATCH', path: '', body: { fields: { defect: state.defect.trim() }, tags: [...new Set([...ticket.tags, CONFIRMED])] } }),
  done: ({ ticket }) => ({ said: t('act.defect.done', { number: ticket.number }) }),
};
