package io.switchboard.core.desk;

import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ticket while it is being changed: what may change of it has a method here. Belongs to one thread. */
public final class TicketDraft {
    private final Ticket origin;
    private String subject;
    private Classification classification;
    private Progress progress;
    private @Nullable PersonReference assignee;
    private @Nullable TeamReference team;
    private Circumstances circumstances;
    private @Nullable Resolution resolution;
    private List<Deadline> deadlines;
    private @Nullable Instant expectedResolutionAt;
    private @Nullable Instant nextUpdateDueAt;
    private Set<String> tags;
    private Map<String, FieldValue> fields;
    private boolean confidential;

    TicketDraft(Ticket origin) {
        this.origin = origin;
        this.subject = origin.subject();
        this.classification = origin.classification();
        this.progress = origin.progress();
        this.assignee = origin.assignee();
        this.team = origin.team();
        this.circumstances = origin.circumstances();
        this.resolution = origin.resolution();
        this.deadlines = origin.deadlines();
        this.expectedResolutionAt = origin.expectedResolutionAt();
        this.nextUpdateDueAt = origin.nextUpdateDueAt();
        this.tags = origin.tags();
        this.fields = origin.fields();
        this.confidential = origin.confidential();
    }

    /** Replaces the subject. */
    public void subject(String value) {
        subject = value;
    }

    /** Replaces the classification. */
    public void classification(Classification value) {
        classification = value;
    }

    /** Replaces where it stands. */
    public void progress(Progress value) {
        progress = value;
    }

    /** Takes it out of, or back into, the ordinary flow. */
    public void disposition(Disposition value) {
        progress = new Progress(
                progress.profile(),
                progress.status(),
                progress.stage(),
                progress.nextMove(),
                value,
                progress.triage(),
                progress.postponedUntil(),
                progress.statusSince(),
                progress.reopenings());
    }

    /** Says how far triage is. */
    public void triage(TriageState value) {
        progress = new Progress(
                progress.profile(),
                progress.status(),
                progress.stage(),
                progress.nextMove(),
                progress.disposition(),
                value,
                progress.postponedUntil(),
                progress.statusSince(),
                progress.reopenings());
    }

    /** Lets it sleep, or wakes it with null. */
    public void postponedUntil(@Nullable Instant value) {
        progress = new Progress(
                progress.profile(),
                progress.status(),
                progress.stage(),
                progress.nextMove(),
                progress.disposition(),
                progress.triage(),
                value,
                progress.statusSince(),
                progress.reopenings());
    }

    /** Gives it to an agent, or to nobody. */
    public void assignee(@Nullable PersonReference value) {
        assignee = value;
    }

    /** Gives it to a team, or to none. */
    public void team(@Nullable TeamReference value) {
        team = value;
    }

    /** Replaces what was told of the trouble. */
    public void circumstances(Circumstances value) {
        circumstances = value;
    }

    /** Says how it was solved. */
    public void resolution(@Nullable Resolution value) {
        resolution = value;
    }

    /** Replaces the deadlines. */
    public void deadlines(List<Deadline> value) {
        deadlines = List.copyOf(value);
    }

    /** Says when the customer may expect a solution. */
    public void expectedResolutionAt(@Nullable Instant value) {
        expectedResolutionAt = value;
    }

    /** Says when the customer is to hear next. */
    public void nextUpdateDueAt(@Nullable Instant value) {
        nextUpdateDueAt = value;
    }

    /** Replaces the tags. */
    public void tags(Set<String> value) {
        tags = new TreeSet<>(value);
    }

    /** Sets an additional field, or removes it with null. */
    public void field(String name, @Nullable FieldValue value) {
        Map<String, FieldValue> changed = new LinkedHashMap<>(fields);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        fields = changed;
    }

    /** Makes it confidential, or lifts that. */
    public void confidential(boolean value) {
        confidential = value;
    }

    /** Returns the ticket as it stands in the draft; version and times are still those before the change. */
    public Ticket ticket() {
        return ticket(origin.version(), origin.updatedAt());
    }

    Ticket ticket(long version, Instant updatedAt) {
        return new Ticket(
                origin.id(),
                origin.number(),
                version,
                subject,
                origin.description(),
                origin.requester(),
                origin.submitter(),
                origin.organization(),
                origin.channel(),
                classification,
                progress,
                assignee,
                team,
                circumstances,
                resolution,
                deadlines,
                expectedResolutionAt,
                nextUpdateDueAt,
                tags,
                fields,
                confidential,
                origin.imported(),
                origin.external(),
                origin.createdAt(),
                updatedAt);
    }
}
