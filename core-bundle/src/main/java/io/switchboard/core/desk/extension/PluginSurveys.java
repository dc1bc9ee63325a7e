package io.switchboard.core.desk.extension;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.survey.Surveys;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.survey.AnswerSurvey;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Surveys in the name of one plugin, for the persons that it knows. */
@Component(service = Surveys.class, scope = ServiceScope.BUNDLE)
public final class PluginSurveys implements Surveys {
    private static final Set<ErrorCode> NOT_ASKED =
            EnumSet.of(ErrorCode.LINK_NOT_VALID, ErrorCode.POLICY_REFUSED, ErrorCode.NOT_FOUND);

    private final PluginCaller caller;
    private final String plugin;
    private final AnswerSurvey surveys;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginSurveys(ComponentContext context, @Reference DeskUseCases desk, @Reference AnswerSurvey surveys) {
        this.plugin = context.getUsingBundle().getSymbolicName();
        this.caller = new PluginCaller(plugin, false, desk);
        this.surveys = surveys;
    }

    @Override
    public Optional<Invitation> invitation(TicketId ticket, PersonId person) {
        try {
            return Optional.of(surveys.look(caller.onBehalfOf(person, plugin), ticket));
        } catch (SwitchboardException refusal) {
            if (NOT_ASKED.contains(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public Invitation answer(TicketId ticket, PersonId person, Map<String, String> answers, String channel) {
        return surveys.handle(caller.onBehalfOf(person, channel), ticket, answers);
    }
}
