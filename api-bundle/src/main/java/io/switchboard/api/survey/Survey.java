package io.switchboard.api.survey;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form, as it is put to one customer.
 *
 * @param edition names what is asked, whatever the language; another one whenever questions or limits change, so that
 *     answers that cannot be compared are told apart: 1 to 40 letters, digits, dots and hyphens
 * @param language in what the texts are, a BCP 47 tag
 * @param title the heading: one line of at most 200 characters
 * @param questions what is asked, in order: 1 to 10
 * @param scale which answer is the score, and what it means
 */
public record Survey(String edition, String language, String title, List<Question> questions, Scale scale) {
    /** Characters that an answer of the kind {@link Kind#TEXT} has at most. */
    public static final int LONGEST_TEXT = 5_000;

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if the scale names no question that is answered by a number
     */
    public Survey {
        questions = List.copyOf(questions);
        String scored = scale.question();
        if (questions.stream().noneMatch(one -> one.id().equals(scored) && one.kind() != Kind.TEXT && one.required())) {
            throw new IllegalArgumentException("the scale must name a required question that is no text");
        }
    }

    /** Returns the question whose answer is the score. */
    public Question scored() {
        return questions.stream()
                .filter(question -> question.id().equals(scale.question()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One question of a form.
     *
     * @param id names the answer for good: 1 to 40 small letters, digits and underscores, beginning with a letter
     * @param text the question: one line of at most 500 characters
     * @param kind how it is answered
     * @param required whether it must be
     * @param least what the lowest choice means, for example {@code not at all likely}, at most 60 characters; or null
     * @param most what the highest choice means; or null
     */
    public record Question(
            String id,
            String text,
            Kind kind,
            boolean required,
            @Nullable String least,
            @Nullable String most) {}

    /**
     * What the score means.
     *
     * @param question the id of the question whose answer it is
     * @param low the highest score that is low: the desk follows up on it; below the lowest choice if none is
     * @param content the lowest score of somebody who is content
     */
    public record Scale(String question, int low, int content) {}

    /** How a question is answered. */
    public enum Kind {
        /** A number of stars from 1 to 5. */
        STARS(1, 5),
        /** A number from 0 to 10. */
        ZERO_TO_TEN(0, 10),
        /** Yes, which scores 1, or no, which scores 0. */
        YES_NO(0, 1),
        /** A text of at most {@link Survey#LONGEST_TEXT} characters. */
        TEXT(0, 0);

        private final int lowest;
        private final int highest;

        Kind(int lowest, int highest) {
            this.lowest = lowest;
            this.highest = highest;
        }

        /** Returns the lowest score. */
        public int lowest() {
            return lowest;
        }

        /** Returns the highest score. */
        public int highest() {
            return highest;
        }

        /** Returns the score of an answer, {@code yes} or {@code no} or a number; nothing if it is no choice of this kind. */
        public Optional<Integer> score(String answer) {
            if (this == TEXT) {
                return Optional.empty();
            }
            for (int score = lowest; score <= highest; score++) {
                if (answer.equals(choice(score))) {
                    return Optional.of(score);
                }
            }
            return Optional.empty();
        }

        /** Returns the answer that has a score. */
        public String choice(int score) {
            if (this == YES_NO) {
                return score == 1 ? "yes" : "no";
            }
            return Integer.toString(score);
        }
    }
}
