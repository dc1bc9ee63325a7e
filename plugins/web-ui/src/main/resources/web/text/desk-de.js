/** Deutsch: was Agenten mit Tickets tun, über Lesen und Antworten hinaus. */
export const de = {
  'act.title': 'Aktionen',
};
