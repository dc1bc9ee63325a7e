package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.notification.Mentions;
import io.switchboard.core.store.draft.DraftStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What goes with a message into the same change: its draft is gone, and whom a note mentions is told (CO5). */
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

    /** Tells whom a note mentions; the words of customers and replies to them call nobody. */
    void said(TicketEdit edit, NewMessage message) {
        if (message.kind() == MessageKind.NOTE) {
            mentions.noted(edit, message.body());
        }
    }
}
