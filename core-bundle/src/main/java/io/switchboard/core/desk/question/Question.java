package io.switchboard.core.desk.question;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.FormQuestion;
import io.switchboard.api.ticket.FieldValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question.
 *
 * @param id names it among those of its category and of the categories above and below; part of the name of the field
 *     that keeps the answer
 * @param text what is asked
 * @param choices what can be answered to a choice; else empty
 * @param required whether the ticket lacks something without an answer
 */
public record Question(String id, String text, Kind kind, List<String> choices, boolean required) {
    private static final Set<String> YES_OR_NO = Set.of("yes", "no");
    /** Short enough for the desk, and for a library that reads it. */
    private static final Pattern NUMBER_FORM = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,10})?");

    /** Keeps a copy. */
    public Question {
        choices = List.copyOf(choices);
    }

    /** What is answered. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        YES_NO,
        /** One of several texts. */
        CHOICE;

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads the name in the API.
         *
         * @throws SwitchboardException with {@code invalid-field} that names {@code field}
         */
        public static Kind of(String id, String field) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> SwitchboardException.field(
                            field,
                            "must be one of "
                                    + Arrays.stream(values()).map(Kind::id).toList()));
        }
    }

    /** Returns the name of the ticket's field that keeps the answer. */
    public String field() {
        return field(id);
    }

    static String field(String id) {
        return "diagnostic." + id;
    }

    /** Returns whether this can be answered. */
    boolean takes(FieldValue answer) {
        return switch (kind) {
            case TEXT -> answer instanceof FieldValue.Text text && !text.value().isBlank();
            case NUMBER -> answer instanceof FieldValue.Number;
            case YES_NO -> answer instanceof FieldValue.Flag;
            case CHOICE -> answer instanceof FieldValue.Text text && choices.contains(text.value());
        };
    }

    /** Reads what somebody typed or chose in a form; nothing if it does not answer the question. */
    Optional<FieldValue> read(String typed) {
        return switch (kind) {
            case TEXT -> Optional.of(new FieldValue.Text(typed));
            case NUMBER -> number(typed.strip());
            case YES_NO ->
                YES_OR_NO.contains(typed) ? Optional.of(new FieldValue.Flag(typed.equals("yes"))) : Optional.empty();
            case CHOICE -> Optional.<FieldValue>of(new FieldValue.Text(typed)).filter(this::takes);
        };
    }

    private static Optional<FieldValue> number(String typed) {
        return NUMBER_FORM.matcher(typed).matches()
                ? Optional.of(new FieldValue.Number(new BigDecimal(typed)))
                : Optional.empty();
    }

    /** Returns it as forms show it. */
    FormQuestion onForm() {
        return new FormQuestion(id, text, FormQuestion.Kind.valueOf(kind.name()), choices, required);
    }

    /** Says what can be answered. */
    String demand() {
        return switch (kind) {
            case TEXT -> "must be a text";
            case NUMBER -> "must be a number";
            case YES_NO -> "must be true or false";
            case CHOICE -> "must be one of " + choices;
        };
    }
}
