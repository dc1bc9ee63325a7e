package io.switchboard.survey.nps;

/** The words of the form in one language. */
record NpsText(String language, String title, String likely, String least, String most, String reason) {
    private static final NpsText ENGLISH = new NpsText(
            "en",
            "One question about us",
            "How likely are you to recommend us to somebody you know?",
            "not at all likely",
            "very likely",
            "What is the main reason for that?");
    private static final NpsText GERMAN = new NpsText(
            "de",
            "Eine Frage zu uns",
            "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
            "sehr unwahrscheinlich",
            "sehr wahrscheinlich",
            "Was ist der wichtigste Grund dafür?");

    static NpsText of(String language) {
        return language.equals("de") || language.startsWith("de-") ? GERMAN : ENGLISH;
    }
}
