/** The places of the area, in the order of its side: each with the right that shows it. */
import { may } from '../data/session.js';

export const AREAS = [
  { group: 'admin.group.plugins', places: [
    { id: 'plugins', sign: 'plugin', right: 'plugin.read' },
    { id: 'available', sign: 'download', right: 'plugin.read' },
    { id: 'extension-points', sign: 'socket', right: 'plugin.read' },
    { id: 'deliveries', sign: 'pulse', right: 'plugin.read' },
    { id: 'snapshots', sign: 'history', right: 'plugin.read' },
  ] },
];

/** All places that the reader may see. */
export const places = () => AREAS.flatMap(area => area.places).filter(place => may(place.right));
