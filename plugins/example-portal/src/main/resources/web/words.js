/** The words of the plugin, in the languages of the desk. */
const WORDS = {
  en: { loading: 'Loading', failed: 'This cannot be told at the moment.', none: 'None that we know of.', place: 'Place', unsaid: 'I would rather not say' },
  de: { loading: 'Wird geladen', failed: 'Das lässt sich im Moment nicht sagen.', none: 'Keine, von der wir wissen.', place: 'Ort', unsaid: 'Keine Angabe' },
};

/** Says something in the reader's language. */
export const say = ({ language }, key) => (WORDS[language] ?? WORDS.en)[key];
