package io.switchboard.core.desk.intake;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.store.StoreTestbed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening tickets (IN3, IN6, IN7, IN9, CL3). */
class OpenTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
    }

    @Test
    void whatIsAnsweredOfADescriptionInHtmlIsSanitisedAlready() {
        NewTicket wanted = new NewTicket(
                "Markup",
                "<p>hello</p><script>alert(1)</script>",
                BodyFormat.HTML,
                new Contact(null, null, null),
                "api",
                null,
                null,
                null,
                null,
                null,
                null,
                Circumstances.UNKNOWN,
                Map.of(),
                Set.of(),
                List.of(),
                null);
        Ticket ticket = desk.open.handle(desk.customer(), wanted);
        assertThat(ticket.description()).contains("hello").doesNotContain("script");
    }

    @Test
    void aCustomerOpensATicketForThemselves() {
        Caller customer = desk.customer();
        Ticket ticket = desk.untriaged(customer, "Printer");
        assertThat(ticket.requester().id()).isEqualTo(customer.person());
        assertThat(ticket.submitter()).isEqualTo(ticket.requester());
        assertThat(ticket.progress().status().id()).isEqualTo("new");
        assertThat(ticket.progress().triage()).isEqualTo(TriageState.PENDING);
        assertThat(ticket.number()).matches("SB-\\d+");
        assertThat(desk.read.ticket(customer, ticket.id())).isEqualTo(ticket);
        assertThat(desk.happened(ticket.id())).containsExactly(EventType.TICKET_OPENED);
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.kind()).isEqualTo(MessageKind.CUSTOMER);
                    assertThat(message.body()).isEqualTo("It smokes");
                });
    }

    @Test
    void anAgentLogsACallOfACustomerWhoIsMadeOnce() {
        Caller agent = desk.agent();
        Contact caller = new Contact("Cora", "cora." + agent.person() + "@example.org", "+49 30 1234");
        Ticket first = desk.open.handle(agent, NewTicket.of("One", "x", caller, "api"));
        Ticket second = desk.open.handle(agent, NewTicket.of("Two", "x", caller, "api"));
        assertThat(first.submitter().id()).isEqualTo(agent.person());
        assertThat(first.requester().name()).isEqualTo("Cora");
        assertThat(second.requester()).isEqualTo(first.requester());
    }

    @Test
    void aCustomerMayNotOpenATicketForSomebodyElse() {
        Contact other = new Contact(null, "other@example.org", null);
        SwitchboardException refusal = refused(
                ErrorCode.RIGHT_MISSING,
                () -> desk.open.handle(desk.customer(), NewTicket.of("One", "x", other, "api")));
        assertThat(refusal.details()).containsEntry("right", "ticket.open_for_others");
    }

    @Test
    void whoMayNotOpenTicketsOpensNone() {
        Caller reader = Caller.person(desk.person("reader"), Set.of(Right.TICKET_READ), "api");
        refused(ErrorCode.RIGHT_MISSING, () -> desk.untriaged(reader, "Printer"));
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> desk.open.handle(
                        Caller.plugin("silent", Set.of(), "api"),
                        NewTicket.of("One", "x", new Contact(null, "who@example.org", null), "api")));
    }

    @Test
    void aPluginOpensATicketForAContactWithoutAPerson() {
        Caller plugin = Caller.plugin("intake-monitoring", Set.of(Right.TICKET_OPEN_FOR_OTHERS), "api");
        Contact contact = new Contact("Alerts", "alerts." + STORE.ids().next() + "@example.org", null);
        Ticket ticket = desk.open.handle(plugin, NewTicket.of("Disk full", "90 %", contact, "api"));
        assertThat(ticket.requester().name()).isEqualTo("Alerts");
        assertThat(desk.events(ticket.id()).get(0).actor()).isEqualTo(plugin.actor());
    }

    @Test
    void theMatrixGivesThePriorityUnlessItIsTold() {
        Ticket computed = desk.open.handle(desk.agent(), wanted("Down", null));
        assertThat(computed.classification().priority()).isEqualTo(Priority.P1);
        assertThat(computed.classification().priorityOverridden()).isFalse();
        Ticket told = desk.open.handle(desk.agent(), wanted("Down", Priority.P4));
        assertThat(told.classification().priority()).isEqualTo(Priority.P4);
        assertThat(told.classification().priorityOverridden()).isTrue();
        assertThat(told.circumstances().affectedSystems()).containsExactly("mail");
    }

    @Test
    void aNumberOfAnotherSystemIsTakenOnce() {
        NewTicket first = external("osticket", "" + STORE.ids().next());
        refused(ErrorCode.RIGHT_MISSING, () -> desk.open.handle(desk.customer(), first));
        desk.open.handle(desk.agent(), first);
        refused(ErrorCode.ALREADY_EXISTS, () -> desk.open.handle(desk.agent(), first));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsNamed(String field, NewTicket wanted) {
        SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> desk.open.handle(desk.agent(), wanted));
        assertThat(refusal.fields()).extracting(FieldError::field).contains(field);
    }

    static Stream<Arguments> wrong() {
        Contact nobody = new Contact(null, null, null);
        return Stream.of(
                Arguments.of("subject", NewTicket.of(" ", "x", nobody, "api")),
                Arguments.of("subject", NewTicket.of("x".repeat(301), "x", nobody, "api")),
                Arguments.of("subject", NewTicket.of("a\u0000b", "x", nobody, "api")),
                Arguments.of("description", NewTicket.of("x", "a\ud800b", nobody, "api")),
                Arguments.of("description", NewTicket.of("x", "", nobody, "api")),
                Arguments.of("channel", NewTicket.of("x", "x", nobody, "pigeon")),
                Arguments.of("requester.email", NewTicket.of("x", "x", new Contact("n", "no address", null), "api")),
                Arguments.of("fields.big", field("big", new FieldValue.Number(new BigDecimal("1E+1000000000")))),
                Arguments.of("fields", field("1 bad name", new FieldValue.Flag(true))));
    }

    private static NewTicket field(String name, FieldValue value) {
        return with(null, Map.of(name, value), null);
    }

    private static NewTicket external(String system, String number) {
        return with(null, Map.of(), new ExternalReference(system, number));
    }

    private static NewTicket wanted(String subject, Priority priority) {
        return with(priority, Map.of(), null);
    }

    private static NewTicket with(Priority priority, Map<String, FieldValue> fields, ExternalReference external) {
        return new NewTicket(
                "Down",
                "Nothing works",
                BodyFormat.TEXT,
                new Contact(null, null, null),
                "api",
                TicketType.INCIDENT,
                null,
                null,
                Level.HIGH,
                Level.HIGH,
                priority,
                new Circumstances("E1", List.of("mail"), "all"),
                fields,
                Set.of(),
                List.of(),
                external);
    }
}
