package io.switchboard.core.desk.configuration;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.store.StoreTestbed;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which lifecycle the tickets of a type follow (IN8, ST4). */
class TypeProfilesTest {
    private final StoreTestbed store = StoreTestbed.hsqldb();
    private DeskBench desk;
    private Caller administrator;

    @BeforeEach
    void begin() {
        store.open();
        desk = new DeskBench(store);
        administrator = desk.administrator();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void everyTypeFollowsTheStandardProfileUntilAnotherIsChosen() {
        assertThat(desk.profiles.followers(administrator, "standard").types())
                .containsExactlyInAnyOrder(TicketType.values());
        choose("simple", TicketType.QUESTION);
        assertThat(desk.profiles.followers(administrator, "simple").types()).containsExactly(TicketType.QUESTION);
        assertThat(open(TicketType.QUESTION).progress().profile()).isEqualTo("simple");
        assertThat(open(TicketType.INCIDENT).progress().profile()).isEqualTo("standard");
        choose("simple");
        assertThat(open(TicketType.QUESTION).progress().profile()).isEqualTo("standard");
    }

    @Test
    void aTicketKeepsItsProfileUntilItsTypeChanges() {
        Ticket question = desk.triaged(open(TicketType.QUESTION));
        Ticket waiting = desk.move(desk.move(question, Status.ASSIGNED), Status.WAITING_FOR_CUSTOMER);
        choose("simple", TicketType.QUESTION, TicketType.OTHER);
        assertThat(desk.now(question.id()).progress()).isEqualTo(waiting.progress());
        Ticket other = retype(question, TicketType.OTHER);
        assertThat(other.progress().profile()).isEqualTo("simple");
        assertThat(other.progress().status()).isEqualTo(new Status("answered"));
        assertThat(desk.events(question.id()))
                .anySatisfy(event ->
                        assertThat(event.changes()).contains(new FieldChange("profile", "standard", "simple")));
        assertThat(retype(question, TicketType.INCIDENT).progress().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
    }

    @Test
    void howATicketEndedIsNotMadeUp() {
        Ticket ticket = desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED);
        choose("simple", TicketType.QUESTION);
        assertThat(retype(ticket, TicketType.QUESTION).progress().status()).isEqualTo(Status.RESOLVED);
        Ticket closed = desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED, Status.CLOSED);
        assertThat(refused(ErrorCode.INVALID_FIELD, () -> retype(closed, TicketType.QUESTION))
                        .fields()
                        .get(0)
                        .field())
                .isEqualTo("type");
    }

    @Test
    void theChoiceIsForAdministratorsAndForWhoeverSawTheLatest() {
        Set<TicketType> question = Set.of(TicketType.QUESTION);
        Precondition any = Precondition.any();
        refused(ErrorCode.RIGHT_MISSING, () -> desk.profiles.choose(desk.agent(), "simple", question, any));
        refused(ErrorCode.NOT_FOUND, () -> desk.profiles.choose(administrator, "none", question, any));
        refused(ErrorCode.INVALID_FIELD, () -> desk.profiles.choose(administrator, "standard", question, any));
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.profiles.choose(administrator, "simple", question, Precondition.version(7)));
    }

    private void choose(String profile, TicketType... types) {
        desk.profiles.choose(administrator, profile, Set.of(types), Precondition.any());
    }

    private Ticket open(TicketType type) {
        NewTicket wanted = NewTicket.of("How", "do I?", new Contact(null, null, null), "api")
                .withType(type);
        return desk.open.handle(desk.customer(), wanted);
    }

    private Ticket retype(Ticket ticket, TicketType type) {
        return desk.edit.handle(administrator, ticket.id(), Precondition.any(), EditTicket.Patch.type(type), null);
    }
}
