package io.switchboard.core.desk.draft;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drafts that survive, and that nobody else sees (CO5). */
class KeepDraftsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private KeepDrafts drafts;
    private Caller customer;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        drafts = new KeepDrafts(STORE.transactions(), desk.read, desk.drafts, desk.clock);
        customer = desk.customer();
        agent = desk.agent();
        ticket = desk.open(customer);
    }

    @Test
    void thereIsOneOfEachKindAndTheTicketDoesNotChangeByIt() {
        List<EventType> before = desk.happened(ticket.id());
        keep(agent, MessageKind.REPLY, "Dear");
        keep(agent, MessageKind.NOTE, "Hm");
        keep(agent, MessageKind.REPLY, "Dear Ada");
        assertThat(drafts.list(agent, ticket.id())).extracting(Draft::body).containsExactlyInAnyOrder("Dear Ada", "Hm");
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
        assertThat(desk.happened(ticket.id())).isEqualTo(before);
    }

    @Test
    void nobodyElseSeesThem() {
        keep(agent, MessageKind.REPLY, "Dear");
        assertThat(drafts.list(desk.administrator(), ticket.id())).isEmpty();
        assertThat(drafts.list(customer, ticket.id())).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> drafts.list(desk.customer(), ticket.id()));
        Caller link = Caller.link(ticket.id(), Objects.requireNonNull(agent.person()), "portal");
        refused(ErrorCode.SIGN_IN_REQUIRED, () -> drafts.list(link, ticket.id()));
    }

    @Test
    void aSecondWindowDoesNotOverwriteWhatItHasNotSeen() {
        Draft first = keep(agent, MessageKind.REPLY, "one");
        Precondition none = Precondition.version(0);
        refused(ErrorCode.STALE_VERSION, () -> put(agent, none, MessageKind.REPLY, "two"));
        put(agent, Precondition.version(first.version()), MessageKind.REPLY, "two");
        refused(
                ErrorCode.STALE_VERSION,
                () -> drafts.remove(agent, ticket.id(), Precondition.version(1), MessageKind.REPLY));
        assertThat(drafts.list(agent, ticket.id())).extracting(Draft::body).containsExactly("two");
        drafts.remove(agent, ticket.id(), Precondition.any(), MessageKind.REPLY);
        refused(ErrorCode.NOT_FOUND, () -> drafts.remove(agent, ticket.id(), Precondition.any(), MessageKind.REPLY));
        put(agent, none, MessageKind.REPLY, "three");
    }

    @Test
    void whatCouldNotBeSentIsNotKept() {
        refused(ErrorCode.RIGHT_MISSING, () -> keep(customer, MessageKind.REPLY, "x"));
        refused(ErrorCode.RIGHT_MISSING, () -> keep(customer, MessageKind.NOTE, "x"));
        assertThat(keep(customer, MessageKind.CUSTOMER, "mine").body()).isEqualTo("mine");
        refused(ErrorCode.TOO_LARGE, () -> keep(agent, MessageKind.NOTE, "x".repeat((1 << 20) + 1)));
        assertThat(put(agent, Precondition.any(), MessageKind.NOTE, "<b>a</b><script>b</script>", BodyFormat.HTML)
                        .body())
                .isEqualTo("<b>a</b>");
    }

    @Test
    void aDraftGoesWhenItIsSentAndNotWhenSomethingElseIs() {
        Caller colleague = desk.agent();
        keep(agent, MessageKind.REPLY, "Dear");
        keep(agent, MessageKind.NOTE, "Hm");
        keep(colleague, MessageKind.REPLY, "Hello");
        desk.say(agent, ticket, MessageKind.REPLY, "by a macro");
        assertThat(drafts.list(agent, ticket.id())).hasSize(2);
        desk.post.send(agent, ticket.id(), Precondition.any(), DeskBench.message(MessageKind.REPLY, "Dear Ada"));
        assertThat(drafts.list(agent, ticket.id())).extracting(Draft::kind).containsExactly(MessageKind.NOTE);
        assertThat(drafts.list(colleague, ticket.id())).hasSize(1);
    }

    @Test
    void aReplyThatIsRefusedLeavesTheDraft() {
        keep(agent, MessageKind.REPLY, "Dear");
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.post.send(
                        agent,
                        ticket.id(),
                        Precondition.version(99),
                        DeskBench.message(MessageKind.REPLY, "Dear Ada")));
        assertThat(drafts.list(agent, ticket.id())).hasSize(1);
    }

    @Test
    void nobodyHasMoreThanFiveHundred() {
        PersonId self = Objects.requireNonNull(agent.person());
        for (int number = 0; number < 500; number++) {
            desk.sql("insert into ticket_draft (person, ticket_id, kind, body, format, version, updated_at) values"
                    + " ('" + self + "', '" + STORE.ids().next() + "', 'note', 'x', 'text', 1, current_timestamp)");
        }
        refused(ErrorCode.POLICY_REFUSED, () -> keep(agent, MessageKind.NOTE, "x"));
    }

    private Draft keep(Caller caller, MessageKind kind, String body) {
        return put(caller, Precondition.any(), kind, body);
    }

    private Draft put(Caller caller, Precondition precondition, MessageKind kind, String body) {
        return put(caller, precondition, kind, body, BodyFormat.TEXT);
    }

    private Draft put(Caller caller, Precondition precondition, MessageKind kind, String body, BodyFormat format) {
        return drafts.put(caller, ticket.id(), precondition, kind, body, format);
    }
}
