package io.switchboard.core.desk.configuration;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.lifecycle.ProfileFile;
import io.switchboard.core.lifecycle.ProfileFile.Entry;
import io.switchboard.core.lifecycle.Profiles;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk's own lifecycle profiles (ST4). */
class LifecycleProfilesTest {
    private static final Status DRAFTING = new Status("drafting");
    private static final Status REVIEW = new Status("review");
    private static final Precondition ANY = Precondition.any();

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
    void aTicketLivesByTheProfileThatItsTypeFollows() {
        desk.lifecycles.add(administrator, Profiles.review("review"));
        follow("review", TicketType.QUESTION);
        Ticket ticket = desk.triaged(open());
        assertThat(ticket.progress().status().id()).isEqualTo("received");
        for (Status status : List.of(DRAFTING, REVIEW, DRAFTING)) {
            assertThat(desk.move(ticket, status).progress().status()).isEqualTo(status);
        }
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> desk.move(ticket, Status.ARCHIVED));
        desk.move(ticket, Status.RESOLVED);
        desk.move(ticket, DRAFTING);
        desk.move(ticket, Status.RESOLVED);
        desk.move(ticket, Status.ARCHIVED);
        assertThat(desk.events(ticket.id()))
                .extracting(TicketEvent::type)
                .contains(EventType.TICKET_RESOLVED, EventType.TICKET_REOPENED, EventType.TICKET_ARCHIVED);
    }

    @Test
    void aStatusInWhichATicketStandsStaysAndKeepsItsMeaning() {
        desk.lifecycles.add(administrator, Profiles.review("review"));
        follow("review", TicketType.QUESTION);
        Ticket ticket = desk.triaged(open());
        desk.move(ticket, DRAFTING);
        desk.move(ticket, REVIEW);
        ProfileFile less = Profiles.withoutReview("review");
        SwitchboardException refusal = refused(ErrorCode.IN_USE, () -> replace(less));
        assertThat(refusal.details()).containsEntry("statuses", List.of("review"));
        assertThat(refusal.fields().get(0).message()).contains("must keep review");
        refused(ErrorCode.IN_USE, () -> replace(reviewing("agent", "waiting")));
        refused(ErrorCode.IN_USE, () -> replace(reviewing("third_party", "active")));
        desk.move(ticket, DRAFTING);
        replace(less);
        assertThat(desk.lifecycle.next(desk.now(ticket.id()).progress())).containsExactly(Status.RESOLVED);
    }

    /** The profile with another review. */
    private static ProfileFile reviewing(String nextMove, String category) {
        ProfileFile whole = Profiles.review("review");
        return new ProfileFile(
                whole.id(),
                whole.name(),
                whole.statuses().stream()
                        .map(status -> !status.id().equals("review")
                                ? status
                                : new Entry("review", "Review", "working", nextMove, category, Set.of(), status.next()))
                        .toList());
    }

    @Test
    void aProfileStaysWhileATypeOrATicketFollowsIt() {
        desk.lifecycles.add(administrator, Profiles.review("review"));
        follow("review", TicketType.QUESTION);
        Ticket ticket = open();
        assertThat(refused(ErrorCode.IN_USE, () -> desk.lifecycles.remove(administrator, "review", ANY)))
                .hasMessageContaining("question");
        follow("simple", TicketType.QUESTION);
        assertThat(refused(ErrorCode.IN_USE, () -> desk.lifecycles.remove(administrator, "review", ANY)))
                .hasMessageContaining("received");
        desk.dispose.handle(administrator, ticket.id(), ANY, Disposition.TRASH, null);
        refused(ErrorCode.IN_USE, () -> desk.lifecycles.remove(administrator, "review", ANY));
        desk.purge.handle(administrator, ticket.id(), ANY);
        desk.lifecycles.remove(administrator, "review", ANY);
        refused(ErrorCode.NOT_FOUND, () -> desk.lifecycles.remove(administrator, "review", ANY));
        refused(ErrorCode.NOT_FOUND, () -> follow("review", TicketType.QUESTION));
    }

    @Test
    void whatComesWithTheDeskStaysAsItIs() {
        ProfileFile simple = Profiles.review("simple");
        refused(ErrorCode.ALREADY_EXISTS, () -> desk.lifecycles.add(administrator, simple));
        refused(ErrorCode.POLICY_REFUSED, () -> replace(simple));
        refused(ErrorCode.POLICY_REFUSED, () -> desk.lifecycles.remove(administrator, "standard", ANY));
    }

    @Test
    void profilesAreForAdministratorsAndForWhoeverSawTheLatest() {
        ProfileFile review = Profiles.review("review");
        refused(ErrorCode.RIGHT_MISSING, () -> desk.lifecycles.add(desk.agent(), review));
        refused(ErrorCode.RIGHT_MISSING, () -> desk.lifecycles.replace(desk.agent(), review, ANY));
        refused(ErrorCode.RIGHT_MISSING, () -> desk.lifecycles.remove(desk.agent(), "review", ANY));
        refused(ErrorCode.NOT_FOUND, () -> replace(review));
        desk.lifecycles.add(administrator, review);
        refused(ErrorCode.ALREADY_EXISTS, () -> desk.lifecycles.add(administrator, review));
        Precondition seen = Precondition.version(
                desk.profiles.followers(administrator, "review").version());
        follow("review", TicketType.QUESTION);
        refused(ErrorCode.STALE_VERSION, () -> desk.lifecycles.replace(administrator, review, seen));
        refused(ErrorCode.STALE_VERSION, () -> desk.lifecycles.remove(administrator, "review", seen));
        replace(review);
        assertThat(desk.profiles.followers(administrator, "review").types()).containsExactly(TicketType.QUESTION);
    }

    private void replace(ProfileFile profile) {
        desk.lifecycles.replace(administrator, profile, ANY);
    }

    private void follow(String profile, TicketType... types) {
        desk.profiles.choose(administrator, profile, Set.of(types), ANY);
    }

    private Ticket open() {
        NewTicket wanted = NewTicket.of("How", "do I?", new Contact(null, null, null), "api")
                .withType(TicketType.QUESTION);
        return desk.open.handle(desk.customer(), wanted);
    }
}
