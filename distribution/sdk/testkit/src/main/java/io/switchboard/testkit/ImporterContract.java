package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.importer.Importer;
import io.switchboard.api.importer.Importer.ImportedTicket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Importer} must do. */
public interface ImporterContract {
    /** Returns the importer under test. */
    Importer testee();

    /** Returns an export of the other system with at least two tickets. */
    byte[] export();

    /** External names carry the system's name for ever. */
    @Test
    default void namesTheOtherSystem() {
        Checks.line(testee().system(), "system");
        assertThat(testee().system()).hasSizeLessThanOrEqualTo(80);
    }

    /** Every ticket has a name of its own in the other system and a thread in order; a second reading gives the same. */
    @Test
    default void readsTheSameTicketsEveryTime() throws IOException {
        List<ImportedTicket> tickets = read();
        assertThat(tickets).hasSizeGreaterThan(1);
        assertThat(tickets).extracting(ImportedTicket::external).doesNotHaveDuplicates();
        for (ImportedTicket ticket : tickets) {
            assertThat(ticket.external().system()).isEqualTo(testee().system());
            Checks.line(ticket.subject(), "subject");
            assertThat(ticket.messages())
                    .extracting(Importer.ImportedMessage::at)
                    .isSorted();
        }
        assertThat(read()).isEqualTo(tickets);
    }

    /** When the desk refuses a ticket the reading ends with that refusal. */
    @Test
    default void stopsWhenTheDeskRefuses() {
        IllegalStateException refusal = new IllegalStateException("no more");
        assertThatThrownBy(() -> testee().read(new ByteArrayInputStream(export()), ticket -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    private List<ImportedTicket> read() throws IOException {
        List<ImportedTicket> tickets = new ArrayList<>();
        testee().read(new ByteArrayInputStream(export()), tickets::add);
        return tickets;
    }
}
