package io.switchboard.core.sockets;

import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.classification.Classifier;
import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.delivery.Courier;
import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.files.BlobStore;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.importer.Importer;
import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.knowledge.KnowledgeBase;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.Authenticator;
import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.report.Report;
import io.switchboard.api.search.SearchIndex;
import io.switchboard.api.search.SearchProvider;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.ui.UiContribution;
import java.util.List;

/**
 * An extension point.
 *
 * @param type the interface that plugins implement
 * @param kind when it is asked and what happens if it fails
 */
public record Socket(Class<?> type, SocketKind kind) {
    /** Every extension point of the desk, in alphabetical order. */
    public static final List<Socket> ALL = List.of(
            new Socket(AssignmentRule.class, SocketKind.ADVISOR),
            new Socket(Authenticator.class, SocketKind.PROVIDER),
            new Socket(BlobStore.class, SocketKind.PROVIDER),
            new Socket(Classifier.class, SocketKind.ADVISOR),
            new Socket(Clockwork.Alarm.class, SocketKind.REACTION),
            new Socket(Courier.class, SocketKind.PROVIDER),
            new Socket(CustomerDirectory.class, SocketKind.PROVIDER),
            new Socket(DeadlinePolicy.class, SocketKind.ADVISOR),
            new Socket(EscalationRule.class, SocketKind.ADVISOR),
            new Socket(Importer.class, SocketKind.PROVIDER),
            new Socket(IntakeChannel.class, SocketKind.PROVIDER),
            new Socket(IssueTracker.class, SocketKind.PROVIDER),
            new Socket(KnowledgeBase.class, SocketKind.PROVIDER),
            new Socket(PluginHealth.class, SocketKind.PROVIDER),
            new Socket(Reaction.class, SocketKind.REACTION),
            new Socket(Report.class, SocketKind.PROVIDER),
            new Socket(SearchIndex.class, SocketKind.PROVIDER),
            new Socket(SearchProvider.class, SocketKind.PROVIDER),
            new Socket(SpecialHandling.class, SocketKind.ADVISOR),
            new Socket(SurveyProvider.class, SocketKind.PROVIDER),
            new Socket(SurveySelection.class, SocketKind.ADVISOR),
            new Socket(TransitionGuard.class, SocketKind.GUARD),
            new Socket(UiContribution.class, SocketKind.PROVIDER));

    /** Returns the name in the API: the simple name of the interface, for example {@code AssignmentRule}. */
    public String id() {
        return type.getSimpleName();
    }
}
