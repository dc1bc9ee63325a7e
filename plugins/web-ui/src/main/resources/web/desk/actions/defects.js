/** What is known of defects of the product before anything is done about one. */
import { get } from '../../data/api.js';

/** The tag of a ticket whose defect is confirmed. */
export const CONFIRMED = 'confirmed-defect';

const PLUGIN = '/x/handle-bug/reports';

let installed;

/** Whether the plugin that reports defects is there: one who may not list its reports may confirm a defect all the same. */
export const defectsAreReported = () => installed ??= get(PLUGIN).then(() => true, problem => {
  if (problem.status !== 404) installed = undefined;
  return problem.status === 403;
});

export const isConfirmed = ticket => ticket.tags.includes(CONFIRMED);
