/** What an administrator can do about a refusal, by what it says. The server says it in English. */
import { t } from '../text/index.js';

const HINTS = [
  [/socket that this server does not have/, 'hint.socket'],
  [/^needs /, 'hint.need'],
  [/does not fit what is here/, 'hint.need'],
  [/ZIP|MANIFEST|manifest|no OSGi bundle|fragment/, 'hint.file'],
  [/is no plugin/, 'hint.no-plugin'],
  [/not what was signed|signed in part/, 'hint.signature'],
  [/is bound to|is trusted only from/, 'hint.signer'],
  [/do not trust any more/, 'hint.withdrawn'],
  [/migration/, 'hint.migrations'],
  [/exports the package|belongs to the desk itself|bundle of the server/, 'hint.name'],
  [/health|cannot do its work|red/, 'hint.health'],
  [/in time|within|come up|start/, 'hint.start'],
  [/no version before/, 'hint.no-version'],
];

/** Says what to do next. */
export function hintFor(reason) {
  const found = HINTS.find(([pattern]) => pattern.test(reason));
  return t(found ? found[1] : 'hint.other');
}

/** The reasons of a refusal: each of them, or what it says as a whole. */
export const reasonsOf = problem => problem.body?.reasons?.length ? problem.body.reasons : [problem.detail || problem.message];
