package io.switchboard.core.store.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of threads keeps (CO4, CH4, WO6). */
interface ThreadStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed store();

    default ThreadStore testee() {
        return new SqlThreadStore(store().mappers());
    }

    @Test
    default void aMessageIsReadAsItWasWritten() {
        MessageRow message = message(ticket(), MessageKind.REPLY, "Try 🖨 again\n\nplease");
        assertThat(in(() -> testee().message(message.id()))).contains(message);
        assertThat(in(() -> testee().message(new MessageId(store().ids().next()))))
                .isEmpty();
    }

    @Test
    default void aThreadIsReadFromTheOldestOnWithOrWithoutNotes() {
        TicketId ticket = ticket();
        MessageRow asked = message(ticket, MessageKind.CUSTOMER, "Help");
        MessageRow noted = message(ticket, MessageKind.NOTE, "He is drunk");
        MessageRow replied = message(ticket, MessageKind.REPLY, "Try again");
        assertThat(in(() -> testee().thread(Set.of(ticket), true, null, 10))).containsExactly(asked, noted, replied);
        assertThat(in(() -> testee().thread(Set.of(ticket), false, null, 10))).containsExactly(asked, replied);
        assertThat(in(() -> testee().thread(Set.of(ticket), true, asked.id(), 1)))
                .containsExactly(noted);
    }

    @Test
    default void messagesMoveWithTheirFiles() {
        TicketId from = ticket();
        TicketId to = ticket();
        MessageRow message = message(from, MessageKind.CUSTOMER, "Another thing");
        AttachmentRow file = file("person:1");
        bind(file, from, message);
        in(() -> {
            testee().move(List.of(message.id()), to);
            return true;
        });
        assertThat(in(() -> testee().thread(Set.of(from), true, null, 10))).isEmpty();
        assertThat(in(() -> testee().thread(Set.of(to), true, null, 10)))
                .extracting(MessageRow::id)
                .containsExactly(message.id());
        assertThat(in(() -> testee().attachment(file.id())).orElseThrow().ticketId())
                .isEqualTo(to);
    }

    @Test
    default void aFileIsBoundOnce() {
        TicketId ticket = ticket();
        MessageRow message = message(ticket, MessageKind.CUSTOMER, "See file");
        AttachmentRow file = file("person:1");
        assertThat(bind(file, ticket, message)).isTrue();
        assertThat(bind(file, ticket, message)).isFalse();
        assertThat(in(() -> testee().attachments(List.of(message.id()))))
                .extracting(AttachmentRow::id)
                .containsExactly(file.id());
    }

    @Test
    default void whatNobodyUsedIsFoundAndCanBeRemoved() {
        AttachmentRow file = file("person:1");
        assertThat(in(() -> testee().unbound(NOON.plusSeconds(1), 1000)))
                .extracting(AttachmentRow::id)
                .contains(file.id());
        assertThat(in(() -> testee().unbound(NOON, 1000)))
                .extracting(AttachmentRow::id)
                .doesNotContain(file.id());
        assertThat(in(() -> testee().contentInUse(file.sha256()))).isTrue();
        in(() -> {
            testee().removeAttachment(file.id());
            return true;
        });
        assertThat(in(() -> testee().contentInUse(file.sha256()))).isFalse();
    }

    @Test
    default void aPurgeTakesMessagesAndFiles() {
        TicketId ticket = ticket();
        MessageRow message = message(ticket, MessageKind.CUSTOMER, "Gone");
        AttachmentRow file = file("person:1");
        bind(file, ticket, message);
        assertThat(in(() -> testee().purge(ticket)))
                .extracting(AttachmentRow::id)
                .containsExactly(file.id());
        assertThat(in(() -> testee().message(message.id()))).isEmpty();
        assertThat(in(() -> testee().attachment(file.id()))).isEmpty();
    }

    private boolean bind(AttachmentRow file, TicketId ticket, MessageRow message) {
        return in(() -> testee().bind(file.id(), ticket, message.id(), 0));
    }

    private MessageRow message(TicketId ticket, MessageKind kind, String body) {
        MessageRow row = new MessageRow(
                new MessageId(store().ids().next()),
                ticket,
                kind,
                new PersonId(store().ids().next()),
                body,
                BodyFormat.TEXT,
                "api",
                kind == MessageKind.CUSTOMER,
                NOON);
        in(() -> {
            testee().append(row);
            return true;
        });
        return row;
    }

    private AttachmentRow file(String uploader) {
        AttachmentId id = new AttachmentId(store().ids().next());
        String sha256 = (id.toString().replace("-", "") + "0".repeat(64)).substring(0, 64);
        AttachmentRow row = new AttachmentRow(id, "a.txt", "text/plain", 3, sha256, uploader, null, null, 0, NOON);
        in(() -> {
            testee().addAttachment(row);
            return true;
        });
        return row;
    }

    private TicketId ticket() {
        return new TicketId(store().ids().next());
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
