/** The administrators' area begins here. */
import { learn, speak } from '../text/index.js';
import { en } from '../text/admin-en.js';
import { de } from '../text/admin-de.js';
import { en as administeredEn } from '../text/administered-en.js';
import { de as administeredDe } from '../text/administered-de.js';
import { lookAs, keptLook } from '../desk/look.js';
import './app.js';

learn({ en: { ...en, ...administeredEn }, de: { ...de, ...administeredDe } });
lookAs(keptLook());
speak(keptLook().language);
