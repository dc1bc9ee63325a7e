package io.switchboard.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ticket.Ticket;
import org.junit.jupiter.api.Test;

class TicketGeneratorTest {
    @Test
    void theSameSeedGivesTheSameTickets() {
        assertThat(new TicketGenerator(5).tickets(100)).isEqualTo(new TicketGenerator(5).tickets(100));
    }

    @Test
    void everyTicketHasAnIdAndANumberOfItsOwn() {
        assertThat(new TicketGenerator(5).tickets(1_000))
                .extracting(Ticket::id, Ticket::number)
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangedCopyOfATicketIsElseTheSame() {
        Ticket ticket = new TicketGenerator(6).ticket();
        assertThat(TicketBuilder.of(ticket).build()).isEqualTo(ticket);
        assertThat(TicketBuilder.of(ticket).subject("other").build()).isNotEqualTo(ticket);
    }
}
