package io.switchboard.core.desk.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Customer;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.survey.SurveyRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whom the desk asks how it went, and how often (SU1, SU2). */
class SurveyInvitationTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private SurveyBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new SurveyBench(STORE, data);
    }

    @Test
    void aClosingThatIsToldTwiceBringsOneInvitationAndOneLetter() {
        Ticket ticket = bench.closed();
        bench.told(ticket);
        bench.token();
        assertThat(bench.letters).hasSize(1);
        assertThat(bench.letters.get(0).text()).contains(ticket.number(), "Printer", "5 (good): ", "1 (bad): ");
        assertThat(bench.rows(ticket)).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(SurveyRow.ASKED);
            assertThat(row.survey()).isEqualTo("stars");
            assertThat(row.sent()).isTrue();
        });
        assertThat(bench.happened(ticket)).containsExactly("asked");
    }

    @Test
    void nobodyIsAskedAboutWhatIsOpenSpamThrownAwayImportedADuplicateOrLongPast() {
        Ticket open = bench.desk.openIn(bench.customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket spam = aside(Disposition.SPAM);
        Ticket trash = aside(Disposition.TRASH);
        Ticket merged = aside(Disposition.MERGED);
        Ticket imported = bench.closed();
        bench.desk.sql("update ticket set imported = true where id = '" + imported.id() + "'");
        Ticket duplicate = bench.desk.openIn(bench.customer, Status.ASSIGNED, Status.RESOLVED);
        bench.desk.transition.handle(
                Caller.system("test"),
                new TransitionTicket.Command(
                        duplicate.id(),
                        Precondition.any(),
                        Status.CLOSED,
                        null,
                        null,
                        ClosureReason.DUPLICATE,
                        null,
                        null));
        for (Ticket ticket : new Ticket[] {open, spam, trash, merged, imported, duplicate}) {
            bench.told(ticket);
            assertThat(bench.rows(ticket)).isEmpty();
        }
        Ticket old = bench.closed();
        bench.desk.clock.moveBy(Duration.ofDays(8));
        bench.told(old);
        assertThat(bench.rows(old)).isEmpty();
    }

    @Test
    void whoHasNoAddressIsNotAsked() {
        Ticket ticket = bench.closed();
        bench.desk.sql("update person set email = null, email_key = null where id = '"
                + ticket.requester().id() + "'");
        bench.told(ticket);
        assertThat(bench.rows(ticket)).isEmpty();
    }

    @Test
    void aTicketThatIsClosedAgainBringsAnotherInvitationOnlyAfterAWhile() {
        Ticket ticket = bench.closed();
        bench.told(ticket);
        closedAgain(ticket);
        assertThat(bench.rows(ticket)).extracting(SurveyRow::outcome).containsExactly("asked_before", "asked");
        bench.desk.clock.moveBy(Duration.ofDays(31));
        closedAgain(ticket);
        assertThat(bench.rows(ticket)).extracting(SurveyRow::outcome).containsExactly("asked", "asked_before", "asked");
    }

    @Test
    void whoWasNotSelectedIsNotAskedWhenTheClosingIsToldAgain() {
        bench.desk.registry.services(SurveySelection.class).forEach(bench.desk.registry::remove);
        var nobody = bench.select(question -> Optional.empty());
        Ticket ticket = bench.closed();
        bench.told(ticket);
        bench.desk.registry.remove(nobody);
        bench.select(question -> Optional.of("stars"));
        bench.told(ticket);
        assertThat(bench.rows(ticket)).extracting(SurveyRow::outcome).containsExactly("not_selected");
        assertThat(bench.happened(ticket)).isEmpty();
    }

    @Test
    void whileAPluginStartsOrFailsTheDecisionWaits() {
        Ticket ticket = bench.closed();
        bench.desk.registry.remove(bench.provider);
        bench.desk.registry.miss("survey-test");
        assertThatThrownBy(() -> bench.invite.handle(ticket.id())).isInstanceOf(IllegalStateException.class);
        bench.desk.registry.missNobody();
        bench.invite.handle(ticket.id());
        assertThat(bench.rows(ticket)).isEmpty();
        var broken = bench.desk.registry.add(
                SurveyProvider.class, "survey-broken", new SurveyBench.Stars("no edition", 2), Map.of());
        assertThatThrownBy(() -> bench.invite.handle(ticket.id())).isInstanceOf(IllegalStateException.class);
        bench.desk.registry.remove(broken);
        bench.desk.registry.add(SurveyProvider.class, "survey-test", new SurveyBench.Stars("2", 2), Map.of());
        bench.told(ticket);
        assertThat(bench.rows(ticket)).extracting(SurveyRow::edition).containsExactly("2");
    }

    @Test
    void whoseSurveyDoesNotSayItsNameIsNotTakenForNotSelected() {
        Ticket ticket = bench.closed();
        bench.desk.registry.remove(bench.provider);
        bench.desk.registry.services(SurveySelection.class).forEach(bench.desk.registry::remove);
        bench.select(question -> question.surveys().stream().findFirst());
        var nameless = bench.desk.registry.add(SurveyProvider.class, "survey-test", new Nameless(), Map.of());
        assertThatThrownBy(() -> bench.invite.handle(ticket.id())).isInstanceOf(IllegalStateException.class);
        assertThat(bench.rows(ticket)).isEmpty();
        bench.desk.registry.remove(nameless);
        bench.desk.registry.add(SurveyProvider.class, "survey-test", new SurveyBench.Stars("1", 2), Map.of());
        bench.told(ticket);
        assertThat(bench.rows(ticket)).extracting(SurveyRow::outcome).containsExactly(SurveyRow.ASKED);
    }

    @Test
    void theLetterAndTheFormAreInTheLanguageOfTheCustomer() {
        bench.desk.sql("update person set language = 'de' where id = '"
                + Objects.requireNonNull(bench.customer.person()) + "'");
        Ticket ticket = bench.closed();
        bench.told(ticket);
        bench.token();
        assertThat(bench.letters.get(0).text()).contains("Ihre Anfrage " + ticket.number() + ", Printer, ist");
        assertThat(SurveyForms.of(bench.rows(ticket).get(0)))
                .extracting(Survey::language)
                .isEqualTo("de");
    }

    @Test
    void theLetterOfAConfidentialTicketTellsItsNumberAlone() {
        Ticket ticket = bench.closed();
        bench.desk.sql("update ticket set confidential = true where id = '" + ticket.id() + "'");
        bench.told(ticket);
        bench.token();
        assertThat(bench.letters.get(0).text()).contains(ticket.number()).doesNotContain("Printer");
    }

    private void closedAgain(Ticket ticket) {
        for (Status status : new Status[] {Status.REOPENED, Status.RESOLVED, Status.CLOSED}) {
            bench.desk.move(bench.desk.now(ticket.id()), status);
        }
        bench.told(ticket);
    }

    /** A survey whose plugin is lost. */
    private record Nameless() implements SurveyProvider {
        @Override
        public String id() {
            throw new IllegalStateException("lost");
        }

        @Override
        public Survey survey(Ticket ticket, Customer customer, String language) {
            throw new IllegalStateException("lost");
        }
    }

    private Ticket aside(Disposition disposition) {
        Ticket ticket = bench.closed();
        bench.desk.sql("update ticket set disposition = '" + disposition.id() + "' where id = '" + ticket.id() + "'");
        return ticket;
    }
}
