package io.switchboard.api.tracker;

import io.switchboard.api.ticket.TicketId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> A bug tracker.
 *
 * <p>Register it as an OSGi service. Called on threads of the desk through {@link Trackers}, never inside a transaction; 30 s for
 * an answer. An exception has the call repeated later; a tracker that asks to be left alone for a while is told by
 * {@link TrackerAwayException}, which does not count as a failure. Reporting twice with the same key must give the same report,
 * also if the first answer was lost.
 */
public interface IssueTracker {
    /** Returns the id, for example {@code github}. */
    String id();

    /** Makes a report, or returns the one that was made with the same key. */
    Report report(NewReport report) throws Exception;

    /**
     * Returns the present state of a report, or nothing if it is gone or never was. A tracker that does not let the desk in has
     * not said that it is gone: that is an exception.
     *
     * @param reference its reference, or the address where people read it
     */
    Optional<Report> find(String reference) throws Exception;

    /** Adds a comment to a report. */
    void comment(String reference, String text) throws Exception;

    /**
     * Reads what came to the webhook of this tracker. Anybody may have sent it: only a signature made with the shared secret says
     * that it came from the tracker. What it says is a hint to look again, so the same delivery may come any number of times.
     * Must not call out; 5 s for an answer.
     */
    default Heard hear(Delivery delivery) {
        return new Heard.Refused("This tracker takes no webhooks");
    }

    /**
     * A defect to report.
     *
     * @param key the same at every try, and no other defect's, also on other desks; up to 60 letters, digits and hyphens
     * @param ticket the ticket it comes from
     * @param title one line
     * @param body Markdown, without customers' personal data
     * @param severity a word of the tracker's own, or null
     */
    record NewReport(
            String key,
            TicketId ticket,
            String title,
            String body,
            @Nullable String severity) {}

    /**
     * A report in the tracker.
     *
     * @param reference the tracker's own name for it, one line of at most 200 characters
     * @param address where people read it, http or https
     * @param state what has become of it
     * @param stateName the state in the tracker's own words
     */
    record Report(String reference, String address, State state, String stateName) {}

    /**
     * What came to a webhook.
     *
     * @param headers by lower-case name
     * @param body as it came, at most 1 MiB
     */
    record Delivery(Map<String, String> headers, byte[] body) {
        /** Keeps a copy of the headers. */
        public Delivery {
            headers = Map.copyOf(headers);
        }
    }

    /** What a delivery says. */
    sealed interface Heard {
        /**
         * It is not known to come from the tracker, or cannot be read.
         *
         * @param why what is missing, for whoever set up the webhook; nothing secret
         */
        record Refused(String why) implements Heard {}

        /**
         * It came from the tracker.
         *
         * @param references the reports that changed, none if it is about something else
         */
        record Changed(Set<String> references) implements Heard {
            /** Keeps a copy. */
            public Changed {
                references = Set.copyOf(references);
            }
        }
    }

    /** What has become of a report. */
    enum State {
        /** Nobody has decided yet. */
        OPEN,
        /** Somebody works on it. */
        IN_PROGRESS,
        /** It is repaired. */
        FIXED,
        /** It will not be repaired, or is none. */
        DECLINED
    }
}
