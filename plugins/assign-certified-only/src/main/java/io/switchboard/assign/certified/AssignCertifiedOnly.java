package io.switchboard.assign.certified;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.assign.certified.Validity.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Rules out whoever lacks a certificate that the ticket asks for, or let it run out (TR1). All others score 100, so that the
 * rule tells nobody apart whom it does not rule out. Of a ticket that asks for no certificate it has no opinion.
 */
@Component(service = {AssignmentRule.class, PluginHealth.class})
@Designate(ocd = CertifiedSettings.class)
@SwitchboardPlugin(socket = "AssignmentRule")
@SwitchboardPlugin(socket = "PluginHealth")
public final class AssignCertifiedOnly implements AssignmentRule, PluginHealth {
    private static final int ALLOWED = 100;
    private static final int NAMED = 3;

    private final Rules rules;
    private final Queues queues;
    private final Holders holders;
    private final Clock clock;

    /** Takes the settings. */
    @Activate
    public AssignCertifiedOnly(
            CertifiedSettings settings, @Reference Directory directory, @Reference PluginContext context) {
        this(Rules.read(settings), directory, context.clock());
    }

    AssignCertifiedOnly(Rules rules, Directory directory, Clock clock) {
        this.rules = rules;
        this.queues = new Queues(directory);
        this.holders = new Holders(directory, rules);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Certificates";
    }

    @Override
    public List<CandidateScore> score(AssignmentQuestion question) {
        List<String> asked = asked(question.ticket());
        if (asked.isEmpty()) {
            return List.of();
        }
        return question.candidates().stream()
                .map(candidate -> score(candidate.agent(), asked, question.now()))
                .toList();
    }

    @Override
    public State check() {
        return holders.check(clock.instant());
    }

    private List<String> asked(Ticket ticket) {
        Demands demands = rules.demands();
        Ticket.TeamReference team = demands.teams().isEmpty() ? null : ticket.team();
        return demands.of(ticket.classification().category(), team == null ? List.of() : queues.above(team));
    }

    private CandidateScore score(Agent agent, List<String> asked, Instant now) {
        List<String> holds = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (String certificate : asked) {
            Standing standing = rules.validity().of(agent, certificate, now);
            if (standing instanceof Standing.Holds held) {
                holds.add(held.until() == null ? certificate : certificate + " until " + held.until());
            } else {
                objections.add(objection(certificate, standing));
            }
        }
        return objections.isEmpty()
                ? CandidateScore.of(agent.id(), ALLOWED, "is certified: " + named(holds))
                : CandidateScore.veto(agent.id(), named(objections));
    }

    private static String objection(String certificate, Standing standing) {
        if (standing instanceof Standing.RanOut ranOut) {
            return "the certificate " + certificate + " ran out on " + ranOut.until();
        }
        return standing instanceof Standing.ToCome toCome
                ? "the certificate " + certificate + " is dated " + toCome.from() + ", which is still to come"
                : "lacks the certificate " + certificate;
    }

    private static String named(List<String> all) {
        int more = all.size() - NAMED;
        String first = all.stream().limit(NAMED).collect(Collectors.joining("; "));
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
