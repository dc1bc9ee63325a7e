/** In the pages of customers nobody is signed in. */
export const session = Object.assign(new EventTarget(), { user: null, rights: new Set(), preferences: null });
