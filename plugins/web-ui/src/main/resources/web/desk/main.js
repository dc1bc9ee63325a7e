/** The desk begins here. */
import { speak } from '../text/index.js';
import { prepareTimes } from '../kit/time.js';
import { turn } from '../kit/turn.js';
import { lookAs, keptLook } from './look.js';
import { loadAllSoon } from './parts.js';

lookAs(keptLook());
await speak(keptLook().language);
await import('./app.js');
loadAllSoon();
// While the first answers are on their way.
await turn();
prepareTimes();
