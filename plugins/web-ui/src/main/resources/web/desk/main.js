/** The desk begins here. */
import { speak } from '../text/index.js';
import { lookAs, keptLook } from './look.js';
import { loadAllSoon } from './parts.js';

lookAs(keptLook());
await speak(keptLook().language);
await import('./app.js');
loadAllSoon();
