package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.notification.Mentions;
import io.switchboard.core.store.draft.DraftStore;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What goes with a message into the same change: its draft is gone, whom a note mentions is told, a promise is kept. */
@Component(service = AfterPosting.class)
public final class AfterPosting {
    private final DraftStore drafts;
    private final Mentions mentions;

    /** Makes it. */
    @Activate
    public AfterPosting(@Reference DraftStore drafts, @Reference Mentions mentions) {
        this.drafts = drafts;
        this.mentions = mentions;
    }

    /** Removes the draft that became a message to this ticket. */
    void endDraft(TicketEdit edit, MessageKind kind) {
        PersonId self = edit.caller().person();
        if (self != null) {
            drafts.delete(self, edit.ticket().id(), kind);
        }
    }

    /**
     * Tells whom a note mentions; the words of customers and replies to them call nobody. A reply is the update that was due
     * (CO3); one that comes before its time is not, since the time is often said first and then the customer told of it.
     */
    void said(TicketEdit edit, NewMessage message) {
        Instant promised = edit.ticket().nextUpdateDueAt();
        switch (message.kind()) {
            case NOTE -> mentions.noted(edit, message.body());
            case REPLY -> {
                if (promised != null && !promised.isAfter(edit.now())) {
                    edit.draft().nextUpdateDueAt(null);
                }
            }
            case CUSTOMER -> {}
        }
    }
}
