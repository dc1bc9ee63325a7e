package io.switchboard.core.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.DeliverOutgoing;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.template.NoticeText;
import io.switchboard.core.desk.template.NoticeTexts;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.Preferences;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.people.directory.QuietHours;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.store.outgoing.SqlOutgoingStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People are told of their tickets once, by the ways, in the language and at the hours that they chose. */
class TellPeopleTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Caller PLUGIN = Caller.system("test");

    private final List<OutgoingMessage> letters = new ArrayList<>();
    private DeskBench desk;
    private TellPeople tell;
    private NoticeTexts texts;
    private DeliverOutgoing deliver;
    private KeepPreferences preferences;
    private Caller customer;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin(@TempDir Path data) throws IOException {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        var couriers = new Couriers(new DeliveryHold(desk.settings), desk.registry, desk.calls);
        var outgoing = new SqlOutgoingStore(STORE.mappers());
        var vault = new Vault(data);
        preferences = new KeepPreferences(transactions, desk.settings, desk.persons);
        texts = new NoticeTexts(
                new DeskSettings(transactions, desk.settings, desk.audit),
                desk.read,
                desk.lifecycle,
                desk.clock,
                URI.create("https://desk.example.org"));
        tell = new TellPeople(
                transactions,
                desk.read,
                desk.tickets,
                desk.threads,
                new Audience(desk.persons, preferences, desk.clock),
                texts,
                couriers,
                new Outgoing(transactions, outgoing, desk.timers, desk.clock, vault, STORE.ids()),
                desk.notify,
                desk.clock);
        deliver = new DeliverOutgoing(transactions, outgoing, desk.timers, desk.clock, vault, couriers, desk.calls);
        desk.registry.add(Courier.class, "carrier", new NotingCourier(letters), Map.of());
        customer = desk.customer();
        agent = desk.agent();
        desk.sql("insert into person_role (person, role) values ('" + agent.person() + "', 'agent')");
        ticket = desk.assign.handle(
                PLUGIN,
                new AssignTicket.Command(desk.open(customer).id(), Precondition.any(), self(agent), null, null));
    }

    @Test
    void theCustomerGetsAReplyByMailOnceHoweverOftenItIsTold() {
        TicketEvent reply = replied("Try it again");
        assertThat(tell.handle(PLUGIN, reply, Occasion.REPLIED)).isEqualTo(1);
        assertThat(tell.handle(PLUGIN, reply, Occasion.REPLIED)).isZero();

        assertThat(delivered()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("[" + ticket.number() + "] Printer");
            assertThat(letter.text()).startsWith("Try it again").contains(ticket.number());
            assertThat(letter.ticket()).isEqualTo(ticket.id());
        });
        assertThat(tell.handle(PLUGIN, reply, Occasion.REPLIED))
                .as("also after it was delivered")
                .isZero();
    }

    @Test
    void ofANoteAndOfWhatTheyDidThemselvesNobodyIsTold() {
        desk.say(agent, ticket, MessageKind.NOTE, "secret");
        TicketEvent note = last(EventType.MESSAGE_NOTED);
        assertThat(tell.handle(PLUGIN, note, Occasion.REPLIED)).isZero();
        assertThat(tell.handle(PLUGIN, note, Occasion.ANSWERED)).isZero();
        desk.say(customer, ticket, MessageKind.CUSTOMER, "Well?");
        TicketEvent answer = last(EventType.MESSAGE_RECEIVED);
        assertThat(tell.handle(PLUGIN, answer, Occasion.REPLIED)).isZero();
        assertThat(delivered()).isEmpty();
    }

    @Test
    void anAgentFindsItInTheDeskOnceAndGetsMailIfTheyChoseThat() {
        desk.say(customer, ticket, MessageKind.CUSTOMER, "Well?");
        TicketEvent first = last(EventType.MESSAGE_RECEIVED);
        assertThat(tell.handle(PLUGIN, first, Occasion.ANSWERED)).isEqualTo(1);
        assertThat(tell.handle(PLUGIN, first, Occasion.ANSWERED)).isZero();
        assertThat(noticed()).containsExactly(NoticeKind.ANSWERED);
        assertThat(delivered()).isEmpty();

        prefer(agent, Map.of(EventType.MESSAGE_RECEIVED, Set.of(Way.MAIL)), null, null);
        desk.say(customer, ticket, MessageKind.CUSTOMER, "Hello?");
        assertThat(tell.handle(PLUGIN, last(EventType.MESSAGE_RECEIVED), Occasion.ANSWERED))
                .isEqualTo(1);
        assertThat(noticed()).containsExactly(NoticeKind.ANSWERED);
        assertThat(delivered())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).startsWith("Hello?"));
    }

    @Test
    void itIsSaidInTheirLanguageAndNotInTheirQuietHours() {
        Instant now = desk.clock.now();
        LocalTime time = LocalTime.ofInstant(now, ZoneId.of("Asia/Tokyo"));
        prefer(customer, Map.of(), "de-CH", new QuietHours(time.minusHours(1), time.plusHours(1)));
        TicketEvent solved = solved();
        assertThat(tell.handle(PLUGIN, solved, Occasion.RESOLVED)).isEqualTo(1);

        assertThat(delivered()).isEmpty();
        desk.clock.moveBy(Duration.ofHours(1));
        assertThat(delivered()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).endsWith("Gelöst: Printer");
            assertThat(letter.text()).contains("new rollers");
        });
    }

    @Test
    void ofAConfidentialTicketALetterTellsItsNumberAlone() {
        desk.changes.change(PLUGIN, ticket.id(), Precondition.any(), edit -> {
            edit.draft().confidential(true);
            return true;
        });
        tell.handle(PLUGIN, replied("The password is 1234"), Occasion.REPLIED);
        assertThat(delivered()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains(ticket.number()).doesNotContain("Printer");
            assertThat(letter.text()).contains("https://desk.example.org").doesNotContain("1234", "Printer");
        });
    }

    @Test
    void whoWantsNothingWhatIsOldAndWhatStandsAsideIsNotTold() {
        TicketEvent reply = replied("Try it again");
        prefer(customer, Map.of(EventType.MESSAGE_SENT, Set.of()), null, null);
        assertThat(tell.handle(PLUGIN, reply, Occasion.REPLIED)).isZero();
        prefer(customer, Map.of(), null, null);
        desk.clock.moveBy(Duration.ofDays(4));
        assertThat(tell.handle(PLUGIN, reply, Occasion.REPLIED)).isZero();
        TicketEvent fresh = replied("Again");
        desk.sql("update ticket set disposition = 'spam' where id = '" + ticket.id() + "'");
        assertThat(tell.handle(PLUGIN, fresh, Occasion.REPLIED)).isZero();
        assertThat(delivered()).isEmpty();
    }

    @Test
    void theDesksOwnTextTakesThePlaceOfTheStandard() {
        Caller administrator = desk.administrator();
        texts.replace(
                administrator,
                "replied",
                "en",
                new NoticeText("About {{ticket.number}}", "{{message.text}} -- {{agent.name}}"),
                Precondition.version(0));
        tell.handle(PLUGIN, replied("Try it again"), Occasion.REPLIED);
        assertThat(delivered()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("About " + ticket.number());
            assertThat(letter.text()).isEqualTo("Try it again -- agent");
        });
        assertThat(texts.list(administrator)).hasSize(16);
        desk.sql("delete from setting where name like 'notice.%'");
    }

    private TicketEvent replied(String text) {
        desk.say(agent, ticket, MessageKind.REPLY, text);
        return last(EventType.MESSAGE_SENT);
    }

    private TicketEvent solved() {
        desk.move(desk.now(ticket.id()), Status.RESOLVED);
        return last(EventType.TICKET_RESOLVED);
    }

    private TicketEvent last(EventType type) {
        List<TicketEvent> events = desk.events(ticket.id()).stream()
                .filter(event -> event.type() == type)
                .toList();
        return events.get(events.size() - 1);
    }

    private List<NoticeKind> noticed() {
        return new ReadNotifications(STORE.transactions(), desk.notifications, desk.tickets, desk.persons, desk.clock)
                .list(agent, false, null, 9).notices().stream()
                        .map(Notice::kind)
                        .toList();
    }

    private void prefer(
            Caller caller,
            Map<EventType, Set<Way>> notifications,
            @Nullable String language,
            @Nullable QuietHours quiet) {
        preferences.put(
                caller,
                new Preferences(
                        language,
                        ZoneId.of("Asia/Tokyo"),
                        Preferences.Theme.SYSTEM,
                        Preferences.Density.COMFORTABLE,
                        notifications,
                        quiet,
                        Map.of(),
                        null),
                preferences.get(caller).version());
    }

    /** Has what is due delivered, and returns all that was so far. */
    private List<OutgoingMessage> delivered() {
        Instant now = desk.clock.now();
        Map.copyOf(desk.timers.due).forEach((timer, due) -> {
            if (timer.startsWith("deliver-outgoing ") && !due.isAfter(now)) {
                desk.timers.due.remove(timer);
                deliver.ring(timer.substring("deliver-outgoing ".length()), now);
            }
        });
        return letters;
    }

    private static PersonId self(Caller caller) {
        return Objects.requireNonNull(caller.person());
    }

    private record NotingCourier(List<OutgoingMessage> letters) implements Courier {
        @Override
        public String channel() {
            return "email";
        }

        @Override
        public boolean reaches(Address address) {
            return true;
        }

        @Override
        public Receipt deliver(OutgoingMessage message) {
            letters.add(message);
            return new Receipt.Accepted(message.id().toString());
        }
    }
}
