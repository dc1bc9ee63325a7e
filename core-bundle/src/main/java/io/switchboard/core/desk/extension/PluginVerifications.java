package io.switchboard.core.desk.extension;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.verification.Verifications;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.verification.AnswerVerification;
import io.switchboard.core.desk.verification.AskVerification;
import io.switchboard.core.desk.verification.CloseUnanswered;
import io.switchboard.core.desk.verification.Rounds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Verification in the name of one plugin. */
@Component(service = Verifications.class, scope = ServiceScope.BUNDLE)
public final class PluginVerifications implements Verifications {
    private final String plugin;
    private final PluginCallers callers;
    private final AskVerification ask;
    private final CloseUnanswered close;
    private final AnswerVerification answer;
    private final Rounds rounds;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginVerifications(
            ComponentContext context,
            @Reference PluginCallers callers,
            @Reference AskVerification ask,
            @Reference CloseUnanswered close,
            @Reference AnswerVerification answer,
            @Reference Rounds rounds) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.callers = callers;
        this.ask = ask;
        this.close = close;
        this.answer = answer;
        this.rounds = rounds;
    }

    @Override
    public Outcome ask(TicketId ticket, int reopenings, @Nullable Instant closesAt) {
        return ask.handle(on(ticket), ticket, new AskVerification.Question(reopenings, false, closesAt));
    }

    @Override
    public Outcome remind(TicketId ticket, int reopenings, @Nullable Instant closesAt) {
        return ask.handle(on(ticket), ticket, new AskVerification.Question(reopenings, true, closesAt));
    }

    @Override
    public Outcome close(TicketId ticket, int reopenings) {
        return close.handle(on(ticket), ticket, reopenings);
    }

    @Override
    public boolean mayAnswer(Ticket ticket, PersonId person) {
        return rounds.answerable(ticket, person);
    }

    @Override
    public Ticket answer(TicketId ticket, PersonId person, Answer said, String channel) {
        return answer.handle(caller().onBehalfOf(person, channel), ticket, said);
    }

    private Caller on(TicketId ticket) {
        return caller().on(ticket);
    }

    private PluginCaller caller() {
        return callers.of(plugin);
    }
}
