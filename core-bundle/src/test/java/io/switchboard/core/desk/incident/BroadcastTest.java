package io.switchboard.core.desk.incident;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.people.Callers;
import io.switchboard.core.people.KnownCallers;
import io.switchboard.core.people.SignInPolicy;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlSecondFactorStore;
import io.switchboard.core.store.thread.MessageRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An incident and all its reports are told at once, and go to a status together (CH3). */
class BroadcastTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private SendBroadcast send;
    private CarryBroadcast carry;
    private ReadBroadcasts read;
    private Caller agent;
    private Ticket incident;
    private Ticket fresh;
    private Ticket worked;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        var access = new SqlAccessStore(STORE.mappers());
        var policy = new SignInPolicy(transactions, desk.settings, access, new KnownCallers(), desk.audit);
        read = new ReadBroadcasts(transactions, desk.read, desk.broadcasts, desk.tickets, desk.persons);
        send = new SendBroadcast(
                transactions, desk.post, desk.transition, desk.broadcasts, read, desk.timers, STORE.ids(), desk.clock);
        carry = new CarryBroadcast(
                transactions,
                desk.broadcasts,
                desk.tickets,
                desk.threads,
                new Callers(desk.persons, access, new SqlSecondFactorStore(STORE.mappers()), policy),
                desk.post,
                desk.transition,
                desk.lifecycle);
        agent = desk.agent();
        transactions.write(() -> {
            if (access.roles().isEmpty()) {
                access.insertRole(new RoleRow(
                        "agent",
                        "Agent",
                        Json.write(BuiltInRole.AGENT.rights().stream()
                                .map(Right::id)
                                .toList()),
                        true,
                        1,
                        desk.clock.now(),
                        desk.clock.now()));
            }
            return true;
        });
        desk.sql("insert into person_role (person, role) values ('" + agent.person() + "', 'agent')");
        agent = Caller.person(
                Objects.requireNonNull(agent.person()), desk.administrator().rights(), "api");
        incident = desk.openIn(desk.customer(), Status.ASSIGNED, Status.IN_PROGRESS);
        fresh = report(desk.open(desk.customer()));
        worked = report(desk.openIn(desk.customer(), Status.ASSIGNED, Status.WAITING_FOR_CUSTOMER));
    }

    @Test
    void allAreToldAndGoTogetherOnce() {
        SendBroadcast.Sent sent = send("It works again", Status.RESOLVED);
        assertThat(sent.incident().progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(sent.broadcast().pending()).isEqualTo(2);
        assertThat(desk.now(fresh.id()).progress().status()).isEqualTo(Status.NEW);

        carry.ring(sent.broadcast().id().toString(), Instant.EPOCH);
        carry.ring(sent.broadcast().id().toString(), Instant.EPOCH);
        for (Ticket report : List.of(fresh, worked)) {
            Ticket after = desk.now(report.id());
            assertThat(after.progress().status()).isEqualTo(Status.RESOLVED);
            assertThat(after.resolution()).extracting(Resolution::summary).isEqualTo("New firewall rule");
            assertThat(said(report)).containsExactly("It works again");
        }
        assertThat(read.handle(agent, incident.id())).singleElement().satisfies(told -> {
            assertThat(told.reached()).isEqualTo(2);
            assertThat(told.pending()).isZero();
            assertThat(told.by()).extracting(by -> by.id()).isEqualTo(agent.person());
        });
    }

    @Test
    void oneThatIsRefusedHoldsNoOtherBackAndIsNamed() {
        TransitionGuard guard = question -> question.ticket().id().equals(worked.id())
                        && question.to().equals(Status.RESOLVED)
                ? new GuardVerdict.Refused(List.of(new GuardVerdict.Reason("cause-missing", "Say the cause", null)))
                : GuardVerdict.permit();
        desk.registry.add(TransitionGuard.class, "guard", guard, Map.of());
        Ticket trashed = report(desk.open(desk.customer()));
        desk.sql("update ticket set disposition = 'trash' where id = '" + trashed.id() + "'");
        SendBroadcast.Sent sent = send("It works again", Status.RESOLVED);
        carry.ring(sent.broadcast().id().toString(), Instant.EPOCH);

        assertThat(desk.now(fresh.id()).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(desk.now(worked.id()).progress().status()).isEqualTo(Status.WAITING_FOR_CUSTOMER);
        assertThat(said(worked)).as("told and moved, or neither").isEmpty();
        Broadcast told = read.handle(agent, incident.id()).get(0);
        assertThat(told.reached()).isEqualTo(1);
        assertThat(told.refused()).isEqualTo(2);
        assertThat(told.refusals())
                .extracting(Broadcast.Refusal::code)
                .containsExactlyInAnyOrder("guard-refused", "ticket-not-changeable");
    }

    @Test
    void oneThatFailsIsTriedAgainAfterAllOthers() {
        desk.sql("update ticket set status = 'nowhere' where id = '" + fresh.id() + "'");
        String sent = send("It works again", Status.RESOLVED).broadcast().id().toString();
        assertThatThrownBy(() -> carry.ring(sent, Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        assertThat(desk.now(worked.id()).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(read.handle(agent, incident.id()).get(0).pending()).isEqualTo(1);

        desk.sql("update ticket set status = 'new' where id = '" + fresh.id() + "'");
        carry.ring(sent, Instant.EPOCH);
        assertThat(desk.now(fresh.id()).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(said(worked)).containsExactly("It works again");
    }

    @Test
    void whatIsSolvedIsToldButNotMovedBack() {
        Ticket solved = report(desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED));
        carry.ring(send("We look into it", null).broadcast().id().toString(), Instant.EPOCH);
        carry.ring(send(null, Status.ASSIGNED).broadcast().id().toString(), Instant.EPOCH);

        assertThat(said(solved)).containsExactly("We look into it");
        assertThat(desk.now(solved.id()).progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(desk.now(fresh.id()).progress().status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void aRefusalOfTheIncidentItselfReachesNobody() {
        refused(ErrorCode.INVALID_FIELD, () -> send(null, null));
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> send("It works", Status.CLOSED));
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> send.handle(desk.customer(), incident.id(), Precondition.any(), wish("Hello", null)));
        Ticket alone = desk.open(desk.customer());
        refused(ErrorCode.INVALID_FIELD, () -> send.handle(agent, alone.id(), Precondition.any(), wish("Hello", null)));
        assertThat(said(alone)).isEmpty();
        assertThat(said(incident)).isEmpty();
        assertThat(read.handle(agent, incident.id())).isEmpty();
    }

    @Test
    void whoeverHasLeftMeanwhileIsStoodInForByTheDesk() {
        SendBroadcast.Sent sent = send("It works again", null);
        desk.sql("update person set active = false where id = '" + agent.person() + "'");
        carry.ring(sent.broadcast().id().toString(), Instant.EPOCH);
        assertThat(said(fresh)).containsExactly("It works again");
    }

    private SendBroadcast.Sent send(@Nullable String body, @Nullable Status to) {
        return send.handle(agent, incident.id(), Precondition.any(), wish(body, to));
    }

    private static Broadcast.Wish wish(@Nullable String body, @Nullable Status to) {
        Resolution resolution = Status.RESOLVED.equals(to)
                ? new Resolution(ResolutionKind.FIX, "New firewall rule", null, null, null, null)
                : null;
        return new Broadcast.Wish(body, BodyFormat.TEXT, to, resolution, null);
    }

    private Ticket report(Ticket ticket) {
        STORE.transactions().write(() -> desk.links.add(new TicketLink(LinkKind.PARENT, ticket.id(), incident.id())));
        return ticket;
    }

    private List<String> said(Ticket ticket) {
        TicketId id = ticket.id();
        return STORE.transactions().read(() -> desk.threads.thread(Set.of(id), true, null, 50)).stream()
                .filter(message -> message.kind() == MessageKind.REPLY)
                .map(MessageRow::body)
                .toList();
    }
}
