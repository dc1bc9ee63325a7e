/** The places of the area, in the order of its side: each with the right that shows it, if it takes one. What is `passing` stands there for a while. */
import { may } from '../data/session.js';

export const AREAS = [
  { group: 'admin.group.begin', passing: true, places: [{ id: 'begin', sign: 'home', right: 'desk.configure' }] },
  { group: 'admin.group.plugins', places: [
    { id: 'plugins', sign: 'plugin', right: 'plugin.read' },
    { id: 'available', sign: 'download', right: 'plugin.read' },
    { id: 'sites', sign: 'link', right: 'plugin.read' },
    { id: 'signers', sign: 'key', right: 'plugin.read' },
    { id: 'extension-points', sign: 'socket', right: 'plugin.read' },
    { id: 'deliveries', sign: 'send', right: 'plugin.read' },
    { id: 'snapshots', sign: 'history', right: 'plugin.read' },
  ] },
  { group: 'admin.group.people', places: [
    { id: 'people', sign: 'mine', right: 'people.edit' },
    { id: 'teams', sign: 'team', right: 'people.edit' },
    { id: 'roles', sign: 'shield', right: 'role.edit' },
    { id: 'organizations', sign: 'building', right: 'people.edit' },
    { id: 'sign-in', sign: 'lock', right: 'desk.configure' },
  ] },
  { group: 'admin.group.desk', places: [
    { id: 'categories', sign: 'tree', right: 'desk.configure' },
    { id: 'products', sign: 'product', right: 'desk.configure' },
    { id: 'priorities', sign: 'columns', right: 'desk.configure' },
    { id: 'lifecycles', sign: 'chain', right: 'desk.configure' },
    { id: 'templates', sign: 'saved', right: 'template.edit' },
    { id: 'macros', sign: 'play', right: 'template.edit' },
    { id: 'views', sign: 'filter', right: 'template.edit' },
    { id: 'triage', sign: 'sort', right: 'desk.configure' },
    { id: 'closure', sign: 'done', right: 'desk.configure' },
    { id: 'surveys', sign: 'pulse', right: 'desk.configure' },
    { id: 'questions', sign: 'list', right: 'desk.configure' },
  ] },
  { group: 'admin.group.operation', places: [
    { id: 'system', sign: 'pulse', right: 'operation.read' },
    { id: 'retention', sign: 'history', right: 'desk.configure' },
    { id: 'audit', sign: 'log', right: 'audit.read' },
    { id: 'tokens', sign: 'key' },
  ] },
];

/** Whether the reader may see a place. */
export const isShown = place => !place.right || may(place.right);

/** The first place of the area that always stands there. */
export const door = () => AREAS.filter(area => !area.passing).flatMap(area => area.places).find(isShown);

/** All places that the reader may see. */
export const places = () => AREAS.flatMap(area => area.places).filter(isShown);
