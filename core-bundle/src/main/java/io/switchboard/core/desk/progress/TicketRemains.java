package io.switchboard.core.desk.progress;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.work.TicketWork;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.link.LinkStore;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.triage.ExplanationStore;
import io.switchboard.core.store.verification.VerificationStore;
import io.switchboard.core.timing.Timers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes what a ticket had beside its own row. Works in the thread's transaction. */
@Component(service = TicketRemains.class)
public final class TicketRemains {
    private final ThreadStore threads;
    private final HistoryStore history;
    private final LinkStore links;
    private final ExplanationStore explanations;
    private final VerificationStore verifications;
    private final FeedStore feed;
    private final Timers timers;
    private final LeftFiles files;
    private final TicketWork work;

    /** Makes it. */
    @Activate
    public TicketRemains(
            @Reference ThreadStore threads,
            @Reference HistoryStore history,
            @Reference LinkStore links,
            @Reference ExplanationStore explanations,
            @Reference VerificationStore verifications,
            @Reference FeedStore feed,
            @Reference Timers timers,
            @Reference LeftFiles files,
            @Reference TicketWork work) {
        this.threads = threads;
        this.history = history;
        this.links = links;
        this.explanations = explanations;
        this.verifications = verifications;
        this.feed = feed;
        this.timers = timers;
        this.files = files;
        this.work = work;
    }

    /** Removes all but the last row of the history, and what is still to be told of it. */
    void remove(TicketId ticket, long lastSequence) {
        links.purge(ticket);
        work.purge(ticket);
        explanations.remove(ticket);
        verifications.purge(ticket);
        timers.cancelAll(ticket);
        feed.removeOf(ticket, lastSequence);
        history.purge(ticket, lastSequence);
        files.left(threads.purge(ticket));
    }
}
