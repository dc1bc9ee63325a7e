package io.switchboard.handle.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.api.tracker.IssueTracker.State;
import io.switchboard.testkit.data.Samples;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the word of an agent to the word of the tracker (SP3). */
class ConfirmedDefectTest {
    private final BugBench bench = BugBench.usual();
    private final Ticket ticket = bench.there(bench.inWork(1));

    @Test
    void aConfirmedDefectIsReportedOnceAndWaitsAtDevelopmentForTheTracker() throws Exception {
        bench.confirm(ticket);
        bench.happens(ticket, EventType.TICKET_ASSIGNED, null, Map.of());
        bench.settle();
        assertThat(bench.trackers.reported()).singleElement().satisfies(report -> {
            assertThat(report.title()).isEqualTo("Export of an empty list crashes");
            assertThat(report.body())
                    .startsWith("Always.")
                    .contains("* Ticket: " + ticket.number() + " of https://desk.example");
        });
        Ticket waiting = bench.now(ticket);
        assertThat(waiting.progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
        assertThat(waiting.team()).extracting(TeamReference::name).isEqualTo("Development");
        assertThat(waiting.tags()).contains("bug");
        assertThat(waiting.fields()).containsEntry("bugReport", new FieldValue.Text("github-1"));
        assertThat(bench.notes(ticket))
                .singleElement()
                .asString()
                .contains("github-1", "https://tracker.example/github-1");
    }

    @Test
    void whatTheTrackerRepairedComesBackToWhoHadItWithWord() throws Exception {
        bench.confirm(ticket);
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        Ticket back = bench.now(ticket);
        assertThat(back.progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(back.team()).isEqualTo(ticket.team());
        assertThat(back.assignee()).isEqualTo(ticket.assignee());
        assertThat(bench.notes(ticket)).last().asString().contains("it is repaired", "'fixed'", "github-1");
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.notes(ticket)).hasSize(2);
    }

    @Test
    void whatTheTrackerDeclinedOrLostComesBackToo() throws Exception {
        bench.confirm(ticket);
        bench.trackers.decide("github-1", State.IN_PROGRESS);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
        assertThat(bench.desk.remarks(ticket.id())).last().asString().contains("in_progress");
        bench.trackers.decide("github-1", State.DECLINED);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(bench.notes(ticket)).last().asString().contains("will not be repaired");

        Ticket other = bench.there(bench.inWork(2));
        bench.confirm(other);
        bench.trackers.forget("github-2");
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.now(other).progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(bench.notes(other)).last().asString().contains("gone from the tracker");
    }

    @Test
    void whatTheTrackerTakesUpAgainIsToldAndMovedByNobody() throws Exception {
        bench.confirm(ticket);
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        bench.trackers.decide("github-1", State.OPEN);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.notes(ticket)).last().asString().contains("taken github-1 up again");
        assertThat(bench.now(ticket).progress().status()).isEqualTo(Status.IN_PROGRESS);
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.notes(ticket)).hasSize(4).last().asString().contains("it is repaired");
    }

    @Test
    void nobodyIsAskedAboutAReportOfWhichAllTicketsAreSolvedUntilOneIsReopened() throws Exception {
        bench.confirm(ticket);
        bench.desk.transition(ticket.id(), Status.RESOLVED, null, null);
        bench.pass(Duration.ofMinutes(15));
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.notes(ticket)).hasSize(1);
        bench.desk.transition(ticket.id(), Status.REOPENED, null, null);
        bench.happens(ticket, EventType.TICKET_REOPENED, null, Map.of());
        bench.settle();
        assertThat(bench.notes(ticket)).last().asString().contains("it is repaired");
    }

    @Test
    void aTicketOfTheSameReportJoinsItAndBothComeBack() throws Exception {
        bench.confirm(ticket);
        Ticket second = bench.there(bench.inWork(2));
        bench.name(second, "https://tracker.example/github-1");
        bench.confirm(second);
        assertThat(bench.trackers.reported()).hasSize(1);
        assertThat(bench.trackers.comments()).singleElement().asString().contains("github-1: ", second.number());
        assertThat(bench.now(second).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
        assertThat(bench.now(second).fields()).containsEntry("bugReport", new FieldValue.Text("github-1"));
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        for (Ticket one : new Ticket[] {ticket, second}) {
            assertThat(bench.now(one).progress().status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(bench.notes(one)).last().asString().contains("it is repaired");
        }
    }

    @Test
    void aDuplicateAndTheOtherReportsOfOneIncidentJoinTheFirst() throws Exception {
        bench.confirm(ticket);
        Ticket duplicate = bench.there(bench.inWork(2));
        bench.links.add(new TicketLink(LinkKind.DUPLICATE, duplicate.id(), ticket.id()));
        Ticket incident = bench.there(bench.inWork(3));
        Ticket sibling = bench.there(bench.inWork(4));
        bench.links.add(new TicketLink(LinkKind.PARENT, ticket.id(), incident.id()));
        bench.links.add(new TicketLink(LinkKind.PARENT, sibling.id(), incident.id()));
        bench.confirm(duplicate);
        bench.confirm(sibling);
        assertThat(bench.trackers.reported()).hasSize(1);
        Ticket related = bench.there(bench.inWork(5));
        bench.links.add(new TicketLink(LinkKind.RELATED, related.id(), ticket.id()));
        bench.confirm(related);
        assertThat(bench.trackers.reported()).hasSize(2);
    }

    @Test
    void whatIsMergedIntoATicketMakesItOneOfTheDefect() throws Exception {
        bench.confirm(ticket);
        Ticket survivor = bench.there(bench.inWork(2));
        bench.happens(
                survivor,
                EventType.TICKET_MERGED,
                null,
                Map.of("from", ticket.id().toString()));
        bench.settle();
        assertThat(bench.trackers.reported()).hasSize(1);
        assertThat(bench.now(survivor).tags()).contains(BugBench.TAG);
        assertThat(bench.now(survivor).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
    }

    @Test
    void anAgentMovesATicketToAnotherReportByNamingIt() throws Exception {
        bench.confirm(ticket);
        Ticket second = bench.there(bench.inWork(2));
        bench.confirm(second);
        bench.name(second, "github-1");
        bench.settle();
        assertThat(bench.member(second.id()).defect())
                .isEqualTo(bench.member(ticket.id()).defect());
    }

    @Test
    void aReportThatNoTrackerKnowsIsAskedForAndNothingIsReported() throws Exception {
        bench.name(ticket, "github-99");
        bench.confirm(ticket);
        assertThat(bench.trackers.reported()).isEmpty();
        assertThat(bench.desk.remarks(ticket.id())).singleElement().asString().contains("No tracker knows");
        bench.name(ticket, "");
        bench.settle();
        assertThat(bench.trackers.reported()).hasSize(1);
    }

    @Test
    void whoConfirmsAKnownDefectThatIsRepairedIsToldSoAndKeepsTheTicket() throws Exception {
        bench.confirm(ticket);
        bench.trackers.decide("github-1", State.FIXED);
        bench.pass(Duration.ofMinutes(15));
        Ticket second = bench.there(bench.inWork(2));
        bench.name(second, "github-1");
        bench.confirm(second);
        assertThat(bench.now(second).progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(bench.now(second).team()).isEqualTo(second.team());
        assertThat(bench.notes(second)).singleElement().asString().contains("The defect is known", "repaired");
    }

    @Test
    void aTicketThatNobodyHadWaitsAsSoonAsItCan() throws Exception {
        Ticket fresh = bench.there(bench.inWork(2).status(Status.NEW));
        bench.confirm(fresh);
        assertThat(bench.now(fresh).progress().status()).isEqualTo(Status.NEW);
        bench.desk.transition(fresh.id(), Status.ASSIGNED, null, null);
        bench.happens(fresh, EventType.TICKET_ASSIGNED, null, Map.of());
        bench.settle();
        assertThat(bench.now(fresh).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
        bench.desk.transition(fresh.id(), Status.IN_PROGRESS, "I go on", null);
        bench.happens(fresh, EventType.TICKET_ASSIGNED, null, Map.of());
        bench.pass(Duration.ofMinutes(15));
        assertThat(bench.now(fresh).progress().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aConfidentialTicketIsReportedOnlyOnExplicitWordAndStaysWithItsTeam() throws Exception {
        Ticket secret = bench.there(bench.inWork(2).confidential());
        bench.confirm(secret);
        assertThat(bench.trackers.reported()).isEmpty();
        assertThat(bench.desk.remarks(secret.id())).singleElement().asString().contains("'report-confidential'");
        bench.tag(secret, "report-confidential", true);
        bench.settle();
        assertThat(bench.trackers.reported()).hasSize(1);
        assertThat(bench.now(secret).team()).isEqualTo(secret.team());
        assertThat(bench.now(secret).progress().status()).isEqualTo(Status.WAITING_FOR_THIRD_PARTY);
        Ticket another = bench.there(bench.inWork(3).confidential().tags("report-confidential"));
        bench.name(another, "github-1");
        bench.confirm(another);
        assertThat(bench.trackers.comments()).isEmpty();
    }

    @Test
    void nothingOfWhoTheCustomerIsGoesToTheTracker() throws Exception {
        var customer = Samples.customer(3).build();
        bench.directory.add(customer);
        Ticket told = bench.there(bench.inWork(2)
                .requester(customer)
                .subject("Call me back")
                .field(
                        "defect",
                        new FieldValue.Text("Crash for " + customer.name() + "\nThey wrote from " + customer.email()
                                + " and jörg.b+x@example.org")));
        bench.confirm(told);
        assertThat(bench.trackers.reported()).singleElement().satisfies(report -> {
            assertThat(report.title()).isEqualTo("Crash for [customer]");
            assertThat(report.body())
                    .contains("They wrote from [address] and [address]")
                    .doesNotContain("Call me back", told.description());
        });
    }

    @Test
    void partsOfANameAreTakenOutAndWordsThatReadLikeThemAreNot() throws Exception {
        var customer = Samples.customer(3).name("Will Lovelace").build();
        Ticket told = bench.there(bench.inWork(2)
                .requester(customer)
                .field("defect", new FieldValue.Text("It will crash, says Will; LOVELACE saw it, Willy did not")));
        bench.confirm(told);
        assertThat(bench.trackers.reported())
                .singleElement()
                .satisfies(report -> assertThat(report.title())
                        .isEqualTo("It will crash, says [customer]; [customer] saw it, Willy did not"));
    }

    @Test
    void customersWordsAreReportedIfTheSettingsSaySo() throws Exception {
        BugBench open =
                new BugBench(Map.of("customersWords", true, "severities", new String[] {"P1=Highest", "P3 = x"}));
        open.trackers.there("github", true);
        Ticket plain = open.there(
                Samples.ticket(1).subject("Export crashes, a@b.example").assignee(BugBench.ANN));
        open.confirm(plain);
        assertThat(open.trackers.reported()).singleElement().satisfies(report -> {
            assertThat(report.title()).isEqualTo("Export crashes, [address]");
            assertThat(report.severity())
                    .isEqualTo(plain.classification().priority().id().equals("P3") ? "x" : null);
        });
    }
}
