package io.switchboard.core.desk.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.verification.Verifications.Outcome;
import io.switchboard.core.access.Caller;
import io.switchboard.core.delivery.Couriers;
import io.switchboard.core.delivery.DeliverOutgoing;
import io.switchboard.core.delivery.Outgoing;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.conversation.ReopenWindow;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.people.SignInBudget;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.store.outgoing.SqlOutgoingStore;
import io.switchboard.core.store.verification.SqlVerificationStore;
import io.switchboard.core.web.PublicAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verification on a real store, with a courier that notes down what it is handed, for tests. */
final class VerificationBench {
    static final String ADDRESS = "192.0.2.1";
    private static final Pattern TOKEN = Pattern.compile("https://desk\\.example\\.org/verification/([\\w-]{43})\\s");

    final List<OutgoingMessage> letters = new ArrayList<>();
    final DeskBench desk;
    final Caller customer;
    final Caller plugin = Caller.system("test");
    final SqlVerificationStore store;
    final AskVerification ask;
    final CloseUnanswered close;
    final VerificationByLink links;
    final AnswerVerification answers;
    private final DeliverOutgoing deliver;

    VerificationBench(StoreTestbed testbed, Path data) throws IOException {
        desk = new DeskBench(testbed);
        customer = desk.customer();
        var transactions = testbed.transactions();
        store = new SqlVerificationStore(testbed.mappers());
        var window = new ReopenWindow(new DeskSettings(transactions, desk.settings, desk.audit));
        var rounds = new Rounds(desk.lifecycle, window, desk.clock);
        var vault = new Vault(data);
        var outgoing = new SqlOutgoingStore(testbed.mappers());
        var couriers = new Couriers(new DeliveryHold(desk.settings), desk.registry, desk.calls);
        ask = new AskVerification(
                transactions,
                desk.changes,
                desk.read,
                rounds,
                store,
                desk.threads,
                desk.persons,
                couriers,
                new Outgoing(transactions, outgoing, desk.timers, desk.clock, vault, testbed.ids()),
                PublicAddress.of("https://desk.example.org"));
        close = new CloseUnanswered(desk.changes, desk.read, rounds, desk.transition);
        answers = new AnswerVerification(
                desk.changes,
                desk.read,
                rounds,
                new Guards(desk.registry, desk.calls, transactions, desk.work),
                desk.transition,
                desk.lifecycle,
                store,
                desk.threads,
                testbed.ids());
        links = new VerificationByLink(transactions, store, desk.read, rounds, answers, new SignInBudget(), desk.clock);
        deliver = new DeliverOutgoing(transactions, outgoing, desk.timers, desk.clock, vault, couriers, desk.calls);
        desk.registry.add(Courier.class, "carrier", new NotingCourier(letters), Map.of());
    }

    Ticket resolved() {
        return desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
    }

    Outcome ask(Ticket ticket, boolean reminder) {
        return ask.handle(plugin, ticket.id(), new AskVerification.Question(0, reminder, null));
    }

    /** Has what waits delivered, and returns the token of the last letter. */
    String token(Ticket ticket) {
        Set.copyOf(desk.timers.due.keySet()).stream()
                .filter(timer -> timer.startsWith("deliver-outgoing "))
                .forEach(timer -> {
                    desk.timers.due.remove(timer);
                    deliver.ring(timer.substring("deliver-outgoing ".length()), desk.clock.now());
                });
        OutgoingMessage last = letters.get(letters.size() - 1);
        assertThat(last.ticket()).isEqualTo(ticket.id());
        Matcher token = TOKEN.matcher(last.text());
        assertThat(token.find()).as(last.text()).isTrue();
        return token.group(1);
    }

    List<String> said(Ticket ticket) {
        return desk.thread.handle(customer, ticket.id(), null, 10).stream()
                .map(Message::body)
                .toList();
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
