package io.switchboard.core.desk.record;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.store.StoreTestbed;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editing a ticket's own fields (CL3, IN7, AU1). */
class EditTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        agent = desk.agent();
        ticket = desk.open(desk.customer());
    }

    @Test
    void thePriorityFollowsTheMatrix() {
        Ticket after = edit(priority(Level.HIGH, Level.HIGH, null));
        assertThat(after.classification().priority()).isEqualTo(Priority.P1);
        assertThat(after.version()).isEqualTo(ticket.version() + 1);
    }

    @Test
    void apersonsOverrideIsKeptRecordedAndCanBeTakenBack() {
        edit(priority(null, null, Optional.of(Priority.P1)));
        Ticket kept = edit(priority(Level.LOW, Level.LOW, null));
        assertThat(kept.classification().priority()).isEqualTo(Priority.P1);
        assertThat(kept.classification().priorityOverridden()).isTrue();
        assertThat(desk.events(ticket.id()))
                .anySatisfy(event -> assertThat(event.changes()).contains(new FieldChange("priority", "P3", "P1")));
        Ticket computed = edit(priority(null, null, Optional.empty()));
        assertThat(computed.classification().priority()).isEqualTo(Priority.P4);
        assertThat(computed.classification().priorityOverridden()).isFalse();
    }

    @Test
    void anOverrideWithTheSamePriorityIsKeptToo() {
        Ticket after = edit(priority(null, null, Optional.of(Priority.P3)));
        assertThat(after.classification().priorityOverridden()).isTrue();
    }

    @Test
    void whatChangesNothingIsNotRecorded() {
        Ticket after = edit(Patch.NOTHING);
        assertThat(after).isEqualTo(ticket);
        assertThat(desk.happened(ticket.id())).doesNotContain(EventType.TICKET_EDITED);
    }

    @Test
    void additionalFieldsAreSetAndRemoved() {
        edit(fields(Map.of("floor", Optional.of(new FieldValue.Text("3rd")))));
        assertThat(desk.now(ticket.id()).fields()).containsEntry("floor", new FieldValue.Text("3rd"));
        edit(fields(Map.of("floor", Optional.empty())));
        assertThat(desk.now(ticket.id()).fields()).isEmpty();
    }

    @Test
    void aCustomerEditsNothingAndAStaleVersionIsRefused() {
        refused(
                ErrorCode.NOT_FOUND,
                () -> desk.edit.handle(
                        desk.customer(), ticket.id(), Precondition.any(), priority(Level.HIGH, null, null), null));
        edit(priority(Level.HIGH, null, null));
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.edit.handle(
                        agent,
                        ticket.id(),
                        Precondition.version(ticket.version()),
                        priority(Level.LOW, null, null),
                        null));
    }

    private Ticket edit(Patch patch) {
        return desk.edit.handle(agent, ticket.id(), Precondition.any(), patch, "because");
    }

    private static Patch priority(
            @Nullable Level impact, @Nullable Level urgency, @Nullable Optional<Priority> priority) {
        return new Patch(
                null, null, null, null, impact, urgency, priority, null, null, null, null, null, null, null, null);
    }

    private static Patch fields(Map<String, Optional<FieldValue>> fields) {
        return new Patch(null, null, null, null, null, null, null, null, null, null, null, fields, null, null, null);
    }
}
