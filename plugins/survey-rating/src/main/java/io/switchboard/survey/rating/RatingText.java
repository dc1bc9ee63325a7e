package io.switchboard.survey.rating;

/** The words of the form in one language. */
record RatingText(String language, String title, String stars, String least, String most, String comment) {
    private static final RatingText ENGLISH = new RatingText(
            "en",
            "How did we do?",
            "How content are you with the way we handled your request?",
            "not at all",
            "entirely",
            "What could we do better?");
    private static final RatingText GERMAN = new RatingText(
            "de",
            "Wie waren wir?",
            "Wie zufrieden sind Sie damit, wie wir Ihre Anfrage bearbeitet haben?",
            "gar nicht",
            "voll und ganz",
            "Was können wir besser machen?");

    static RatingText of(String language) {
        return language.equals("de") || language.startsWith("de-") ? GERMAN : ENGLISH;
    }
}
