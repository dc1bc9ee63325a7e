package io.switchboard.core.desk.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Customer;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Survey.Kind;
import io.switchboard.api.survey.Survey.Question;
import io.switchboard.api.survey.Survey.Scale;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.survey.SurveySelection;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.DeliverOutgoing;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.work.ChangeTasks;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.people.directory.StoredDirectory;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.store.outgoing.SqlOutgoingStore;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlOrganizationStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.survey.SqlSurveyStore;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.triage.SqlStaffStore;
import io.switchboard.core.web.PublicAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Surveys on a real store, with a courier that notes down what it is handed, for tests. */
final class SurveyBench {
    static final String ADDRESS = "192.0.2.1";
    private static final Pattern TOKEN =
            Pattern.compile("https://desk\\.example\\.org/survey/([\\w-]{43})\\?score=\\d+\\s");

    final List<OutgoingMessage> letters = new ArrayList<>();
    final DeskBench desk;
    final Caller customer;
    final SqlSurveyStore store;
    final SurveyPolicies policies;
    final InviteToSurvey invite;
    final AnswerSurvey answers;
    final SurveyByLink links;
    final FollowUpOnScore followUp;
    final ReadSurveys read;
    final ChangeTasks tasks;
    final SocketService<SurveyProvider> provider;
    private final DeliverOutgoing deliver;

    SurveyBench(StoreTestbed testbed, Path data) throws IOException {
        desk = new DeskBench(testbed);
        customer = desk.customer();
        var transactions = testbed.transactions();
        var mappers = testbed.mappers();
        store = new SqlSurveyStore(mappers);
        var teams = new SqlTeamStore(mappers);
        policies = new SurveyPolicies(
                transactions, new DeskSettings(transactions, desk.settings, desk.audit), teams, desk.persons);
        var choice = new SurveyChoice(desk.registry, desk.calls);
        var outgoing = new SqlOutgoingStore(mappers);
        var vault = new Vault(data);
        var couriers = new Couriers(new DeliveryHold(desk.settings), desk.registry, desk.calls);
        invite = new InviteToSurvey(
                transactions,
                desk.changes,
                desk.read,
                new Closures(desk.lifecycle, desk.clock),
                choice,
                policies,
                store,
                new StoredDirectory(
                        transactions,
                        desk.persons,
                        teams,
                        new SqlOrganizationStore(mappers),
                        new SqlStaffStore(mappers)),
                couriers,
                new Outgoing(transactions, outgoing, desk.timers, desk.clock, vault, testbed.ids()),
                testbed.ids(),
                desk.clock,
                PublicAddress.of("https://desk.example.org"));
        answers = new AnswerSurvey(transactions, desk.changes, desk.read, new Invitations(policies, desk.clock), store);
        links = new SurveyByLink(transactions, store, choice, desk.read, answers, new SignInBudget());
        tasks = new ChangeTasks(
                transactions,
                desk.changes,
                desk.read,
                desk.joined,
                desk.tasks,
                desk.persons,
                desk.notify,
                testbed.ids());
        followUp = new FollowUpOnScore(
                transactions,
                desk.changes,
                policies,
                new TeamLeads(teams, desk.persons, new SqlAccessStore(mappers)),
                store,
                tasks,
                desk.transition,
                desk.lifecycle);
        read = new ReadSurveys(transactions, desk.read, store, choice, desk.tickets);
        deliver = new DeliverOutgoing(transactions, outgoing, desk.timers, desk.clock, vault, couriers, desk.calls);
        desk.registry.add(Courier.class, "carrier", new NotingCourier(letters), Map.of());
        provider = desk.registry.add(SurveyProvider.class, "survey-test", new Stars("1", 2), Map.of());
        select(question -> Optional.of("stars"));
    }

    SocketService<SurveySelection> select(SurveySelection selection) {
        return desk.registry.add(SurveySelection.class, "select-test", selection, Map.of());
    }

    Ticket closed() {
        return desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED, Status.CLOSED);
    }

    /** Tells of a closing as often as a feed may. */
    void told(Ticket ticket) {
        invite.handle(ticket.id());
        invite.handle(ticket.id());
    }

    void scoreIsTold(Ticket ticket) {
        for (int times = 0; times < 2; times++) {
            new SurveyFollowUps(followUp)
                    .react(desk.events(ticket.id()).stream()
                            .filter(event -> event.type() == EventType.SURVEY_CHANGED)
                            .toList());
        }
    }

    List<SurveyRow> rows(Ticket ticket) {
        return desk.testbed.transactions().read(() -> store.of(ticket.id()));
    }

    List<String> happened(Ticket ticket) {
        return desk.events(ticket.id()).stream()
                .filter(event -> event.type() == EventType.SURVEY_CHANGED)
                .map(TicketEvent::data)
                .map(data -> String.valueOf(data.get("happened")))
                .toList();
    }

    /** Has what waits delivered, and returns the token of the last letter. */
    String token() {
        Set.copyOf(desk.timers.due.keySet()).stream()
                .filter(timer -> timer.startsWith("deliver-outgoing "))
                .forEach(timer -> {
                    desk.timers.due.remove(timer);
                    deliver.ring(timer.substring("deliver-outgoing ".length()), desk.clock.now());
                });
        String text = letters.get(letters.size() - 1).text();
        Matcher token = TOKEN.matcher(text);
        assertThat(token.find()).as(text).isTrue();
        return token.group(1);
    }

    static Map<String, String> stars(int stars) {
        return Map.of("stars", Integer.toString(stars));
    }

    /** A survey of stars. */
    record Stars(String edition, int low) implements SurveyProvider {
        @Override
        public String id() {
            return "stars";
        }

        @Override
        public Survey survey(Ticket ticket, Customer customer, String language) {
            return new Survey(
                    edition,
                    language.equals("de") ? "de" : "en",
                    "How was it?",
                    List.of(
                            new Question("stars", "How many?", Kind.STARS, true, "bad", "good"),
                            new Question("words", "Why?", Kind.TEXT, false, null, null)),
                    new Scale("stars", low, 4));
        }
    }

    private record NotingCourier(List<OutgoingMessage> letters) implements Courier {
        @Override
        public String channel() {
            return "email";
        }

        @Override
        public boolean reaches(Address address) {
            return true;
        }

        @Override
        public Receipt deliver(OutgoingMessage message) {
            letters.add(message);
            return new Receipt.Accepted(message.id().toString());
        }
    }
}
