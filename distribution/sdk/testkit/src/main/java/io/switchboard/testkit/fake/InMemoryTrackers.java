package io.switchboard.testkit.fake;

import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.IssueTracker.State;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trackers whose reports are called after them, for example {@code github-1}. A delivery with the header {@code signed} is genuine;
 * its body is the reference of the report that changed.
 */
public final class InMemoryTrackers implements Trackers {
    private final List<String> ids;
    private final Map<String, Report> reports = new LinkedHashMap<>();
    private final Map<String, NewReport> asked = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private @Nullable TrackerAwayException away;
    private boolean losesAnswers;

    /** Begins without reports. */
    public InMemoryTrackers(String... ids) {
        this.ids = new ArrayList<>(List.of(ids));
    }

    /** Has all of them be away, or there again if it is null. */
    public synchronized void away(@Nullable Duration pause) {
        away = pause == null ? null : new TrackerAwayException("The tracker is being mended", pause);
    }

    /** Has reports be made without anybody being told so. */
    public synchronized void loseAnswers(boolean lose) {
        losesAnswers = lose;
    }

    /** Removes a tracker, or brings it back, with its reports. */
    public synchronized void there(String id, boolean there) {
        ids.remove(id);
        if (there) {
            ids.add(id);
        }
    }

    /** Changes what has become of a report. */
    public synchronized void decide(String reference, State state) {
        reports.put(reference, report(reference, state));
    }

    /** Has a report be gone. */
    public synchronized void forget(String reference) {
        reports.remove(reference);
    }

    /** Returns what was reported, in order; each key once. */
    public synchronized List<NewReport> reported() {
        return List.copyOf(asked.values());
    }

    /** Returns the comments, each with the reference before it. */
    public synchronized List<String> comments() {
        return List.copyOf(comments);
    }

    @Override
    public synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    @Override
    public synchronized Report report(String tracker, NewReport defect) throws TrackerAwayException {
        require(tracker);
        String known = asked.entrySet().stream()
                .filter(one -> one.getKey().startsWith(tracker + "-")
                        && one.getValue().key().equals(defect.key()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        String reference = known != null ? known : tracker + "-" + (reports.size() + 1);
        if (known == null) {
            reports.put(reference, report(reference, State.OPEN));
            asked.put(reference, defect);
        }
        if (losesAnswers) {
            throw new TrackerAwayException("The answer was lost", Duration.ZERO);
        }
        return reports.getOrDefault(reference, report(reference, State.OPEN));
    }

    @Override
    public synchronized Optional<Report> find(String tracker, String reference) throws TrackerAwayException {
        require(tracker);
        return reports.values().stream()
                .filter(report ->
                        report.reference().equals(reference) || report.address().equals(reference))
                .filter(report -> report.reference().startsWith(tracker + "-"))
                .findFirst();
    }

    @Override
    public synchronized void comment(String tracker, String reference, String text) throws TrackerAwayException {
        require(tracker);
        comments.add(reference + ": " + text);
    }

    @Override
    public synchronized Heard hear(String tracker, Delivery delivery) throws TrackerAwayException {
        require(tracker);
        return delivery.headers().containsKey("signed")
                ? new Heard.Changed(Set.of(new String(delivery.body(), StandardCharsets.UTF_8)))
                : new Heard.Refused("It is not signed");
    }

    private void require(String tracker) throws TrackerAwayException {
        if (away != null) {
            throw away;
        }
        if (!ids.contains(tracker)) {
            throw new TrackerAwayException("There is no tracker '" + tracker + "' at the moment", Duration.ZERO);
        }
    }

    private static Report report(String reference, State state) {
        return new Report(
                reference,
                "https://tracker.example/" + reference,
                state,
                state.name().toLowerCase(Locale.ROOT));
    }
}
