package io.switchboard.core.desk.verification;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.delivery.Letter;
import io.switchboard.core.delivery.LetterLanguage;
import io.switchboard.core.delivery.LetterTemplate;
import io.switchboard.core.desk.verification.AskVerification.Question;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The letter that asks whether a solution works. Of a confidential ticket it tells the number alone: it may lie in a mailbox
 * that others read.
 */
record VerificationLetter(Ticket ticket, Question question, LetterLanguage language) {
    private static final String PURPOSE = "verification";
    private static final int LONGEST_SOLUTION = 2_000;
    private static final LetterTemplate TEMPLATE = new LetterTemplate(VerificationLetter.class, "verification-letter");

    /**
     * Writes it.
     *
     * @param worth how long it is worth sending
     */
    Letter to(Address receiver, URI link, Duration worth) {
        Map<String, Object> data = Map.of(
                "number", ticket.number(),
                "subject", ticket.confidential() ? "" : LetterTemplate.line(ticket.subject()),
                "solution", solution(),
                "link", link,
                "reminder", question.reminder(),
                "closesAt", closesAt());
        return TEMPLATE.write(PURPOSE, receiver, language, data, worth);
    }

    private String closesAt() {
        Instant time = question.closesAt();
        String pattern = switch (language) {
            case ENGLISH -> "d MMMM yyyy, HH:mm 'UTC'";
            case GERMAN -> "d. MMMM yyyy 'um' HH:mm 'Uhr UTC'";
        };
        return time == null
                ? ""
                : DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language.tag()))
                        .withZone(ZoneOffset.UTC)
                        .format(time);
    }

    private String solution() {
        Resolution resolution = ticket.resolution();
        if (resolution == null || ticket.confidential()) {
            return "";
        }
        String summary = resolution.summary().strip();
        int end =
                summary.offsetByCodePoints(0, Math.min(LONGEST_SOLUTION, summary.codePointCount(0, summary.length())));
        return summary.substring(0, end) + (end < summary.length() ? "…" : "");
    }
}
