package io.switchboard.core.desk.work;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.lineage.JoinedTickets;
import io.switchboard.core.store.broadcast.BroadcastStore;
import io.switchboard.core.store.draft.DraftStore;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.notification.NotificationStore;
import io.switchboard.core.store.presence.PresenceStore;
import io.switchboard.core.store.survey.SurveyStore;
import io.switchboard.core.store.work.TaskStore;
import io.switchboard.core.store.work.TimeStore;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that people keep inside a ticket while they work on it, and what customers say of it, taken together. Works in the thread's transaction. */
@Component(service = TicketWork.class)
public final class TicketWork {
    private final JoinedTickets joined;
    private final TaskStore tasks;
    private final TimeStore times;
    private final DraftStore drafts;
    private final PresenceStore presence;
    private final EscalationStore escalations;
    private final NotificationStore notifications;
    private final SurveyStore surveys;
    private final BroadcastStore broadcasts;

    /** Makes it. */
    @Activate
    public TicketWork(
            @Reference JoinedTickets joined,
            @Reference TaskStore tasks,
            @Reference TimeStore times,
            @Reference DraftStore drafts,
            @Reference PresenceStore presence,
            @Reference EscalationStore escalations,
            @Reference NotificationStore notifications,
            @Reference SurveyStore surveys,
            @Reference BroadcastStore broadcasts) {
        this.joined = joined;
        this.tasks = tasks;
        this.times = times;
        this.drafts = drafts;
        this.presence = presence;
        this.escalations = escalations;
        this.notifications = notifications;
        this.surveys = surveys;
        this.broadcasts = broadcasts;
    }

    /**
     * What was and is to be worked, also on tickets merged into one.
     *
     * @param openTasks how many tasks are not done
     * @param minutes the working time recorded
     */
    public record Sum(int openTasks, long minutes) {}

    /** Returns the sum of a ticket. */
    public Sum sum(TicketId ticket) {
        List<TicketId> all = joined.all(ticket);
        return new Sum(tasks.open(all), times.minutes(all));
    }

    /** Removes everything, as a purge does. */
    public void purge(TicketId ticket) {
        tasks.purge(ticket);
        times.purge(ticket);
        drafts.purge(ticket);
        presence.purge(ticket);
        escalations.purge(ticket);
        notifications.purge(ticket);
        surveys.purge(ticket);
        broadcasts.purge(ticket);
    }

    /** Takes away all words and leaves what figures rest on. */
    public void empty(TicketId ticket, String instead) {
        tasks.rewriteAll(ticket, instead);
        times.forgetNotes(ticket);
        drafts.purge(ticket);
        escalations.rewriteAll(ticket, instead);
        surveys.forgetWords(ticket);
    }
}
