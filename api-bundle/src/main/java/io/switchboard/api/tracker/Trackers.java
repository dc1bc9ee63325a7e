package io.switchboard.api.tracker;

import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The bug trackers that are installed, for plugins that report defects. Get it as an OSGi service; it may be used from any thread,
 * but not inside a transaction, an Advisor or a Guard. A call takes 30 s at most. Whoever does not answer, or answers nonsense, is
 * away: {@link TrackerAwayException}.
 */
@ProviderType
public interface Trackers {
    /** Returns the ids of those that are there now: the higher service ranking first, then the smaller plugin id. */
    List<String> ids();

    /** Makes a report, or returns the one that was made with the same key. */
    Report report(String tracker, NewReport defect) throws TrackerAwayException;

    /** Returns the present state of a report, or nothing if it is gone or never was. */
    Optional<Report> find(String tracker, String reference) throws TrackerAwayException;

    /** Adds a comment to a report. Trying again may add it twice. */
    void comment(String tracker, String reference, String text) throws TrackerAwayException;

    /** Has a tracker read what came to its webhook. */
    Heard hear(String tracker, Delivery delivery) throws TrackerAwayException;
}
