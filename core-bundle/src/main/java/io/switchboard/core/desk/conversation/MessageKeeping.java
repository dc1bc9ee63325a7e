package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps messages, with their files, in the transaction of a change. */
final class MessageKeeping {
    private final ThreadStore threads;
    private final Contacts contacts;
    private final Attaching attaching;
    private final IdGenerator ids;

    MessageKeeping(ThreadStore threads, Contacts contacts, Attaching attaching, IdGenerator ids) {
        this.threads = threads;
        this.contacts = contacts;
        this.attaching = attaching;
        this.ids = ids;
    }

    /**
     * Where a message is kept, and whose it is. What a customer writes to a merged ticket is kept there, and so stays among
     * those who see that ticket; the desk reads it with the survivor.
     */
    record Place(TicketId ticket, @Nullable PersonId author) {}

    /** Returns who is named as the author, who is made if nobody knows them yet. */
    @Nullable
    PersonId author(TicketEdit edit, NewMessage message) {
        if (message.kind() != MessageKind.CUSTOMER) {
            return edit.caller().person();
        }
        if (message.author() != null) {
            return contacts.findOrMake(message.author(), "author", edit.now())
                    .person()
                    .id();
        }
        return Optional.ofNullable(edit.caller().person())
                .orElse(edit.ticket().requester().id());
    }

    MessageId keep(TicketEdit edit, NewMessage message, Place place) {
        MessageId id = new MessageId(ids.next());
        threads.append(new MessageRow(
                id,
                place.ticket(),
                message.kind(),
                place.author(),
                Bodies.toStore(message.body(), message.format()),
                message.format(),
                message.channel(),
                message.automatic(),
                edit.now()));
        attaching.bind(edit.caller(), message.attachments(), place.ticket(), id);
        return id;
    }
}
