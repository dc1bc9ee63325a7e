package io.switchboard.core.desk.verification;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.people.Secrets;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.verification.VerificationRow;
import io.switchboard.core.store.verification.VerificationStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the link of a letter is good for: looking at what was solved, as often as one likes, and answering once (VE3).
 * Whatever is wrong with a link, the answer is the same; whoever tries many of them has to wait.
 */
@Component(service = VerificationByLink.class)
public final class VerificationByLink {
    private static final String CHANNEL = "verification";
    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final VerificationStore store;
    private final ReadTicket read;
    private final Rounds rounds;
    private final AnswerVerification answers;
    private final SignInBudget budget;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public VerificationByLink(
            @Reference Transactions transactions,
            @Reference VerificationStore store,
            @Reference ReadTicket read,
            @Reference Rounds rounds,
            @Reference AnswerVerification answers,
            @Reference SignInBudget budget,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.store = store;
        this.read = read;
        this.rounds = rounds;
        this.answers = answers;
        this.budget = budget;
        this.clock = clock;
    }

    /** What the holder of a link is asked about, and until when. */
    public record Asked(Ticket ticket, Instant expiresAt) {}

    /**
     * Shows what is asked, and changes nothing.
     *
     * @throws SwitchboardException with {@code link-not-valid} or {@code too-many-requests}
     */
    public Asked look(String token, String address) {
        return budget.guessing(address, () -> {
            VerificationRow row = find(token).orElseThrow(LinkTokens::invalid);
            Ticket ticket = ticket(row, address);
            if (!good(row, ticket) || !rounds.answerable(ticket, row.person())) {
                throw LinkTokens.invalid();
            }
            return new Asked(ticket, row.expiresAt());
        });
    }

    /**
     * Takes the answer, and uses up all links of the round.
     *
     * @throws SwitchboardException with {@code link-not-valid}, {@code too-many-requests} or {@code invalid-field}
     */
    public Ticket answer(String token, Answer answer, String address) {
        return budget.guessing(address, () -> {
            VerificationRow row = find(token).orElseThrow(LinkTokens::invalid);
            return answers.handle(
                    caller(row, address),
                    row.ticketId(),
                    answer,
                    ticket -> find(token).filter(found -> good(found, ticket)).isPresent());
        });
    }

    private Ticket ticket(VerificationRow row, String address) {
        try {
            return read.ticket(caller(row, address), row.ticketId());
        } catch (SwitchboardException refusal) {
            throw refusal.code() == ErrorCode.NOT_FOUND ? LinkTokens.invalid() : refusal;
        }
    }

    private static Caller caller(VerificationRow row, String address) {
        return Caller.link(row.ticketId(), row.person(), CHANNEL).at(address);
    }

    private static boolean good(VerificationRow row, Ticket ticket) {
        return row.reopenings() == ticket.progress().reopenings();
    }

    private Optional<VerificationRow> find(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        return transactions
                .read(() -> store.byToken(Secrets.hash(token)))
                .filter(row -> row.expiresAt().isAfter(clock.now()));
    }
}
