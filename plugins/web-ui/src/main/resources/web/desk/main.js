/** The desk begins here. */
import { speak } from '../text/index.js';
import { lookAs, keptLook } from './look.js';
import './app.js';

lookAs(keptLook());
speak(keptLook().language);
