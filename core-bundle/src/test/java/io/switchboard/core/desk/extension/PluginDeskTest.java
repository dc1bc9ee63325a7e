package io.switchboard.core.desk.extension;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.StoreTestbed;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk in the hands of plugins (IN4, IN10, SP2). */
class PluginDeskTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private PluginDesk plugin;
    private Caller customer;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        plugin = new PluginDesk(useCases(), new PluginCallers(useCases()), "intake-monitoring");
        customer = desk.customer();
    }

    @Test
    void whatAPluginDoesStandsInTheHistoryInItsName() {
        Ticket ticket = open();
        plugin.remark(ticket.id(), "seen before");
        assertThat(desk.events(ticket.id()))
                .allSatisfy(event -> assertThat(event.actor())
                        .isInstanceOfSatisfying(
                                Actor.Plugin.class,
                                actor -> assertThat(actor.plugin()).isEqualTo("intake-monitoring")));
        assertThat(desk.events(ticket.id()))
                .last()
                .satisfies(event -> assertThat(event.changes().get(0).after()).isEqualTo("seen before"));
    }

    @Test
    void aPluginSeesWhatItOpenedBeforeTriageAndNoOtherDoes() {
        Ticket ticket = open();
        assertThat(plugin.ticket(ticket.id())).contains(ticket);
        assertThat(other().ticket(ticket.id())).isEmpty();
        assertThat(other().ticketByNumber(ticket.number())).isEmpty();
        refused(
                ErrorCode.NOT_FOUND,
                () -> other().post(ticket.id(), DeskBench.message(MessageKind.REPLY, "I was not asked")));
    }

    @Test
    void confidentialTicketsAreForThePluginsThatWereGrantedThem() {
        Ticket ticket = desk.open(customer);
        assertThat(other().ticket(ticket.id())).isPresent();
        desk.edit.handle(Caller.system("test"), ticket.id(), Precondition.any(), confidential(), null);
        assertThat(other().ticket(ticket.id())).isEmpty();
        PluginCallers callers = new PluginCallers(useCases());
        callers.grants = name -> name.equals("search");
        assertThat(new PluginDesk(useCases(), callers, "search").ticket(ticket.id()))
                .isPresent();
    }

    @Test
    void aPluginEditsWhatItNamesAndLeavesTheRest() {
        Ticket ticket = desk.open(customer);
        plugin.edit(ticket.id(), patch(Set.of("a", "b"), Set.of()), null);
        Ticket after = plugin.edit(ticket.id(), patch(Set.of("c"), Set.of("a")), "moved");
        assertThat(after.tags()).containsExactly("b", "c");
        assertThat(after.subject()).isEqualTo(ticket.subject());
        assertThat(after.fields()).containsEntry("x", new FieldValue.Flag(true));
    }

    @Test
    void customersAnswersComeInTheirName() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING_FOR_CUSTOMER);
        Message message =
                plugin.postAs(ticket.id(), customer.person(), DeskBench.message(MessageKind.CUSTOMER, "Model 3"));
        assertThat(message.author().id()).isEqualTo(customer.person());
        assertThat(desk.now(ticket.id()).progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(desk.happened(ticket.id())).contains(EventType.MESSAGE_RECEIVED);
    }

    @Test
    void aPersonsTicketsAreThoseTheyAskedForAndThePluginSees() {
        Ticket first = desk.open(customer);
        Ticket second = desk.open(customer);
        Ticket hidden = desk.open(customer);
        desk.edit.handle(Caller.system("test"), hidden.id(), Precondition.any(), confidential(), null);

        assertThat(other().ticketsOf(customer.person(), 500))
                .extracting(Ticket::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(other().ticketsOf(customer.person(), 1)).hasSizeLessThanOrEqualTo(1);
        assertThat(other().ticketsOf(desk.person("nobody"), 10)).isEmpty();
    }

    @Test
    void nobodyAnswersInTheNameOfAStranger() {
        Ticket ticket = desk.open(customer);
        refused(
                ErrorCode.NOT_FOUND,
                () -> plugin.postAs(
                        ticket.id(), desk.person("stranger"), DeskBench.message(MessageKind.CUSTOMER, "Me too")));
        refused(
                ErrorCode.INVALID_FIELD,
                () -> plugin.postAs(
                        ticket.id(), customer.person(), DeskBench.message(MessageKind.NOTE, "I am an agent")));
    }

    @Test
    void notesStayOutOfTheCustomersThread() {
        Ticket ticket = desk.open(customer);
        plugin.post(ticket.id(), DeskBench.message(MessageKind.NOTE, "canary"));
        assertThat(plugin.thread(ticket.id(), 1000)).hasSize(2);
        assertThat(plugin.customerThread(ticket.id(), 1000))
                .extracting(Message::body)
                .doesNotContain("canary")
                .hasSize(1);
    }

    @Test
    void ticketsOfARemovedChannelStayReadableAndAnswerable() {
        SocketService<IntakeChannel> channel =
                desk.registry.add(IntakeChannel.class, "intake-chat", new Chat(), Map.of());
        Caller chatting = customer.through("chat");
        Ticket ticket =
                desk.open.handle(chatting, NewTicket.of("Chat", "Hello", new Contact(null, null, null), "chat"));
        desk.triaged(ticket);
        desk.registry.remove(channel);
        refused(
                ErrorCode.INVALID_FIELD,
                () -> desk.open.handle(chatting, NewTicket.of("Chat", "Hello", new Contact(null, null, null), "chat")));
        Caller agent = desk.agent();
        desk.say(agent, ticket, MessageKind.REPLY, "Hello too");
        desk.say(customer, ticket, MessageKind.CUSTOMER, "There you are");
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10)).hasSize(3);
        assertThat(desk.read.ticket(agent, ticket.id()).channel()).isEqualTo("chat");
    }

    private static final class Chat implements IntakeChannel {
        @Override
        public String id() {
            return "chat";
        }

        @Override
        public String name() {
            return "Chat";
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of(Ability.ANSWERS);
        }
    }

    private PluginDesk other() {
        return new PluginDesk(useCases(), new PluginCallers(useCases()), "search");
    }

    private Ticket open() {
        Contact contact = new Contact("Alerts", "alerts." + STORE.ids().next() + "@example.org", null);
        return plugin.open(NewTicket.of("Disk full", "90 %", contact, "api"));
    }

    private static TicketPatch patch(Set<String> add, Set<String> remove) {
        return new TicketPatch(null, null, null, add, remove, Map.of("x", new FieldValue.Flag(true)), null, null);
    }

    private static Patch confidential() {
        return new Patch(null, null, null, null, null, null, null, null, null, null, null, null, null, null, true);
    }

    private DeskUseCases useCases() {
        return new DeskUseCases(
                STORE.transactions(),
                desk.changes,
                desk.history,
                desk.lifecycle,
                desk.open,
                desk.post,
                desk.thread,
                desk.read,
                new ListTickets(STORE.transactions(), desk.tickets, desk.clock),
                desk.transition,
                desk.assign,
                desk.edit,
                desk.postpone);
    }
}
