package io.switchboard.core.desk.conversation;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting to a thread (CO1, CO4, IN10, ST2, ST6). */
class PostMessageTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private Caller customer;
    private Caller agent;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        customer = desk.customer();
        agent = desk.agent();
    }

    @Test
    void replyAndWaitingForCustomerAreOneStep() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS);
        NewMessage ask = NewMessage.of(MessageKind.REPLY, "Which model?", "api").then(Status.WAITING_FOR_CUSTOMER);
        Ticket after = desk.post
                .handle(agent, ticket.id(), Precondition.version(ticket.version()), ask)
                .ticket();
        assertThat(after.progress().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
        assertThat(desk.happened(ticket.id())).endsWith(EventType.MESSAGE_SENT, EventType.TICKET_TRANSITIONED);
    }

    @Test
    void aReplyWithTheStatusThatTheTicketHasIsAReply() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING_FOR_CUSTOMER);
        NewMessage ask = NewMessage.of(MessageKind.REPLY, "Or was it?", "api").then(Status.WAITING_FOR_CUSTOMER);
        Ticket after =
                desk.post.handle(agent, ticket.id(), Precondition.any(), ask).ticket();
        assertThat(after.progress()).isEqualTo(ticket.progress());
        assertThat(desk.happened(ticket.id())).endsWith(EventType.MESSAGE_SENT);
    }

    @Test
    void anIllegalNextStatusPostsNothing() {
        Ticket ticket = desk.open(customer);
        NewMessage message = NewMessage.of(MessageKind.REPLY, "Done", "api").then(Status.CLOSED);
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> desk.post.handle(agent, ticket.id(), Precondition.any(), message));
        assertThat(desk.thread.handle(agent, ticket.id(), null, 10)).hasSize(1);
    }

    @Test
    void theCustomersAnswerBringsAWaitingTicketBackToWork() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING_FOR_CUSTOMER);
        Ticket after = desk.say(customer, ticket, MessageKind.CUSTOMER, "Model 3");
        assertThat(after.progress().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void theCustomersAnswerOpensASolvedTicketAgain() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket after = desk.say(customer, ticket, MessageKind.CUSTOMER, "It smokes again");
        assertThat(after.progress().status()).isEqualTo(Status.REOPENED);
        assertThat(after.progress().reopenings()).isEqualTo(1);
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_REOPENED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "Vielen Dank :-)",
                "ok, merci beaucoup",
                "Thank you very much.",
                "Muchas gracias",
                "grazie mille",
                "Muito obrigada!",
                "Dank je wel",
                "Tack så mycket",
                "Mange tak",
                "Kiitos paljon",
                "Dziękuję bardzo",
                "Děkuji moc",
                "Köszönöm szépen",
                "Teşekkürler",
                "Спасибо большое!",
                "Дякую",
                "ありがとうございます",
                "谢谢",
                "감사합니다",
                "תודה רבה",
                "شكرا جزيلا",
                "<div><p>Thanks!</p><br></div>"
            })
    void bareThanksOpenNothing(String thanks) {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket after = desk.say(customer, ticket, MessageKind.CUSTOMER, thanks);
        assertThat(after.progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks, but it still smokes", "ok", "now it works not at all", ":-("})
    void whatSaysMoreThanThanksOpensTheTicketAgain(String words) {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        assertThat(desk.say(customer, ticket, MessageKind.CUSTOMER, words)
                        .progress()
                        .status())
                .isEqualTo(Status.REOPENED);
    }

    @Test
    void anAutomaticAnswerIsKeptAndMarkedAndDoesNothingElse() {
        Ticket solved = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket waiting = desk.openIn(customer, Status.ASSIGNED, Status.WAITING_FOR_CUSTOMER);
        Ticket late = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        desk.postpone.handle(
                agent, waiting.id(), Precondition.any(), desk.clock.now().plus(Duration.ofDays(90)));
        for (Ticket ticket : List.of(solved, waiting, late)) {
            Ticket before = desk.now(ticket.id());
            desk.clock.moveBy(ticket == late ? Duration.ofDays(30) : Duration.ofMinutes(1));
            PostMessage.Posted posted = desk.post.handle(
                    customer,
                    ticket.id(),
                    Precondition.any(),
                    NewMessage.of(MessageKind.CUSTOMER, "I am away until Monday", "api")
                            .asAutomatic());
            assertThat(posted.ticket().id()).isEqualTo(ticket.id());
            assertThat(posted.ticket().progress()).isEqualTo(before.progress());
            assertThat(desk.thread.message(customer, posted.message()).automatic())
                    .isTrue();
            assertThat(desk.events(ticket.id())).last().satisfies(event -> {
                assertThat(event.type()).isEqualTo(EventType.MESSAGE_RECEIVED);
                assertThat(event.data()).containsEntry("automatic", "true");
            });
        }
    }

    @Test
    void aReplyOfTheDeskOpensNothing() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        assertThat(desk.say(agent, ticket, MessageKind.REPLY, "By the way")
                        .progress()
                        .status())
                .isEqualTo(Status.RESOLVED);
    }

    @Test
    void aMessageWakesASleepingTicket() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        desk.postpone.handle(
                agent, ticket.id(), Precondition.any(), desk.clock.now().plus(Duration.ofDays(2)));
        Ticket after = desk.say(customer, ticket, MessageKind.CUSTOMER, "Any news?");
        assertThat(after.progress().postponedUntil()).isNull();
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_WOKEN);
    }

    @Test
    void notesAreNeverForCustomers() {
        Ticket ticket = desk.open(customer);
        desk.say(agent, ticket, MessageKind.NOTE, "canary");
        assertThat(desk.thread.handle(agent, ticket.id(), null, 10))
                .extracting(Message::body)
                .contains("canary");
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10))
                .extracting(Message::body)
                .doesNotContain("canary");
        refused(ErrorCode.RIGHT_MISSING, () -> desk.say(customer, ticket, MessageKind.NOTE, "mine"));
        refused(ErrorCode.RIGHT_MISSING, () -> desk.say(customer, ticket, MessageKind.REPLY, "mine"));
        refused(ErrorCode.RIGHT_MISSING, () -> desk.readHistory.handle(customer, ticket.id(), Long.MAX_VALUE, 10));
    }

    @Test
    void aStrangerMayNotWrite() {
        Ticket ticket = desk.open(customer);
        refused(ErrorCode.NOT_FOUND, () -> desk.say(desk.customer(), ticket, MessageKind.CUSTOMER, "Me too"));
        Caller readsOnly = Caller.person(desk.person("reader"), BuiltInRole.CUSTOMER.rights(), "api");
        refused(ErrorCode.NOT_FOUND, () -> desk.say(readsOnly, ticket, MessageKind.CUSTOMER, "Me too"));
    }

    @Test
    void messagesDoNotChangeTheVersionOfTheTicketsFields() {
        Ticket ticket = desk.open(customer);
        Ticket after = desk.say(customer, ticket, MessageKind.CUSTOMER, "More");
        assertThat(after.version()).isEqualTo(ticket.version());
        assertThat(after.updatedAt()).isAfter(ticket.updatedAt());
    }

    @Test
    void trashTakesNoMessages() {
        Ticket ticket = desk.open(customer);
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), Disposition.TRASH, null);
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> desk.say(agent, ticket, MessageKind.REPLY, "Hello?"));
        refused(ErrorCode.NOT_FOUND, () -> desk.say(customer, ticket, MessageKind.CUSTOMER, "Hello?"));
    }

    @Test
    void anAgentOfAnotherTeamDoesNotSeeTheTicket() {
        TeamId team = desk.team();
        Ticket ticket = desk.open(customer);
        desk.assign.handle(agent, new AssignTicket.Command(ticket.id(), Precondition.any(), null, team, null));
        refused(ErrorCode.NOT_FOUND, () -> desk.say(desk.agent(), ticket, MessageKind.REPLY, "Hello"));
        desk.say(desk.agent(team), ticket, MessageKind.REPLY, "Hello");
    }
}
