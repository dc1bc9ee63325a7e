package io.switchboard.core.triage;

import io.switchboard.api.classification.Classifier;
import io.switchboard.api.classification.Classifier.Suggestion;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks all classifiers about a ticket and takes, for each field that nobody set, the most confident suggestion. */
final class Suggestions {
    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final PriorityMatrix matrix;

    Suggestions(SocketRegistry registry, PluginCalls calls, PriorityMatrix matrix) {
        this.registry = registry;
        this.calls = calls;
        this.matrix = matrix;
    }

    /**
     * What came of it.
     *
     * @param classification the classification with what was taken
     * @param language the language that was recognised, or null
     * @param reasons why, one for each suggestion that was taken
     */
    record Classified(
            Classification classification, @Nullable String language, List<String> reasons) {}

    /** Asks. Whoever did not answer is added to the failures. */
    Classified ask(Dossier dossier, Handling handling, double threshold, List<PluginFailure> failures) {
        Ticket ticket = dossier.ticket();
        List<Suggestion> taken = new ArrayList<>();
        List<SocketService<Classifier>> services = registry.services(Classifier.class);
        if (!services.isEmpty()) {
            for (Answer<Optional<Suggestion>> answer :
                    calls.askAll(services, PluginCalls.ADVICE, classifier -> classifier.classify(ticket))) {
                if (answer instanceof Answer.Failed<Optional<Suggestion>> failed) {
                    failures.add(PluginFailure.of(failed, Classifier.class));
                } else if (answer instanceof Answer.Given<Optional<Suggestion>> given) {
                    given.value()
                            .filter(suggestion -> suggestion.confidence() >= threshold)
                            .ifPresent(taken::add);
                }
            }
        }
        return combine(dossier, handling, taken);
    }

    private Classified combine(Dossier dossier, Handling handling, List<Suggestion> suggestions) {
        Classification now = dossier.ticket().classification();
        TicketType type = choose(dossier, "type", now.type(), handling.type(), suggestions, Suggestion::type);
        String category = chooseNullable(dossier, "category", now.category(), suggestions, Suggestion::category);
        String product = chooseNullable(dossier, "product", now.product(), suggestions, Suggestion::product);
        Level impact = choose(dossier, "impact", now.impact(), null, suggestions, Suggestion::impact);
        Level urgency = choose(dossier, "urgency", now.urgency(), null, suggestions, Suggestion::urgency);
        Priority priority = now.priority();
        if (!now.priorityOverridden()) {
            boolean moved = impact != now.impact() || urgency != now.urgency();
            Priority computed = moved ? matrix.of(impact, urgency) : priority;
            Priority minimum = handling.minimumPriority();
            priority = minimum != null && minimum.compareTo(computed) < 0 ? minimum : computed;
        }
        Classification next =
                new Classification(type, category, product, impact, urgency, priority, now.priorityOverridden());
        return new Classified(
                next,
                best(suggestions, Suggestion::language),
                suggestions.stream().map(Suggestion::reason).toList());
    }

    private static <T> T choose(
            Dossier dossier,
            String field,
            T now,
            @Nullable T byHandling,
            List<Suggestion> suggestions,
            Function<Suggestion, @Nullable T> value) {
        if (dossier.setByOthers(field)) {
            return now;
        }
        T suggested = byHandling == null ? best(suggestions, value) : byHandling;
        return suggested == null ? now : suggested;
    }

    private static @Nullable String chooseNullable(
            Dossier dossier,
            String field,
            @Nullable String now,
            List<Suggestion> suggestions,
            Function<Suggestion, @Nullable String> value) {
        return now != null || dossier.setByOthers(field) ? now : best(suggestions, value);
    }

    /** Returns the most confident value; of equals the first, which is that of the higher ranking. */
    private static <T> @Nullable T best(List<Suggestion> suggestions, Function<Suggestion, @Nullable T> value) {
        @Nullable T best = null;
        double confidence = -1;
        for (Suggestion suggestion : suggestions) {
            T candidate = value.apply(suggestion);
            if (candidate != null && suggestion.confidence() > confidence) {
                best = candidate;
                confidence = suggestion.confidence();
            }
        }
        return best;
    }
}
