package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link Reaction} must do. */
public interface ReactionContract {
    /** Returns the reaction under test; the same one at each call within a test. */
    Reaction testee();

    /** Returns the event types that it subscribed to. */
    Set<EventType> wanted();

    /** Returns how many events one call takes at most, as subscribed. */
    default int batch() {
        return 1;
    }

    /** Returns a ticket that the fakes behind the reaction under test know. */
    Ticket known();

    /** Returns what the reaction has done to the world so far, as a value that can be compared. */
    Object effect();

    /** Events come at least once: what was done for an event is not done again when it comes again. */
    @Test
    default void doesNothingTwice() throws Exception {
        long sequence = 0;
        for (EventType type : wanted()) {
            List<TicketEvent> events = List.of(Samples.event(known(), ++sequence, type));
            testee().react(events);
            Object once = effect();
            testee().react(events);
            assertThat(effect()).as("after a second delivery of %s", type.id()).isEqualTo(once);
        }
    }

    /** A full batch is taken. */
    @Test
    default void takesAFullBatch() throws Exception {
        EventType type = wanted().iterator().next();
        testee().react(LongStream.rangeClosed(1, batch())
                .mapToObj(sequence -> Samples.event(known(), sequence, type))
                .toList());
    }

    /** A ticket may be gone when its events come. */
    @Test
    default void bearsATicketThatIsGone() throws Exception {
        Ticket gone = Samples.ticket(987_654).build();
        long sequence = 0;
        for (EventType type : wanted()) {
            testee().react(List.of(Samples.event(gone, ++sequence, type)));
        }
    }
}
