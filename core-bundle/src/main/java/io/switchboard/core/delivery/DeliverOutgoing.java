package io.switchboard.core.delivery;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.delivery.Courier.Receipt;
import io.switchboard.api.delivery.OutgoingMessage;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.outgoing.OutgoingRow;
import io.switchboard.core.store.outgoing.OutgoingStore;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what is due to the first courier that reaches the address. What fails is tried again, a dozen times at most; what was not tried does not count. */
@Component(service = TimerKind.class)
public final class DeliverOutgoing implements TimerKind {
    static final String KIND = "deliver-outgoing";
    static final int MOST_ATTEMPTS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(DeliverOutgoing.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final int LONGEST_OUTCOME = 500;

    private final Transactions transactions;
    private final OutgoingStore store;
    private final Timers timers;
    private final DeskClock clock;
    private final Vault vault;
    private final Couriers couriers;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public DeliverOutgoing(
            @Reference Transactions transactions,
            @Reference OutgoingStore store,
            @Reference Timers timers,
            @Reference DeskClock clock,
            @Reference Vault vault,
            @Reference Couriers couriers,
            @Reference PluginCalls calls) {
        this.transactions = transactions;
        this.store = store;
        this.timers = timers;
        this.clock = clock;
        this.vault = vault;
        this.couriers = couriers;
        this.calls = calls;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        UUID id = UUID.fromString(subject);
        Optional<OutgoingRow> waiting = transactions
                .read(() -> store.find(id))
                .filter(row -> row.state().equals(OutgoingRow.WAITING));
        waiting.ifPresent(this::handOver);
    }

    private void handOver(OutgoingRow row) {
        if (!row.expiresAt().isAfter(clock.now())) {
            end(row, OutgoingRow.PARKED, "was not worth sending any more: " + row.outcome());
            return;
        }
        Address to = new Address(row.addressKind(), row.address(), row.receiver());
        Couriers.Found found = couriers.find(to);
        SocketService<Courier> courier = found.courier();
        if (courier == null) {
            notFound(row, found.failure());
            return;
        }
        OutgoingMessage message = message(row, to);
        Answer<Receipt> answer = calls.ask(courier, LIMIT, service -> service.deliver(message));
        if (answer instanceof Answer.Given<Receipt> given) {
            settle(row, given.value());
        } else if (answer instanceof Answer.Failed<Receipt> failed) {
            failed(row, failed);
        }
    }

    private void settle(OutgoingRow row, Receipt receipt) {
        if (receipt instanceof Receipt.Refused refused) {
            end(row, OutgoingRow.PARKED, refused.reason());
        } else if (receipt instanceof Receipt.Accepted accepted) {
            end(row, OutgoingRow.DELIVERED, accepted.reference());
        }
    }

    private void notFound(OutgoingRow row, Answer.@Nullable Failed<Boolean> failure) {
        if (failure == null) {
            later(row, AWAY);
        } else {
            failed(row, failure);
        }
    }

    private void failed(OutgoingRow row, Answer.Failed<?> failed) {
        if (failed.kind() == Answer.Kind.REJECTED) {
            later(row, AWAY);
            return;
        }
        String reason = failed.plugin() + " " + failed.message();
        if (row.attempts() + 1 >= MOST_ATTEMPTS) {
            end(row, OutgoingRow.PARKED, reason);
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(row.attempts() + 1, 20));
        transactions.write(() -> {
            store.failed(row.id(), shortened(reason));
            later(row, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            return row;
        });
    }

    private void end(OutgoingRow row, String state, String outcome) {
        transactions.write(() -> {
            store.end(row.id(), state, shortened(outcome));
            return row;
        });
        if (state.equals(OutgoingRow.PARKED)) {
            LOG.warn("The message {} ({}) was parked: {}", row.id(), row.purpose(), shortened(outcome));
        }
    }

    private void later(OutgoingRow row, Duration pause) {
        timers.set(KIND, row.id().toString(), clock.now().plus(pause));
    }

    private OutgoingMessage message(OutgoingRow row, Address to) {
        String sealed = Objects.requireNonNull(row.content(), "what waits has a content");
        Outgoing.Content content = Json.read(vault.open(Outgoing.SEAL, sealed), Outgoing.Content.class);
        return new OutgoingMessage(
                row.id(),
                row.ticketId(),
                to,
                content.subject(),
                content.text(),
                null,
                List.of(),
                true,
                List.of(),
                Map.of("purpose", row.purpose()));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_OUTCOME ? text.substring(0, LONGEST_OUTCOME) : text;
    }
}
