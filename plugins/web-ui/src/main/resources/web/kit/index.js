/** The component kit: what the desk's own pages and those of plugins are made of. Import it as `switchboard/kit`. */
export { PageElement } from './element.js';
export { icon, priorityIcon, statusIcon } from './icons.js';
export { avatar, priorityBadge, statusBadge, vipBadge } from './badges.js';
export { timeOf } from './time.js';
export { toast } from './toast.js';
export { problemNotice, emptyState, skeletonRows } from './states.js';
