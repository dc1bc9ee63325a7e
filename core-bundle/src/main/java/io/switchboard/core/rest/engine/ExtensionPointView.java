package io.switchboard.core.rest.engine;

import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.CallFigures;
import io.switchboard.core.sockets.ReadExtensionPoints.ExtensionPoint;
import io.switchboard.core.sockets.ReadExtensionPoints.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An extension point and who serves it; durations are in milliseconds. */
public record ExtensionPointView(String socket, String type, String kind, List<ServerView> services) {
    static ExtensionPointView of(ExtensionPoint point) {
        return new ExtensionPointView(
                point.socket(),
                point.type(),
                point.kind(),
                point.services().stream().map(ServerView::of).toList());
    }

    /** A service of a plugin. */
    public record ServerView(
            String plugin, int ranking, @Nullable CallsView calls) {
        static ServerView of(Server server) {
            CallFigures figures = server.figures();
            return new ServerView(server.plugin(), server.ranking(), figures == null ? null : CallsView.of(figures));
        }
    }

    /** How calls went. */
    public record CallsView(
            long total,
            Map<String, Long> failures,
            LatencyView latency,
            String breaker,
            int running,
            int hanging,
            List<CallFailureView> lastFailures) {
        /** Returns what was seen of the calls to a plugin at a socket. */
        public static CallsView of(CallFigures figures) {
            Map<String, Long> failures = new LinkedHashMap<>();
            for (Answer.Kind kind : Answer.Kind.values()) {
                failures.put(kind.id(), figures.failures().getOrDefault(kind, 0L));
            }
            return new CallsView(
                    figures.calls(),
                    failures,
                    new LatencyView(
                            milliseconds(figures.median()),
                            milliseconds(figures.p99()),
                            milliseconds(figures.longest())),
                    figures.breaker(),
                    figures.running(),
                    figures.hanging(),
                    figures.lastFailures().stream().map(CallFailureView::of).toList());
        }

        private static double milliseconds(Duration duration) {
            return duration.toNanos() / 1_000_000.0;
        }
    }

    /** How long calls took. */
    public record LatencyView(double median, double p99, double longest) {}

    /** One failure. */
    public record CallFailureView(Instant at, String kind, String message) {
        static CallFailureView of(CallFigures.Failure failure) {
            return new CallFailureView(failure.at(), failure.kind().id(), failure.message());
        }
    }
}
