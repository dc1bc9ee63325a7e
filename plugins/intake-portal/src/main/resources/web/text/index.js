/** The words that the pages of customers add by script, in the language of the page. */
const CATALOGUES = {
  en: {
    'app.loading': 'Loading',
    'app.retry': 'Try again',
    'app.failed': 'That could not be loaded',
    'app.failed.reference': 'Reference: {reference}',
    'app.offline': 'The help desk does not answer. Please look whether you are connected, and try again.',
    'app.not-found': 'This is not here',
    'app.not-found.text': 'It is gone, or it is not for everybody.',
    'slot.failed': '“{title}” does not work at the moment. You can ask for help without it.',
    'slot.late': '“{title}” does not answer. It appears here if it still comes; you can ask for help without it.',
    'slot.stumbled': '“{title}” failed at what was asked. You can ask for help without it.',
    'files.remove': 'Remove',
    'files.remove.long': 'Remove {name}',
    'files.large': 'This file is too large: at most {most}. Remove it to send the rest.',
    'files.many': 'At most {most} files. Remove {more} of them.',
    'files.sending': 'Sending',
    'files.sent': '{sent} of {all}',
    'files.waiting': 'All sent. One moment, please.',
    'files.cancel': 'Cancel',
    'files.given-up': 'Nothing was sent. Everything is still here.',
    'articles.suggested': 'This may answer it already (opens in a tab of its own):',
    vip: 'VIP',
    'vip.long': 'Very important customer',
  },
  de: {
    'app.loading': 'Wird geladen',
    'app.retry': 'Noch einmal versuchen',
    'app.failed': 'Das ließ sich nicht laden',
    'app.failed.reference': 'Kennung: {reference}',
    'app.offline': 'Der Helpdesk antwortet nicht. Bitte sehen Sie nach, ob Sie verbunden sind, und versuchen Sie es noch einmal.',
    'app.not-found': 'Das gibt es hier nicht',
    'app.not-found.text': 'Es ist fort, oder es ist nicht für alle.',
    'slot.failed': '„{title}“ funktioniert im Moment nicht. Sie können auch ohne um Hilfe bitten.',
    'slot.late': '„{title}“ antwortet nicht. Es erscheint hier, falls es noch kommt; Sie können auch ohne um Hilfe bitten.',
    'slot.stumbled': '„{title}“ ist an einer Eingabe gescheitert. Sie können auch ohne um Hilfe bitten.',
    'files.remove': 'Entfernen',
    'files.remove.long': '{name} entfernen',
    'files.large': 'Diese Datei ist zu groß: höchstens {most}. Entfernen Sie sie, um den Rest zu senden.',
    'files.many': 'Höchstens {most} Dateien. Entfernen Sie {more} davon.',
    'files.sending': 'Wird gesendet',
    'files.sent': '{sent} von {all}',
    'files.waiting': 'Alles gesendet. Einen Augenblick, bitte.',
    'files.cancel': 'Abbrechen',
    'files.given-up': 'Es wurde nichts gesendet. Alles ist noch da.',
    'articles.suggested': 'Vielleicht steht die Antwort schon hier (öffnet einen eigenen Tab):',
    vip: 'VIP',
    'vip.long': 'Besonders wichtiger Kunde',
  },
};

/** The language that is shown. */
export const language = Object.assign(new EventTarget(), { id: 'en' });

/** Shows a language, or English if it has no words. */
export function speak(wanted) {
  language.id = CATALOGUES[wanted] ? wanted : 'en';
  language.dispatchEvent(new Event('change'));
}

/** Returns a text with its `{places}` filled in. */
export function t(key, values = {}, fallback = key) {
  return (CATALOGUES[language.id][key] ?? fallback).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
