package io.switchboard.core.desk.survey;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Customer;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.survey.SurveySelection.SelectionQuestion;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks plugins which survey, if any, a customer gets, and for its form. Never called inside a transaction. */
@Component(service = SurveyChoice.class)
public final class SurveyChoice {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public SurveyChoice(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /**
     * What was chosen.
     *
     * @param survey the id of the survey
     * @param form what is asked
     * @param silent the plugins that did not answer, with why
     */
    record Chosen(String survey, Survey form, Map<String, String> silent) {}

    /** Returns whether there is any survey, or one is about to be there. */
    boolean installed() {
        return !registry.services(SurveyProvider.class).isEmpty() || arriving();
    }

    /** Returns the refusal for those who ask for surveys where there are none. */
    static SwitchboardException notInstalled() {
        return new SwitchboardException(
                ErrorCode.FEATURE_NOT_INSTALLED,
                "Surveys come with a plugin that serves the extension point SurveyProvider; none is installed",
                List.of(),
                Map.of("feature", "surveys"),
                null);
    }

    /**
     * Returns what is chosen, or nothing if nobody is to be asked.
     *
     * @param lastAskedAt when the customer was asked last, or null
     * @param language what the customer understands
     * @throws IllegalStateException if it cannot be told now, because a plugin is starting or does not answer
     */
    Optional<Chosen> choose(
            Ticket ticket, Customer customer, @Nullable Instant lastAskedAt, Instant now, String language) {
        List<SocketService<SurveyProvider>> providers = registry.services(SurveyProvider.class);
        Map<String, String> silent = new LinkedHashMap<>();
        Map<String, SocketService<SurveyProvider>> known = known(providers, silent);
        SelectionQuestion question =
                new SelectionQuestion(ticket, customer, lastAskedAt, List.copyOf(known.keySet()), now);
        for (SocketService<SurveySelection> selection : registry.services(SurveySelection.class)) {
            Answer<Optional<String>> answer = calls.ask(selection, PluginCalls.ADVICE, one -> there(one, question));
            if (answer instanceof Answer.Failed<Optional<String>> failed) {
                silent.put(failed.plugin(), failed.message());
            } else if (answer instanceof Answer.Given<Optional<String>> given
                    && given.value().isPresent()) {
                String survey = given.value().get();
                return Optional.of(new Chosen(
                        survey, form(Objects.requireNonNull(known.get(survey)), ticket, customer, language), silent));
            }
        }
        if (!silent.isEmpty() || arriving()) {
            throw new IllegalStateException("it cannot be told yet which survey is sent: " + silent);
        }
        return Optional.empty();
    }

    private boolean arriving() {
        return !registry.absent(SurveyProvider.class).isEmpty()
                || !registry.absent(SurveySelection.class).isEmpty();
    }

    private Map<String, SocketService<SurveyProvider>> known(
            List<SocketService<SurveyProvider>> providers, Map<String, String> silent) {
        Map<String, SocketService<SurveyProvider>> known = new LinkedHashMap<>();
        for (SocketService<SurveyProvider> provider : providers) {
            Answer<String> id = calls.ask(provider, PluginCalls.ADVICE, SurveyProvider::id);
            if (id instanceof Answer.Failed<String> failed) {
                silent.put(failed.plugin(), failed.message());
            } else if (id instanceof Answer.Given<String> given && given.value().matches("[a-z][a-z0-9-]{0,39}")) {
                known.putIfAbsent(given.value(), provider);
            }
        }
        return known;
    }

    private static Optional<String> there(SurveySelection selection, SelectionQuestion question) {
        Optional<String> survey = selection.select(question);
        if (survey.isPresent() && !question.surveys().contains(survey.get())) {
            throw new IllegalStateException("selected a survey that is not there");
        }
        return survey;
    }

    private Survey form(SocketService<SurveyProvider> provider, Ticket ticket, Customer customer, String language) {
        Answer<Survey> form =
                calls.ask(provider, LIMIT, one -> SurveyForms.checked(one.survey(ticket, customer, language)));
        if (form instanceof Answer.Given<Survey> given) {
            return given.value();
        }
        throw new IllegalStateException(provider.plugin() + " brings no form: " + form);
    }
}
