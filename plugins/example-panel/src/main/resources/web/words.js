/** The words of the plugin, in the languages of the desk. */
const WORDS = {
  en: {
    none: 'This ticket has not been handed over in writing yet.',
    by: 'by {name}',
    loading: 'Loading',
    write: 'Write the note',
    cancel: 'Cancel',
    empty: 'Answer at least one question.',
    done: 'The hand-over stands in the ticket as a note.',
    lead: 'Colleagues who take over a ticket read the answers beside it. Whoever hands over fills in what applies.',
    questions: 'Questions',
    question: 'Question {number}',
    remove: 'Remove question {number}',
    add: 'Add a question',
    save: 'Save',
    saved: 'The questions are saved.',
    changed: 'Somebody changed the questions meanwhile. Yours are still here; save again to keep them.',
    preview: 'What agents see',
  },
  de: {
    none: 'Dieses Ticket wurde noch nicht schriftlich übergeben.',
    by: 'von {name}',
    loading: 'Wird geladen',
    write: 'Notiz schreiben',
    cancel: 'Abbrechen',
    empty: 'Beantworten Sie wenigstens eine Frage.',
    done: 'Die Übergabe steht als Notiz im Ticket.',
    lead: 'Wer ein Ticket übernimmt, liest die Antworten daneben. Wer übergibt, füllt aus, was zutrifft.',
    questions: 'Fragen',
    question: 'Frage {number}',
    remove: 'Frage {number} entfernen',
    add: 'Frage hinzufügen',
    save: 'Speichern',
    saved: 'Die Fragen sind gespeichert.',
    changed: 'Inzwischen hat jemand die Fragen geändert. Ihre stehen noch hier; speichern Sie noch einmal, um sie zu behalten.',
    preview: 'Was Agenten sehen',
  },
};

/** Says something in the reader's language. */
export const say = ({ language }, key, values = {}) =>
  (WORDS[language] ?? WORDS.en)[key].replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
