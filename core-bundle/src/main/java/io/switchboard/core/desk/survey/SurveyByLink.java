package io.switchboard.core.desk.survey;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.survey.Surveys.Invitation;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the link of a letter is good for: looking at what is asked, as often as one likes, and answering, which counts once.
 * Whatever is wrong with a link that leads nowhere, the answer is the same; whoever tries many of them has to wait.
 */
@Component(service = SurveyByLink.class)
public final class SurveyByLink {
    private static final String CHANNEL = "survey";
    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final SurveyStore store;
    private final SurveyChoice choice;
    private final ReadTicket read;
    private final AnswerSurvey answers;
    private final SignInBudget budget;

    /** Makes the use case. */
    @Activate
    public SurveyByLink(
            @Reference Transactions transactions,
            @Reference SurveyStore store,
            @Reference SurveyChoice choice,
            @Reference ReadTicket read,
            @Reference AnswerSurvey answers,
            @Reference SignInBudget budget) {
        this.transactions = transactions;
        this.store = store;
        this.choice = choice;
        this.read = read;
        this.answers = answers;
        this.budget = budget;
    }

    /** What the holder of a link is asked, and about which ticket. */
    public record Asked(Ticket ticket, Invitation invitation) {}

    /**
     * Shows what is asked, and changes nothing.
     *
     * @throws SwitchboardException with {@code link-not-valid}, {@code policy-refused} or {@code too-many-requests}
     */
    public Asked look(String token, String address) {
        return budget.guessing(address, () -> {
            SurveyRow row = find(token);
            Caller caller = caller(row, address);
            Invitation invitation = answers.look(caller, row);
            return new Asked(read.ticket(caller, row.ticketId()), invitation);
        });
    }

    /**
     * Takes an answer, or a correction of one.
     *
     * @throws SwitchboardException with {@code link-not-valid}, {@code policy-refused}, {@code too-many-requests} or {@code
     *     invalid-field}
     */
    public Asked answer(String token, Map<String, String> given, String address) {
        return budget.guessing(address, () -> {
            SurveyRow row = find(token);
            Caller caller = caller(row, address);
            Invitation answered = answers.handle(caller, row.id(), row.ticketId(), given);
            return new Asked(read.ticket(caller, row.ticketId()), answered);
        });
    }

    private static Caller caller(SurveyRow row, String address) {
        return Caller.link(row.ticketId(), row.person(), CHANNEL).at(address);
    }

    private SurveyRow find(String token) {
        Optional<SurveyRow> found = token.isEmpty() || token.length() > LONGEST
                ? Optional.empty()
                : transactions.read(() -> store.byToken(Secrets.hash(token)));
        return found.orElseThrow(() -> choice.installed() || transactions.read(store::any)
                ? LinkTokens.invalid()
                : SurveyChoice.notInstalled());
    }
}
