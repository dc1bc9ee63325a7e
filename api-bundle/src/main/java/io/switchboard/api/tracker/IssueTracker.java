package io.switchboard.api.tracker;

import io.switchboard.api.ticket.TicketId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> A bug tracker.
 *
 * <p>Register it as an OSGi service. Called on threads of the desk, never inside a transaction; 30 s for an answer; an
 * exception has the call repeated later. Reporting twice with the same key must give the same report.
 */
public interface IssueTracker {
    /** Returns the id, for example {@code github}. */
    String id();

    /** Makes a report, or returns the one that was made with the same key. */
    Report report(NewReport report) throws Exception;

    /** Returns the present state of a report, or nothing if it is gone. */
    Optional<Report> find(String reference) throws Exception;

    /** Adds a comment to a report. */
    void comment(String reference, String text) throws Exception;

    /**
     * A defect to report.
     *
     * @param key the same at every try
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
     * @param reference the tracker's own name for it
     * @param address where people read it
     * @param state what has become of it
     * @param stateName the state in the tracker's own words
     */
    record Report(String reference, String address, State state, String stateName) {}

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
