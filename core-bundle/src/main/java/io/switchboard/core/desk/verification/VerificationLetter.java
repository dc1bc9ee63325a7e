package io.switchboard.core.desk.verification;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.delivery.Letter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The letter that asks whether a solution works. Of a confidential ticket it tells the number alone: it may lie in a mailbox
 * that others read.
 */
final class VerificationLetter {
    private static final String PURPOSE = "verification";
    private static final int LONGEST_SOLUTION = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private VerificationLetter() {}

    /**
     * Writes one.
     *
     * @param closesAt when the ticket is closed without an answer, or null
     * @param worth how long it is worth sending
     */
    static Letter of(
            Ticket ticket, Address to, URI link, boolean reminder, @Nullable Instant closesAt, Duration worth) {
        String subject = (reminder ? "Still to be answered: does the solution of " : "Does the solution of ")
                + ticket.number() + " work?";
        String text = "Your request " + ticket.number() + (ticket.confidential() ? "" : ", " + line(ticket.subject()))
                + ", was solved." + solution(ticket)
                + "\n\nDoes it work for you? To say yes or no, open this address:\n\n" + link + "\n\n"
                + (closesAt == null
                        ? ""
                        : "Without an answer we close the request on " + TIME.format(closesAt)
                                + ". You can still write to us then.\n\n")
                + "Pass this message on to nobody: whoever has the address can answer in your name.\n";
        return new Letter(PURPOSE, to, subject, text, worth);
    }

    private static String solution(Ticket ticket) {
        Resolution resolution = ticket.resolution();
        if (resolution == null || ticket.confidential()) {
            return "";
        }
        String summary = resolution.summary().strip();
        int end =
                summary.offsetByCodePoints(0, Math.min(LONGEST_SOLUTION, summary.codePointCount(0, summary.length())));
        return "\n\n" + summary.substring(0, end) + (end < summary.length() ? "…" : "");
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
