package io.switchboard.testkit.data;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Team;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds tickets. What a test does not name has a plain value: a new, triaged incident of medium priority without an
 * agent. A builder is used by one thread and may build several tickets.
 */
public final class TicketBuilder {
    private TicketId id;
    private String number;
    private long version = 1;
    private String subject = "The printer prints nothing";
    private String description = "Since this morning every page comes out empty.";
    private PersonReference requester =
            new PersonReference(SampleIds.person(900), "Casey Customer", "casey@example.com", false);
    private PersonReference submitter = requester;
    private @Nullable OrganizationId organization;
    private String channel = "portal";
    private ClassificationDraft classification = new ClassificationDraft();
    private ProgressDraft progress = new ProgressDraft();
    private @Nullable PersonReference assignee;
    private Ticket.@Nullable TeamReference team;
    private Circumstances circumstances = Circumstances.UNKNOWN;
    private @Nullable Resolution resolution;
    private List<Deadline> deadlines = List.of();
    private @Nullable Instant expectedResolutionAt;
    private @Nullable Instant nextUpdateDueAt;
    private Set<String> tags = new TreeSet<>();
    private Map<String, FieldValue> fields = new LinkedHashMap<>();
    private boolean confidential;
    private boolean imported;
    private @Nullable ExternalReference external;
    private Instant createdAt = Samples.NOW;
    private Instant updatedAt = Samples.NOW;

    TicketBuilder(long serial) {
        id = SampleIds.ticket(serial);
        number = "SB-" + (1000 + serial);
    }

    /** Begins with what a ticket says, for a changed copy. */
    public static TicketBuilder of(Ticket ticket) {
        TicketBuilder builder = new TicketBuilder(1);
        builder.id = ticket.id();
        builder.number = ticket.number();
        builder.version = ticket.version();
        builder.subject = ticket.subject();
        builder.description = ticket.description();
        builder.requester = ticket.requester();
        builder.submitter = ticket.submitter();
        builder.organization = ticket.organization();
        builder.channel = ticket.channel();
        builder.classification = ClassificationDraft.of(ticket.classification());
        builder.progress = ProgressDraft.of(ticket.progress());
        builder.assignee = ticket.assignee();
        builder.team = ticket.team();
        builder.circumstances = ticket.circumstances();
        builder.resolution = ticket.resolution();
        builder.deadlines = ticket.deadlines();
        builder.expectedResolutionAt = ticket.expectedResolutionAt();
        builder.nextUpdateDueAt = ticket.nextUpdateDueAt();
        builder.tags = new TreeSet<>(ticket.tags());
        builder.fields = new LinkedHashMap<>(ticket.fields());
        builder.confidential = ticket.confidential();
        builder.imported = ticket.imported();
        builder.external = ticket.external();
        builder.createdAt = ticket.createdAt();
        builder.updatedAt = ticket.updatedAt();
        return builder;
    }

    /** Sets id and number. */
    public TicketBuilder numbered(TicketId newId, String newNumber) {
        id = newId;
        number = newNumber;
        return this;
    }

    /** Sets the version. */
    public TicketBuilder version(long newVersion) {
        version = newVersion;
        return this;
    }

    /** Sets the subject. */
    public TicketBuilder subject(String text) {
        subject = text;
        return this;
    }

    /** Sets the description. */
    public TicketBuilder description(String text) {
        description = text;
        return this;
    }

    /** Sets the requester, who is the submitter too, and the organization. */
    public TicketBuilder requester(Customer customer) {
        requester = Samples.reference(customer);
        submitter = requester;
        organization = customer.organization();
        return this;
    }

    /** Sets who wrote it down. */
    public TicketBuilder submitter(PersonReference person) {
        submitter = person;
        return this;
    }

    /** Sets the channel. */
    public TicketBuilder channel(String channelId) {
        channel = channelId;
        return this;
    }

    /** Sets the type. */
    public TicketBuilder type(TicketType type) {
        classification.type = type;
        return this;
    }

    /** Sets category and product; null for none. */
    public TicketBuilder about(@Nullable String category, @Nullable String product) {
        classification.category = category;
        classification.product = product;
        return this;
    }

    /** Sets impact and urgency, and the priority that follows from them. */
    public TicketBuilder severity(Level impact, Level urgency) {
        classification.impact = impact;
        classification.urgency = urgency;
        classification.override = null;
        return this;
    }

    /** Sets a priority as a person does, against the matrix. */
    public TicketBuilder priority(Priority priority) {
        classification.override = priority;
        return this;
    }

    /** Sets the status of the profile {@code standard}, with the stage and next move that go with it. */
    public TicketBuilder status(Status status) {
        progress.status = status;
        return this;
    }

    /** Takes an edge at a time, as the desk does: what was solved is counted as reopened. */
    public TicketBuilder move(Status to, Instant at) {
        progress.move(to, at);
        return this;
    }

    /** Sets the disposition. */
    public TicketBuilder disposition(Disposition disposition) {
        progress.disposition = disposition;
        return this;
    }

    /** Sets whether triage has spoken. */
    public TicketBuilder triage(TriageState state) {
        progress.triage = state;
        return this;
    }

    /** Lets it sleep until a time, or wakes it with null. */
    public TicketBuilder postponedUntil(@Nullable Instant until) {
        progress.postponedUntil = until;
        return this;
    }

    /** Gives it to an agent. */
    public TicketBuilder assignee(Agent agent) {
        assignee = Samples.reference(agent);
        return this;
    }

    /** Gives it to a person or, with null, to nobody. */
    public TicketBuilder assignee(@Nullable PersonReference person) {
        assignee = person;
        return this;
    }

    /** Gives it to a team or, with null, to none. */
    public TicketBuilder team(@Nullable Team newTeam) {
        team = newTeam == null ? null : new Ticket.TeamReference(newTeam.id(), newTeam.name(), newTeam.tier());
        return this;
    }

    /** Sets what was told of the trouble. */
    public TicketBuilder circumstances(Circumstances told) {
        circumstances = told;
        return this;
    }

    /** Sets how it was solved. */
    public TicketBuilder resolution(@Nullable Resolution solved) {
        resolution = solved;
        return this;
    }

    /** Sets the deadlines. */
    public TicketBuilder deadlines(List<Deadline> newDeadlines) {
        deadlines = newDeadlines;
        return this;
    }

    /** Sets what the customer may expect. */
    public TicketBuilder expectation(@Nullable Instant resolutionAt, @Nullable Instant updateAt) {
        expectedResolutionAt = resolutionAt;
        nextUpdateDueAt = updateAt;
        return this;
    }

    /** Sets the tags. */
    public TicketBuilder tags(String... words) {
        tags = new TreeSet<>(List.of(words));
        return this;
    }

    /** Adds and removes tags. */
    public TicketBuilder tags(Set<String> add, Set<String> remove) {
        tags.addAll(add);
        tags.removeAll(remove);
        return this;
    }

    /** Sets an additional field. */
    public TicketBuilder field(String name, FieldValue value) {
        fields.put(name, value);
        return this;
    }

    /** Makes it confidential. */
    public TicketBuilder confidential() {
        confidential = true;
        return this;
    }

    /** Marks it as imported. */
    public TicketBuilder imported() {
        imported = true;
        return this;
    }

    /** Sets its name in another system. */
    public TicketBuilder external(@Nullable ExternalReference reference) {
        external = reference;
        return this;
    }

    /** Sets when it was opened, and last changed. */
    public TicketBuilder times(Instant created, Instant updated) {
        createdAt = created;
        updatedAt = updated;
        return this;
    }

    /** Builds the ticket. */
    public Ticket build() {
        return new Ticket(
                id,
                number,
                version,
                subject,
                description,
                requester,
                submitter,
                organization,
                channel,
                classification.build(),
                progress.build(),
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
                imported,
                external,
                createdAt,
                updatedAt);
    }
}
