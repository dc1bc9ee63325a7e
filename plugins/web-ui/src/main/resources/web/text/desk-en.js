/** English: what agents do with tickets, beyond reading and answering. */
export const en = {
  'act.title': 'Actions',
};
