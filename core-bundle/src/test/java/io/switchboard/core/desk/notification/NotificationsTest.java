package io.switchboard.core.desk.notification;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.Preferences;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlTeamStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mentions, referrals, and what people of the desk are told (CO5). */
class NotificationsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private ReadNotifications read;
    private ReferTicket refer;
    private TeamId team;
    private Caller agent;
    private Caller colleague;
    private String address;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        read = new ReadNotifications(STORE.transactions(), desk.notifications, desk.tickets, desk.persons, desk.clock);
        refer = new ReferTicket(desk.changes, new SqlTeamStore(STORE.mappers()), desk.watchers, desk.notify);
        TeamId own = desk.team();
        team = desk.team();
        agent = desk.agent(own);
        colleague = desk.agent(team);
        PersonId id = self(colleague);
        address = "agent." + id + "@example.org";
        desk.sql("insert into person_role (person, role) values ('" + id + "', 'agent')");
        ticket = desk.assign.handle(
                Caller.system("test"),
                new AssignTicket.Command(desk.open(desk.customer()).id(), Precondition.any(), self(agent), own, null));
    }

    @Test
    void whoIsMentionedInANoteWatchesTheTicketAndIsTold() {
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(colleague, ticket.id()));
        desk.say(agent, ticket, MessageKind.NOTE, "Could you look, @" + address + "?");
        assertThat(desk.read.ticket(colleague, ticket.id()).id()).isEqualTo(ticket.id());
        assertThat(told(colleague)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.MENTION);
            assertThat(notice.ticket().id()).isEqualTo(ticket.id());
            assertThat(Objects.requireNonNull(notice.by()).id()).isEqualTo(agent.person());
            assertThat(notice.readAt()).isNull();
        });
        assertThat(desk.happened(ticket.id())).contains(EventType.PARTICIPANT_CHANGED);
        assertThat(told(agent)).isEmpty();
    }

    @Test
    void theBeginningOfTheAddressIsEnoughIfItIsThatOfOneAgentAlone() {
        String local = address.substring(0, address.indexOf('@'));
        desk.say(agent, ticket, MessageKind.NOTE, "@" + local + ", @nobody and @" + local + ".");
        assertThat(told(colleague)).hasSize(1);
        PersonId twin = desk.person("twin");
        desk.sql("update person set email = '" + local + "@example.com', email_key = '" + local
                + "@example.com' where id = '" + twin + "'");
        desk.sql("insert into person_role (person, role) values ('" + twin + "', 'agent')");
        desk.say(agent, ticket, MessageKind.NOTE, "@" + local);
        assertThat(told(colleague)).hasSize(1);
    }

    @Test
    void repliesAndAddressesMentionNobodyAndACustomerCannotBeMentioned() {
        desk.say(agent, ticket, MessageKind.REPLY, "Write to @" + address);
        desk.say(agent, ticket, MessageKind.NOTE, "They wrote from x@" + address + " and me@" + address);
        String customer = STORE.transactions()
                .read(() -> desk.persons.find(ticket.requester().id()).orElseThrow())
                .email();
        desk.say(agent, ticket, MessageKind.NOTE, "@" + customer);
        assertThat(told(colleague)).isEmpty();
        assertThat(told(Caller.person(ticket.requester().id(), Set.of(), "api")))
                .isEmpty();
    }

    @Test
    void aConfidentialTicketIsOpenedToNobodyByAMention() {
        desk.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().confidential(true);
            return true;
        });
        desk.say(agent, ticket, MessageKind.NOTE, "@" + address);
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(colleague, ticket.id()));
        assertThat(told(colleague)).isEmpty();
    }

    @Test
    void aReferralHasTheTeamWatchAndTheTicketStays() {
        ReferTicket.Referred referred = refer.handle(agent, ticket.id(), team, "Is this yours?");
        assertThat(referred.watching()).containsExactly(self(colleague));
        assertThat(desk.now(ticket.id()).team()).isEqualTo(ticket.team());
        assertThat(told(colleague)).extracting(Notice::kind).containsExactly(NoticeKind.REFERRAL);
        assertThat(desk.events(ticket.id()))
                .anySatisfy(event -> assertThat(event.data()).containsEntry("referred", "true"));
        assertThat(refer.handle(agent, ticket.id(), team, null).watching()).isEmpty();
        refused(ErrorCode.INVALID_FIELD, () -> refer.handle(agent, ticket.id(), new TeamId(UUID.randomUUID()), null));
        Caller customer = Caller.person(ticket.requester().id(), Set.of(), "api");
        refused(ErrorCode.RIGHT_MISSING, () -> refer.handle(customer, ticket.id(), team, null));
    }

    @Test
    void eachReadsAndMarksTheirOwn() {
        desk.say(agent, ticket, MessageKind.NOTE, "@" + address);
        desk.say(agent, ticket, MessageKind.NOTE, "@" + address + " again");
        UUID latest = told(colleague).get(0).id();
        assertThat(read.read(agent, Set.of(latest))).isZero();
        assertThat(read.read(colleague, Set.of(latest))).isEqualTo(1);
        assertThat(read.list(colleague, true, null, 9).notices()).hasSize(1);
        assertThat(read.list(colleague, false, null, 1).last()).isEqualTo(latest);
        assertThat(read.list(colleague, false, latest, 1).notices()).hasSize(1);
        assertThat(read.list(colleague, false, latest, 1).last()).isNull();
        assertThat(read.read(colleague, null)).isEqualTo(1);
        assertThat(read.list(colleague, true, null, 9).notices()).isEmpty();
    }

    @Test
    void whoChoseNotToHearOfItHereIsNotTold() {
        KeepPreferences preferences = new KeepPreferences(STORE.transactions(), desk.settings, desk.persons);
        preferences.put(
                colleague,
                new Preferences(
                        null,
                        null,
                        Preferences.Theme.DARK,
                        Preferences.Density.COMPACT,
                        Map.of(EventType.MESSAGE_NOTED, Set.of(Preferences.Way.MAIL)),
                        null,
                        Map.of(),
                        null),
                preferences.get(colleague).version());
        desk.say(agent, ticket, MessageKind.NOTE, "@" + address);
        assertThat(told(colleague)).isEmpty();
        refer.handle(agent, ticket.id(), team, null);
        assertThat(desk.read.ticket(colleague, ticket.id()).id()).isEqualTo(ticket.id());
    }

    private List<Notice> told(Caller caller) {
        return read.list(caller, false, null, 100).notices();
    }

    private static PersonId self(Caller caller) {
        return Objects.requireNonNull(caller.person());
    }
}
