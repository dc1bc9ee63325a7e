/** How the desk looks to this reader: theme, density and language; also kept in the browser, for the moment before one is known. */
import { language, speak } from '../text/index.js';

const KEPT = 'switchboard.look';

/** Returns how the desk looked here the last time. */
export function keptLook() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

/** Has the page look so. */
export function lookAs({ theme = 'system', density = 'comfortable' }) {
  const root = document.documentElement.dataset;
  root.theme = theme;
  root.density = density;
}

/** Takes over what somebody prefers. */
export function lookAsPreferred(preferences) {
  const { theme, density } = preferences;
  lookAs({ theme, density });
  const wanted = preferences.language ?? keptLook().language;
  if ((wanted ?? '').slice(0, 2) !== language.id) speak(wanted);
  localStorage.setItem(KEPT, JSON.stringify({ theme, density, language: preferences.language ?? undefined }));
}
