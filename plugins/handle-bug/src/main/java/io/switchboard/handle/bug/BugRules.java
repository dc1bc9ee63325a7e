package io.switchboard.handle.bug;

import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Ticket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** What the settings say, and by which fields agents say the rest. */
@Component(service = BugRules.class)
@Designate(ocd = BugSettings.class)
public final class BugRules {
    /** The field in which agents describe the defect for the tracker; its first line is the title. */
    static final String DESCRIPTION = "defect";
    /** The field with the reference of the report; agents enter one to join it. */
    static final String REPORT = "bugReport";
    /** The tag that stays on the ticket, as that of all special handling. */
    static final String MARK = "bug";

    private final Directory directory;
    private final BugSettings settings;
    private final Map<String, String> severities;

    /** Takes the settings. */
    @Activate
    public BugRules(BugSettings settings, @Reference Directory directory) {
        this.settings = settings;
        this.directory = directory;
        this.severities = severities(settings.severities());
    }

    private static Map<String, String> severities(String[] lines) {
        Map<String, String> read = new HashMap<>();
        for (String line : lines) {
            int at = line.indexOf('=');
            if (at > 0 && !line.substring(at + 1).isBlank()) {
                read.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        }
        return Map.copyOf(read);
    }

    String tag() {
        return settings.tag().strip();
    }

    String tracker() {
        return settings.tracker().strip();
    }

    boolean passesCustomersWordsOn() {
        return settings.customersWords();
    }

    Duration betweenQuestions() {
        return Duration.ofMinutes(settings.minutes());
    }

    boolean isConfirmed(Ticket ticket) {
        return ticket.tags().contains(tag());
    }

    boolean mayBeReported(Ticket ticket) {
        return !ticket.confidential()
                || ticket.tags().contains(settings.consent().strip());
    }

    String consent() {
        return settings.consent().strip();
    }

    boolean isAboutADefect(Classification classification) {
        String category = classification.category();
        return category != null
                && Arrays.stream(settings.categories())
                        .map(String::strip)
                        .anyMatch(ours -> category.equals(ours) || !ours.isEmpty() && category.startsWith(ours + "/"));
    }

    @Nullable
    String severity(Ticket ticket) {
        return severities.get(ticket.classification().priority().id());
    }

    /** Returns what a text field of a ticket says, without spaces around it; empty if it says nothing. */
    static String said(Ticket ticket, String field) {
        return ticket.fields().get(field) instanceof FieldValue.Text text
                ? text.value().strip()
                : "";
    }

    /** Looked up when it is needed, so that a team may be made, renamed and removed at any time. */
    Optional<TeamId> team() {
        String wanted = settings.team().strip();
        return directory.teams().stream()
                .filter(team -> team.name().equalsIgnoreCase(wanted)
                        || team.id().toString().equals(wanted))
                .map(Team::id)
                .findFirst();
    }

    /** Returns trackers in the order in which they are asked, that of the settings first. */
    List<String> order(List<String> there) {
        String first = tracker();
        return there.stream()
                .sorted((one, other) -> Boolean.compare(other.equals(first), one.equals(first)))
                .toList();
    }

    /** Returns a sentence about a team that is named and not there, or null. */
    @Nullable
    String missing() {
        boolean there = settings.team().isBlank() || team().isPresent();
        return there
                ? null
                : "There is no team of the setting 'team': confirmed defects are reported, and their tickets stay with the "
                        + "team that has them. Make the team, or name another.";
    }
}
