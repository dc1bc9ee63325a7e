package io.switchboard.core.rest.engine;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.triage.Explanation;
import io.switchboard.core.triage.PluginFailure;
import io.switchboard.core.triage.WhatIf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who would have got which ticket.
 *
 * @param replayed how many tickets were replayed
 * @param complete whether there was time for all
 * @param changed how many would have gone to somebody else than by the present weights
 * @param tickets in the order of their opening
 * @param agents how many of them each agent has, would have got by the present weights, and by the others
 * @param failures plugins that did not answer, and how often
 */
public record WhatIfView(
        int replayed,
        boolean complete,
        int changed,
        List<OutcomeView> tickets,
        List<ShareView> agents,
        List<FailedView> failures) {
    /** Somebody. */
    public record AgentName(String id, String name) {}

    /** To whom a ticket would have gone, or null for the queue, and why. */
    public record ChoiceView(@Nullable AgentName agent, String reason) {
        static ChoiceView of(Explanation why) {
            return new ChoiceView(name(why), why.reason());
        }
    }

    /** A ticket, with who has it, to whom it would have gone by the present weights, and by the others. */
    public record OutcomeView(
            String id,
            String number,
            String subject,
            @Nullable String team,
            Instant openedAt,
            @Nullable AgentName assignee,
            ChoiceView before,
            ChoiceView after) {
        static OutcomeView of(WhatIf.Outcome outcome) {
            Ticket ticket = outcome.ticket();
            Ticket.TeamReference team = ticket.team();
            return new OutcomeView(
                    ticket.id().toString(),
                    ticket.number(),
                    ticket.subject(),
                    team == null ? null : team.id().toString(),
                    ticket.createdAt(),
                    name(ticket.assignee()),
                    ChoiceView.of(outcome.before()),
                    ChoiceView.of(outcome.after()));
        }
    }

    /** How many of the tickets an agent has, and would have got. */
    public record ShareView(AgentName agent, int has, int before, int after) {}

    /** A plugin that did not answer. */
    public record FailedView(String plugin, String socket, String message, int times) {}

    static WhatIfView of(WhatIf.Result result) {
        List<OutcomeView> tickets =
                result.outcomes().stream().map(OutcomeView::of).toList();
        long changed = tickets.stream()
                .filter(ticket ->
                        !Objects.equals(ticket.before().agent(), ticket.after().agent()))
                .count();
        return new WhatIfView(
                tickets.size(),
                result.complete(),
                (int) changed,
                tickets,
                shares(tickets),
                failures(result.failures()));
    }

    private static @Nullable AgentName name(@Nullable PersonReference person) {
        return person == null ? null : new AgentName(person.id().toString(), person.name());
    }

    private static @Nullable AgentName name(Explanation why) {
        PersonId agent = why.agent();
        return why.candidates().stream()
                .filter(candidate -> candidate.agent().equals(agent))
                .findFirst()
                .map(candidate -> new AgentName(candidate.agent().toString(), candidate.name()))
                .orElse(null);
    }

    private static List<ShareView> shares(List<OutcomeView> tickets) {
        Map<String, ShareView> shares = new TreeMap<>();
        for (OutcomeView ticket : tickets) {
            count(shares, ticket.assignee(), 1, 0, 0);
            count(shares, ticket.before().agent(), 0, 1, 0);
            count(shares, ticket.after().agent(), 0, 0, 1);
        }
        return shares.values().stream()
                .sorted(Comparator.comparing((ShareView share) -> share.agent().name())
                        .thenComparing(share -> share.agent().id()))
                .toList();
    }

    private static void count(
            Map<String, ShareView> shares, @Nullable AgentName agent, int has, int before, int after) {
        if (agent != null) {
            shares.merge(
                    agent.id(),
                    new ShareView(agent, has, before, after),
                    (one, other) -> new ShareView(
                            one.agent(),
                            one.has() + other.has(),
                            one.before() + other.before(),
                            one.after() + other.after()));
        }
    }

    private static List<FailedView> failures(List<PluginFailure> failures) {
        Map<String, FailedView> views = new LinkedHashMap<>();
        for (PluginFailure failure : failures) {
            views.merge(
                    failure.plugin() + " " + failure.socket(),
                    new FailedView(failure.plugin(), failure.socket(), failure.message(), 1),
                    (one, other) ->
                            new FailedView(one.plugin(), one.socket(), one.message(), one.times() + other.times()));
        }
        return new ArrayList<>(views.values());
    }
}
