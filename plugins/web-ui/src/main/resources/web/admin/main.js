/** The administrators' area begins here. */
import { learn, speak } from '../text/index.js';
import { en } from '../text/admin-en.js';
import { de } from '../text/admin-de.js';
import { lookAs, keptLook } from '../desk/look.js';
import './app.js';

learn({ en, de });
lookAs(keptLook());
speak(keptLook().language);
