package io.switchboard.core.desk.verification;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.api.verification.Verifications.Outcome;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.store.StoreTestbed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Asking and reminding the customer, and closing what they do not answer (VE1, VE2). */
class VerificationTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Answer YES = new Answer(true, null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private VerificationBench bench;
    private DeskBench desk;

    @BeforeEach
    void begin() throws IOException {
        bench = new VerificationBench(STORE, data);
        desk = bench.desk;
    }

    @Test
    void whoeverWroteAnythingIsNotReminded() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        desk.say(bench.customer, ticket, MessageKind.CUSTOMER, "Thanks!");
        assertThat(bench.ask(ticket, true)).isEqualTo(Outcome.OVER);
    }

    @Test
    void whatStandsAsideIsNeitherAskedAboutNorClosed() {
        for (Disposition aside : List.of(Disposition.SPAM, Disposition.TRASH)) {
            Ticket ticket = bench.resolved();
            desk.dispose.handle(bench.plugin, ticket.id(), Precondition.any(), aside, null);
            assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.OVER);
            assertThat(bench.ask(ticket, true)).isEqualTo(Outcome.OVER);
            assertThat(bench.close.handle(bench.plugin, ticket.id(), 0)).isEqualTo(Outcome.OVER);
        }
        assertThat(bench.letters).isEmpty();
    }

    @Test
    void onlyWhoAskedForHelpMayAnswer() {
        Ticket ticket = bench.resolved();
        Caller stranger = desk.customer();
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.answers.handle(stranger, ticket.id(), YES));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.answers.handle(desk.administrator(), ticket.id(), YES));
        assertThat(bench.answers
                        .handle(bench.customer, ticket.id(), YES)
                        .progress()
                        .status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void anAgentWhoClosesSaysHowItWasVerified() {
        Ticket ticket = bench.resolved();
        Ticket closed = verified(ticket, Status.CLOSED, VerificationMethod.TEST);
        assertThat(closed.resolution())
                .extracting(Resolution::verification, Resolution::summary)
                .containsExactly(VerificationMethod.TEST, "new rollers");
        refused(ErrorCode.INVALID_FIELD, () -> verified(ticket, Status.REOPENED, VerificationMethod.TEST));
    }

    @Test
    void silenceIsNoConfirmationThoughAnAgentTestedIt() {
        Ticket ticket = desk.openIn(bench.customer, Status.ASSIGNED);
        Resolution tested =
                new Resolution(ResolutionKind.FIX, "new rollers", null, null, VerificationMethod.TEST, null);
        desk.transition.handle(
                bench.plugin,
                new TransitionTicket.Command(ticket.id(), Precondition.any(), Status.RESOLVED, null, tested, null));
        assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.DONE);
        bench.close.handle(bench.plugin, ticket.id(), 0);
        assertThat(desk.now(ticket.id()).resolution())
                .extracting(Resolution::verification, Resolution::closure)
                .containsExactly(VerificationMethod.TEST, ClosureReason.NOT_CONFIRMED);
    }

    @Test
    void withoutACourierNothingIsSentAndNoTokenKept() {
        desk.registry.services(Courier.class).forEach(desk.registry::remove);
        Ticket ticket = bench.resolved();
        assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.NOT_REACHED);
        assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.BEFORE);
    }

    @Test
    void aPurgedTicketTakesWhatWasAskedAlong() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        desk.dispose.handle(bench.plugin, ticket.id(), Precondition.any(), Disposition.TRASH, null);
        desk.purge.handle(bench.plugin, ticket.id(), Precondition.any());
        assertThat(STORE.transactions().<Boolean>read(() -> bench.store.asked(ticket.id(), 0, "question")))
                .isFalse();
    }

    private Ticket verified(Ticket ticket, Status to, VerificationMethod verification) {
        return desk.transition.handle(
                bench.plugin,
                new TransitionTicket.Command(
                        ticket.id(), Precondition.any(), to, null, null, null, verification, null));
    }
}
