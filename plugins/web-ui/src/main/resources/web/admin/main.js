/** The administrators' area begins here. */
import { learn, speak } from '../text/index.js';
import { en } from '../text/admin-en.js';
import { de } from '../text/admin-de.js';
import { en as administeredEn } from '../text/administered-en.js';
import { de as administeredDe } from '../text/administered-de.js';
import { en as administeringEn } from '../text/administering-en.js';
import { de as administeringDe } from '../text/administering-de.js';
import { en as administrationEn } from '../text/administration-en.js';
import { de as administrationDe } from '../text/administration-de.js';
import { en as administrativeEn } from '../text/administrative-en.js';
import { de as administrativeDe } from '../text/administrative-de.js';
import { prepareTimes } from '../kit/time.js';
import { turn } from '../kit/turn.js';
import { lookAs, keptLook } from '../desk/look.js';

learn({ en: { ...en, ...administeredEn, ...administeringEn, ...administrationEn, ...administrativeEn }, de: { ...de, ...administeredDe, ...administeringDe, ...administrationDe, ...administrativeDe } });
lookAs(keptLook());
await speak(keptLook().language);
await import('./app.js');
// While the first answers are on their way.
await turn();
prepareTimes();
