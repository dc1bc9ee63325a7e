package io.switchboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InMemoryDeskTest {
    private static final Contact CASEY = new Contact("Casey", "casey@example.com", null);

    private final MovableClock clock = new MovableClock();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryDesk desk = new InMemoryDesk(clock, directory, new InMemoryUploads(100));

    @Test
    void aTicketIsOpenedWithItsFirstMessage() {
        Ticket ticket = desk.open(NewTicket.of("Help", "It burns.", CASEY, "portal"));
        assertThat(desk.ticketByNumber(ticket.number())).contains(ticket);
        assertThat(desk.thread(ticket.id(), 10)).extracting("body").containsExactly("It burns.");
    }

    @Test
    void theSameAddressIsTheSamePerson() {
        Ticket first = desk.open(NewTicket.of("One", "", CASEY, "portal"));
        Ticket second = desk.open(NewTicket.of("Two", "", new Contact(null, "CASEY@example.com", null), "portal"));
        assertThat(second.requester()).isEqualTo(first.requester());
    }

    @Test
    void anExternalNameIsTakenOnce() {
        NewTicket alert = NewTicket.of("Disk full", "", CASEY, "monitoring")
                .withExternal(new ExternalReference("alertmanager", "42"));
        desk.open(alert);
        refused(ErrorCode.ALREADY_EXISTS, () -> desk.open(alert));
    }

    @Test
    void anIllegalTransitionIsRefusedAndChangesNothing() {
        Ticket ticket = desk.open(NewTicket.of("Help", "", CASEY, "portal"));
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> desk.transition(ticket.id(), Status.CLOSED, null, null));
        assertThat(desk.ticket(ticket.id())).contains(ticket);
    }

    @Test
    void aCustomerWhoWritesAgainReopens() {
        Ticket ticket = Samples.ticket(1).status(Status.RESOLVED).build();
        desk.put(ticket);
        desk.postAs(ticket.id(), ticket.requester().id(), message(MessageKind.CUSTOMER, "Still broken"));
        assertThat(desk.ticket(ticket.id()).orElseThrow().progress().status()).isEqualTo(Status.REOPENED);
    }

    @Test
    void customersNeverSeeNotes() {
        Ticket ticket = desk.open(NewTicket.of("Help", "", CASEY, "portal"));
        desk.post(ticket.id(), message(MessageKind.NOTE, "hm"));
        desk.post(ticket.id(), message(MessageKind.REPLY, "Try again"));
        assertThat(desk.customerThread(ticket.id(), 10)).extracting("body").containsExactly("Try again");
        assertThat(desk.thread(ticket.id(), 10)).hasSize(2);
    }

    @Test
    void aStrangerCannotWriteInAParticipantsName() {
        Ticket ticket = desk.open(NewTicket.of("Help", "", CASEY, "portal"));
        refused(
                ErrorCode.NOT_FOUND,
                () -> desk.postAs(ticket.id(), Samples.agent(5).build().id(), message(MessageKind.CUSTOMER, "hi")));
    }

    @Test
    void anEditCountsTheVersionAndMovesTheTime() {
        Ticket ticket = desk.open(NewTicket.of("Help", "", CASEY, "portal"));
        clock.move(Duration.ofMinutes(5));
        Ticket later = desk.postpone(ticket.id(), clock.instant().plusSeconds(60));
        assertThat(later.version()).isEqualTo(ticket.version() + 1);
        assertThat(later.updatedAt()).isEqualTo(clock.instant());
    }

    private static NewMessage message(MessageKind kind, String body) {
        return NewMessage.of(kind, body, "portal");
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
