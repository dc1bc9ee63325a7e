package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SpecialHandling} must do. */
public interface SpecialHandlingContract {
    /** Returns the handling under test. */
    SpecialHandling testee();

    /** Returns a ticket, with requester and thread, that is special for the handling under test. */
    HandlingQuestion special();

    /** The mark is an id that stays. */
    @Test
    default void hasAStableMarkAndPrecedence() throws Exception {
        Checks.id(() -> testee().mark(), 40);
        assertThat(testee().precedence()).isEqualTo(testee().precedence());
    }

    /** What is special is recognised and explained. */
    @Test
    default void recognisesWhatIsSpecial() {
        assertThat(testee().judge(special())).hasValueSatisfying(advice -> Checks.line(advice.reason(), "reason"));
    }

    /** Special or not is answered for every ticket that can come in. */
    @Test
    default void answersForEveryTicket() {
        for (Ticket ticket : Checks.tickets()) {
            HandlingQuestion question =
                    new HandlingQuestion(ticket, Samples.customer(1).build(), Checks.thread(ticket));
            testee().judge(question).ifPresent(advice -> Checks.line(advice.reason(), "reason"));
        }
    }

    /** A ticket without a thread has an answer. */
    @Test
    default void answersWithoutMessages() {
        HandlingQuestion question =
                new HandlingQuestion(special().ticket(), special().requester(), List.of());
        assertThat(testee().judge(question)).isNotNull();
    }

    /** Every message that a customer can write has an answer, and an ordinary one makes nothing special. */
    @Test
    default void answersForEveryMessage() {
        for (Ticket ticket : Checks.tickets()) {
            for (BodyFormat format : BodyFormat.values()) {
                for (Message said : Checks.thread(ticket)) {
                    NewMessage message = new NewMessage(
                            MessageKind.CUSTOMER, said.body(), format, List.of(), null, null, "api", false);
                    testee().judgeMessage(ticket, message).ifPresent(advice -> Checks.line(advice.reason(), "reason"));
                }
            }
        }
        assertThat(testee().judgeMessage(
                                special().ticket(),
                                NewMessage.of(MessageKind.CUSTOMER, "Thank you, good night", "api")))
                .as("it is the message that is judged, not the ticket once more")
                .isEmpty();
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        SpecialHandling handling = testee();
        HandlingQuestion question = special();
        Checks.sameOnEveryThread(() -> handling.judge(question));
    }
}
