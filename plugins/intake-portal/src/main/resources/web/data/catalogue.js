/** What badges of the kit call things, for a reader who is not told how the desk has named them. */
const words = id => String(id).replaceAll('_', ' ');

export const statusName = (profile, id) => words(id);
export const statusCategory = () => 'active';
export const priorityName = words;
