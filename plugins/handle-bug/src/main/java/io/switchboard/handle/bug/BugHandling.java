package io.switchboard.handle.bug;

import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.Ticket;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Marks tickets about defects, after security incidents and important customers. It decides nothing: whether it is a defect is
 * confirmed by an agent, and only then does something happen.
 */
@Component(service = SpecialHandling.class)
@SwitchboardPlugin(socket = "SpecialHandling")
public final class BugHandling implements SpecialHandling {
    private static final int PRECEDENCE = 300;

    private final BugRules rules;

    /** Takes the rules. */
    @Activate
    public BugHandling(@Reference BugRules rules) {
        this.rules = rules;
    }

    @Override
    public String mark() {
        return BugRules.MARK;
    }

    @Override
    public int precedence() {
        return PRECEDENCE;
    }

    @Override
    public Optional<HandlingAdvice> judge(HandlingQuestion question) {
        Ticket ticket = question.ticket();
        if (rules.isAboutADefect(ticket.classification())) {
            return advice("Its category is about defects");
        }
        return rules.isConfirmed(ticket) ? advice("It is called a confirmed defect") : Optional.empty();
    }

    private static Optional<HandlingAdvice> advice(String reason) {
        return Optional.of(new HandlingAdvice(reason, false, null, false, null, null));
    }
}
