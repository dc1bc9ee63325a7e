package io.switchboard.core.desk.verification;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.api.verification.Verifications.Outcome;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.store.StoreTestbed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the customer says by the link of a letter (VE1, VE3). */
class VerificationByLinkTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Answer YES = new Answer(true, null);
    private static final Answer NO = new Answer(false, "It smokes again");

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
    void theCustomerIsAskedOnceAndYesClosesTheTicketAsConfirmed() {
        Ticket ticket = bench.resolved();
        assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.DONE);
        assertThat(bench.ask(ticket, false)).isEqualTo(Outcome.BEFORE);
        String token = bench.token(ticket);
        assertThat(bench.letters).hasSize(1);
        assertThat(bench.letters.get(0).text()).contains(ticket.number(), "new rollers");
        assertThat(bench.links.look(token, VerificationBench.ADDRESS).ticket().number())
                .isEqualTo(ticket.number());

        Ticket closed = bench.links.answer(token, new Answer(true, "It prints, thank you"), VerificationBench.ADDRESS);

        assertThat(closed.progress().status()).isEqualTo(Status.CLOSED);
        assertThat(closed.resolution())
                .extracting(Resolution::verification, Resolution::closure)
                .containsExactly(VerificationMethod.CONFIRMATION, ClosureReason.CONFIRMED);
        assertThat(desk.happened(ticket.id()))
                .containsSubsequence(
                        EventType.VERIFICATION_ASKED,
                        EventType.VERIFICATION_ANSWERED,
                        EventType.MESSAGE_RECEIVED,
                        EventType.TICKET_CLOSED);
        assertThat(bench.said(ticket)).contains("It prints, thank you");
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(token, NO, VerificationBench.ADDRESS));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look(token, VerificationBench.ADDRESS));
    }

    @Test
    void noOpensTheTicketAgainWithWhatTheCustomerSays() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String token = bench.token(ticket);
        Ticket reopened = bench.links.answer(token, NO, VerificationBench.ADDRESS);
        assertThat(reopened.progress().status()).isEqualTo(Status.REOPENED);
        assertThat(reopened.progress().reopenings()).isEqualTo(1);
        assertThat(bench.said(ticket)).contains("It smokes again");
        assertThat(bench.ask(ticket, true)).isEqualTo(Outcome.OVER);
        assertThat(bench.close.handle(bench.plugin, ticket.id(), 0)).isEqualTo(Outcome.OVER);
    }

    @Test
    void aLinkOfAnEarlierTimeIsVoidOnceTheTicketWasSolvedAgain() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String old = bench.token(ticket);
        desk.move(desk.move(ticket, Status.REOPENED), Status.RESOLVED);
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look(old, VerificationBench.ADDRESS));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(old, YES, VerificationBench.ADDRESS));
        assertThat(desk.now(ticket.id()).progress().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void theReminderHasALinkOfItsOwnAndBothAreUsedUpTogether() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String first = bench.token(ticket);
        assertThat(bench.ask(ticket, true)).isEqualTo(Outcome.DONE);
        assertThat(bench.ask(ticket, true)).isEqualTo(Outcome.BEFORE);
        String second = bench.token(ticket);
        assertThat(second).isNotEqualTo(first);
        bench.links.look(first, VerificationBench.ADDRESS);
        bench.links.answer(second, YES, VerificationBench.ADDRESS);
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(first, YES, VerificationBench.ADDRESS));
    }

    @Test
    void aLateNoOpensAClosedTicketAgainUntilTheLinkExpires() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String token = bench.token(ticket);
        bench.close.handle(bench.plugin, ticket.id(), 0);
        desk.clock.moveBy(Duration.ofDays(13));
        bench.links.look(token, VerificationBench.ADDRESS);
        desk.clock.moveBy(Duration.ofDays(2));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(token, NO, VerificationBench.ADDRESS));
    }

    @Test
    void whereAGuardLacksSomethingTheYesIsKeptAndTheTicketWaits() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String token = bench.token(ticket);
        var guard = desk.registry.add(
                TransitionGuard.class,
                "tasks",
                question -> GuardVerdict.refuse("task-open", "Finish the tasks", null),
                Map.of());
        Ticket waiting = bench.links.answer(token, YES, VerificationBench.ADDRESS);
        assertThat(waiting.progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(waiting.resolution())
                .extracting(Resolution::verification, Resolution::closure)
                .containsExactly(VerificationMethod.CONFIRMATION, null);
        assertThat(desk.events(ticket.id()).stream()
                        .flatMap(event -> event.changes().stream())
                        .map(change -> String.valueOf(change.after())))
                .anyMatch(text -> text.contains("Finish the tasks"));
        refused(ErrorCode.GUARD_REFUSED, () -> bench.close.handle(bench.plugin, ticket.id(), 0));
        desk.registry.remove(guard);
        bench.close.handle(bench.plugin, ticket.id(), 0);
        assertThat(desk.now(ticket.id()).resolution())
                .extracting(Resolution::closure)
                .isEqualTo(ClosureReason.CONFIRMED);
    }

    @Test
    void whoeverTriesManyLinksHasToWait() {
        for (int number = 0; number < 50; number++) {
            String guess = "guess-" + number;
            refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(guess, YES, VerificationBench.ADDRESS));
        }
        refused(ErrorCode.TOO_MANY_REQUESTS, () -> bench.links.look("guess", VerificationBench.ADDRESS));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look("guess", "192.0.2.2"));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look("", "192.0.2.2"));
    }

    @Test
    void silenceClosesAsNotConfirmedAndALateAnswerStillCounts() {
        Ticket ticket = bench.resolved();
        bench.ask(ticket, false);
        String token = bench.token(ticket);
        assertThat(bench.close.handle(bench.plugin, ticket.id(), 0)).isEqualTo(Outcome.DONE);
        assertThat(bench.close.handle(bench.plugin, ticket.id(), 0)).isEqualTo(Outcome.OVER);
        assertThat(desk.now(ticket.id()).resolution())
                .extracting(Resolution::closure)
                .isEqualTo(ClosureReason.NOT_CONFIRMED);
        Ticket late = bench.links.answer(token, YES, VerificationBench.ADDRESS);
        assertThat(late.progress().status()).isEqualTo(Status.CLOSED);
        assertThat(late.resolution()).extracting(Resolution::closure).isEqualTo(ClosureReason.CONFIRMED);
    }
}
