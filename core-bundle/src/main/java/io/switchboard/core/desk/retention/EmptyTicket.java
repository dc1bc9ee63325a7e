package io.switchboard.core.desk.retention;

import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketDraft;
import io.switchboard.core.desk.progress.ExpireTicket;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.desk.work.TicketWork;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.retention.RetentionStore;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.triage.ExplanationStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes all words and files out of a ticket that was kept long enough, and of those merged into it, and leaves what figures
 * rest on: number, status, dates, classification. Works in the thread's transaction.
 */
@Component(service = EmptyTicket.class)
public final class EmptyTicket {
    private static final String REMOVED = "[removed]";

    private final TicketChanges changes;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final HistoryStore history;
    private final ExplanationStore explanations;
    private final RetentionStore retention;
    private final LeftFiles files;
    private final TicketWork work;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public EmptyTicket(
            @Reference TicketChanges changes,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference HistoryStore history,
            @Reference ExplanationStore explanations,
            @Reference RetentionStore retention,
            @Reference LeftFiles files,
            @Reference TicketWork work,
            @Reference DeskClock clock) {
        this.changes = changes;
        this.tickets = tickets;
        this.threads = threads;
        this.history = history;
        this.explanations = explanations;
        this.retention = retention;
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** Empties a ticket; refuses as {@link ExpireTicket} does if anything happened to it meanwhile. */
    void handle(Caller caller, TicketId id, Instant untouchedSince) {
        changes.change(caller, id, Precondition.any(), edit -> {
            ExpireTicket.refuseTouched(edit.ticket(), untouchedSince);
            return id;
        });
        empty(caller, id);
        tickets.mergedInto(id).forEach(merged -> empty(caller, merged));
    }

    private void empty(Caller caller, TicketId id) {
        changes.change(caller, id, Precondition.any(), edit -> {
            edit.redact();
            empty(edit.draft());
            return id;
        });
        files.left(threads.rewriteAll(id, REMOVED));
        work.empty(id, REMOVED);
        history.eraseTexts(id);
        explanations.remove(id);
        retention.emptied(id, clock.now());
    }

    private static void empty(TicketDraft draft) {
        draft.subject(REMOVED);
        draft.circumstances(Circumstances.UNKNOWN);
        draft.ticket().fields().keySet().forEach(name -> draft.field(name, null));
        Resolution resolution = draft.ticket().resolution();
        if (resolution != null) {
            draft.resolution(new Resolution(
                    resolution.kind(), REMOVED, null, null, resolution.verification(), resolution.closure()));
        }
    }
}
