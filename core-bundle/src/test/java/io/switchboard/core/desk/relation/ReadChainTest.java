package io.switchboard.core.desk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A chain as one story (CH2). */
class ReadChainTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private final DeskBench desk = new DeskBench(STORE);
    private final Caller customer = desk.customer();
    private final Caller agent = desk.agent();

    @Test
    void aChainHasOneTimelineAndATotalTime() {
        Ticket first = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        desk.clock.moveBy(Duration.ofDays(15));
        Ticket second = desk.triaged(desk.say(customer, first, MessageKind.CUSTOMER, "It smokes again"));
        desk.say(agent, second, MessageKind.NOTE, "Not again");
        ReadChain chain = new ReadChain(
                STORE.transactions(), desk.read, desk.tickets, desk.links, desk.history, desk.lifecycle, desk.clock);
        ReadChain.Chain open = chain.handle(agent, first.id(), null, 100);
        assertThat(open.members()).extracting(member -> member.ticket().id()).containsExactly(first.id(), second.id());
        assertThat(open.solvedAt()).isNull();
        assertThat(open.total()).isGreaterThan(Duration.ofDays(15));
        assertThat(open.events())
                .hasSameSizeAs(Stream.of(first, second)
                        .flatMap(ticket -> desk.events(ticket.id()).stream())
                        .toList());

        desk.move(desk.move(second, Status.ASSIGNED), Status.RESOLVED);
        desk.clock.moveBy(Duration.ofDays(40));
        ReadChain.Chain solved = chain.handle(customer, second.id(), null, 100);
        assertThat(solved.total()).isBetween(Duration.ofDays(15), Duration.ofDays(16));
        assertThat(solved.events()).extracting(TicketEvent::type).doesNotContain(EventType.MESSAGE_NOTED);
        ReadChain.Chain page = chain.handle(customer, second.id(), null, 2);
        assertThat(chain.handle(customer, second.id(), page.events().get(1).id(), 100)
                        .events())
                .isEqualTo(solved.events().subList(2, solved.events().size()));

        Ticket hidden = desk.untriaged(desk.customer(), "Hidden");
        STORE.transactions().write(() -> desk.links.add(new TicketLink(LinkKind.CHAINED, hidden.id(), second.id())));
        assertThat(chain.handle(agent, first.id(), null, 1).members()).hasSize(2);
    }
}
