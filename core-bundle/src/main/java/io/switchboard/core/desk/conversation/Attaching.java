package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.thread.AttachmentRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts uploaded files on a message, in the transaction that posts it. Nobody can use a file that another uploaded. */
@Component(service = Attaching.class)
public final class Attaching {
    private final ThreadStore threads;

    /** Makes it. */
    @Activate
    public Attaching(@Reference ThreadStore threads) {
        this.threads = threads;
    }

    /** Returns the name under which a caller's uploads wait to be used. */
    public static String uploader(Caller caller) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Person person) {
            return "person:" + person.person();
        }
        return actor instanceof Actor.Plugin plugin ? "plugin:" + plugin.plugin() : "anonymous";
    }

    /**
     * Binds files to a message.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code attachments} if one is unknown, used already,
     *     or uploaded by somebody else
     */
    public void bind(Caller caller, List<AttachmentId> files, TicketId ticket, MessageId message) {
        for (int place = 0; place < files.size(); place++) {
            AttachmentId file = files.get(place);
            boolean own = threads.attachment(file)
                    .map(AttachmentRow::uploader)
                    .filter(uploader(caller)::equals)
                    .isPresent();
            if (!own || !threads.bind(file, ticket, message, place)) {
                throw SwitchboardException.field(
                        "attachments", "has a file that is not yours or is used already; upload it again");
            }
        }
    }
}
