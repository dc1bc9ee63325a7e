package io.switchboard.core.desk.survey;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.survey.SurveyPolicy.Rule;
import io.switchboard.core.desk.work.ChangeTasks;
import io.switchboard.core.desk.work.Task;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Does what follows from a low score (SU3), once for each invitation, however often the score is told or corrected: that it
 * is done stands in the same transaction as what was done.
 */
@Component(service = FollowUpOnScore.class)
public final class FollowUpOnScore {
    private static final Caller DESK = Caller.system("surveys");
    private static final String IMPOSSIBLE = "impossible";

    private final Transactions transactions;
    private final TicketChanges changes;
    private final SurveyPolicies policies;
    private final TeamLeads leads;
    private final SurveyStore store;
    private final ChangeTasks tasks;
    private final TransitionTicket transitions;
    private final Lifecycle lifecycle;

    /** Makes the use case. */
    @Activate
    public FollowUpOnScore(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference SurveyPolicies policies,
            @Reference TeamLeads leads,
            @Reference SurveyStore store,
            @Reference ChangeTasks tasks,
            @Reference TransitionTicket transitions,
            @Reference Lifecycle lifecycle) {
        this.transactions = transactions;
        this.changes = changes;
        this.policies = policies;
        this.leads = leads;
        this.store = store;
        this.tasks = tasks;
        this.transitions = transitions;
        this.lifecycle = lifecycle;
    }

    /** Follows up on the answer to an invitation, if its score is low and nobody has yet. */
    public void handle(TicketId ticket, UUID invitation) {
        if (transactions
                .read(() -> store.find(invitation))
                .filter(FollowUpOnScore::open)
                .isPresent()) {
            changes.change(DESK, ticket, Precondition.any(), edit -> follow(edit, invitation));
        }
    }

    private static boolean open(SurveyRow row) {
        return Boolean.TRUE.equals(row.low()) && row.followUp() == null;
    }

    private boolean follow(TicketEdit edit, UUID invitation) {
        SurveyRow row = store.find(invitation).filter(FollowUpOnScore::open).orElse(null);
        if (row == null) {
            return false;
        }
        Rule rule = policies.of(edit.ticket());
        String done = done(edit, row, rule);
        store.followUp(row.id(), done);
        edit.recordElsewhere(
                EventType.SURVEY_CHANGED,
                Map.of("happened", "followed_up", "invitation", row.id().toString(), "followUp", done));
        return true;
    }

    private String done(TicketEdit edit, SurveyRow row, Rule rule) {
        if (rule.lowScore() == LowScore.NOTHING) {
            return LowScore.NOTHING.id();
        }
        // Whoever put the ticket away for good, merged it or threw it away did so knowing that nothing more is done
        // there.
        if (Aside.of(edit.ticket().progress(), lifecycle).isPresent()) {
            return IMPOSSIBLE;
        }
        Optional<Status> again = lifecycle.onReopening(edit.ticket().progress());
        if (rule.lowScore() == LowScore.REOPEN && again.isPresent()) {
            edit.because(reason(row));
            transitions.move(edit, again.get(), null, null);
            return LowScore.REOPEN.id();
        }
        tasks.add(edit, new Task.Wish(reason(row), leads.of(edit.ticket(), rule), null, false, null));
        return LowScore.TASK.id();
    }

    private static String reason(SurveyRow row) {
        Survey.Question scored = SurveyForms.of(row).scored();
        return "Ask the customer what went wrong: they answered "
                + scored.kind().choice(row.score() == null ? 0 : row.score())
                + (scored.kind() == Survey.Kind.YES_NO
                        ? ""
                        : " of " + scored.kind().highest())
                + " to the survey " + row.survey();
    }
}
