package io.switchboard.core.rest.plugin;

import io.switchboard.core.feed.ListParked.Parked;
import io.switchboard.core.feed.ReactionSummary;
import io.switchboard.core.plugins.PluginLog.Line;
import io.switchboard.core.plugins.ReadPluginOperation.PluginOperation;
import io.switchboard.core.plugins.ReadPluginOperation.Subscribed;
import io.switchboard.core.rest.engine.ExtensionPointView.CallsView;
import io.switchboard.core.sockets.PluginFigures.HangingCall;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin at work on the node that was asked, since that was started.
 *
 * @param calls how the calls went, by socket
 * @param hanging the calls that were cut and have not come back
 * @param subscriptions its reactions with what waits for them and what is parked
 * @param log the latest lines of the log that are of it or name it, newest first
 * @param threads those that it made for itself, as they were seen at most two seconds ago
 * @param leftThreads the names of the threads that it left running when it was last stopped and that run still
 */
public record PluginOperationView(
        List<SocketCallsView> calls,
        List<HangingView> hanging,
        List<SubscriptionView> subscriptions,
        List<LogLineView> log,
        OwnThreadsView threads,
        List<String> leftThreads) {
    /** Keeps copies. */
    public PluginOperationView {
        calls = List.copyOf(calls);
        hanging = List.copyOf(hanging);
        subscriptions = List.copyOf(subscriptions);
        log = List.copyOf(log);
        leftThreads = List.copyOf(leftThreads);
    }

    /** How the calls at one socket went. */
    public record SocketCallsView(String socket, CallsView calls) {}

    /**
     * A call that was cut and has not come back.
     *
     * @param burning whether it uses the processor all the time
     */
    public record HangingView(String socket, String thread, Instant since, boolean burning) {
        static HangingView of(HangingCall call) {
            return new HangingView(call.socket(), call.thread(), call.since(), call.burning());
        }
    }

    /**
     * A reaction.
     *
     * @param state {@code joining}, {@code active} or {@code lapsed}
     * @param holder the node that delivers, or null if none does
     * @param backlog how many events wait, counted up to 1,000
     * @param oldest since when the oldest of them has waited, or null if none is ready
     * @param parked how many events it failed at for good, counted up to 1,000
     * @param parkedRows the first 200 of these
     */
    public record SubscriptionView(
            String id,
            String name,
            String state,
            @Nullable String holder,
            int backlog,
            @Nullable Instant oldest,
            int parked,
            List<ParkedRowView> parkedRows) {
        /** Keeps a copy. */
        public SubscriptionView {
            parkedRows = List.copyOf(parkedRows);
        }

        static SubscriptionView of(Subscribed subscribed) {
            ReactionSummary reaction = subscribed.reaction();
            return new SubscriptionView(
                    reaction.id(),
                    reaction.name(),
                    reaction.state(),
                    reaction.holder(),
                    reaction.backlog(),
                    reaction.oldest(),
                    reaction.parked(),
                    subscribed.parked().stream().map(ParkedRowView::of).toList());
        }
    }

    /** An event that a reaction failed at for good; the row is the name by which it is replayed or skipped. */
    public record ParkedRowView(
            String row,
            String ticket,
            String event,
            @Nullable String type,
            int attempts,
            @Nullable String error,
            Instant parkedAt) {
        static ParkedRowView of(Parked parked) {
            return new ParkedRowView(
                    parked.row(),
                    parked.ticket(),
                    parked.event(),
                    parked.type(),
                    parked.attempts(),
                    parked.error(),
                    parked.parkedAt());
        }
    }

    /** A line of the log. */
    public record LogLineView(Instant at, String level, String logger, String message) {
        static LogLineView of(Line line) {
            return new LogLineView(line.at(), line.level(), line.logger(), line.message());
        }
    }

    static PluginOperationView of(PluginOperation operation) {
        return new PluginOperationView(
                operation.calls().stream()
                        .map(figures -> new SocketCallsView(figures.socket(), CallsView.of(figures)))
                        .toList(),
                operation.hanging().stream().map(HangingView::of).toList(),
                operation.subscriptions().stream().map(SubscriptionView::of).toList(),
                operation.log().stream().map(LogLineView::of).toList(),
                OwnThreadsView.of(operation.threads()),
                operation.left());
    }
}
