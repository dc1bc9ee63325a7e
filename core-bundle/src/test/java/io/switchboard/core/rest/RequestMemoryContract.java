package io.switchboard.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.FakeTimers;
import io.switchboard.core.desk.SteppingClock;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.Transactions.Accompaniment;
import io.switchboard.core.store.idempotency.IdempotencyRow;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is remembered of requests with a key. */
interface RequestMemoryContract {
    StoreTestbed store();

    /** A memory and what moves its time. */
    record Bench(RequestMemory memory, SteppingClock clock, FakeTimers timers, StoreTestbed store) {
        IdempotencyRow request(String path) {
            return request(path, UUID.randomUUID().toString(), "hash");
        }

        IdempotencyRow request(String path, String key, String hash) {
            return new IdempotencyRow("person:a", path, key, hash, null, null, null, null, memory.now());
        }

        /** Carries a request out that makes things, after which the server dies. */
        void carryOut(IdempotencyRow request, Object... made) {
            try (Accompaniment open =
                    memory.rememberWithChange(request, things -> FirstAnswer.made(request, true, things))) {
                store.transactions().write(() -> {
                    List.of(made).forEach(store.transactions()::made);
                    return true;
                });
            }
        }
    }

    default Bench bench() {
        SteppingClock clock = new SteppingClock();
        FakeTimers timers = new FakeTimers();
        return new Bench(
                new RequestMemory(store().transactions(), store().mappers(), clock, timers), clock, timers, store());
    }

    private static Response repeated(Bench bench, IdempotencyRow request) {
        return FirstAnswer.again(bench.memory().find(request).orElseThrow());
    }

    @Test
    default void afterACrashBeforeTheAnswerARepetitionLearnsWhatWasMade() {
        Bench bench = bench();
        TeamId team = new TeamId(UUID.randomUUID());
        IdempotencyRow request = bench.request("/api/v1/teams");
        bench.carryOut(request, team);

        Response answer = repeated(bench, request);

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/v1/teams/" + team);
        assertThat(new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"" + team + "\"}");
    }

    @Test
    default void aTicketIsFoundWhereTicketsAreAndAMessageInItsThread() {
        Bench bench = bench();
        TicketId ticket = new TicketId(UUID.randomUUID());
        MessageId message = new MessageId(UUID.randomUUID());
        IdempotencyRow split = bench.request("/api/v1/tickets/SB-1/split");
        IdempotencyRow reply = bench.request("/api/v1/tickets/SB-1/messages");
        IdempotencyRow followUp = bench.request("/api/v1/tickets/SB-1/messages");
        bench.carryOut(split, ticket);
        bench.carryOut(reply, message);
        bench.carryOut(followUp, ticket, message);

        assertThat(repeated(bench, split).getHeaderString("Location")).isEqualTo("/api/v1/tickets/" + ticket);
        assertThat(repeated(bench, reply).getHeaderString("Location")).isEqualTo("/api/v1/tickets/SB-1/thread");
        assertThat(repeated(bench, followUp).getHeaderString("Location"))
                .isEqualTo("/api/v1/tickets/" + ticket + "/thread");
    }

    @Test
    default void whatMadeNothingIsKnownToHaveBeenCarriedOut() {
        Bench bench = bench();
        IdempotencyRow request = bench.request("/api/v1/tickets/SB-1/transitions");
        bench.carryOut(request);

        Response answer = repeated(bench, request);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).hasToString("{carriedOut=true}");
        assertThat(answer.getHeaderString("Location")).isNull();
    }

    @Test
    default void nothingIsRememberedOfAChangeThatWasRolledBack() {
        Bench bench = bench();
        IdempotencyRow request = bench.request("/api/v1/teams");
        try (Accompaniment open = bench.memory().rememberWithChange(request, made -> request)) {
            assertThatThrownBy(() -> store().transactions().write(() -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
        }

        assertThat(bench.memory().find(request)).isEmpty();
    }

    @Test
    default void theSameKeyWithOtherContentIsRefused() {
        Bench bench = bench();
        IdempotencyRow request = bench.request("/api/v1/teams", "a key", "one");
        bench.carryOut(request);

        assertThatThrownBy(() -> bench.memory().find(bench.request("/api/v1/teams", "a key", "another")))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    default void afterADayTheKeyIsFreeAgainEvenIfNobodyHasSweptYet() {
        Bench bench = bench();
        IdempotencyRow request = bench.request("/api/v1/teams");
        bench.carryOut(request);
        bench.clock().moveBy(Duration.ofHours(25));

        assertThat(bench.memory().find(request)).isEmpty();
        IdempotencyRow anew = bench.request("/api/v1/teams", request.idempotencyKey(), "another");
        bench.carryOut(anew);
        assertThat(bench.memory().find(anew)).isPresent();
    }

    @Test
    default void theSweepForgetsWhatIsOlderThanADayAndComesAgain() {
        Bench bench = bench();
        IdempotencyRow old = bench.request("/api/v1/teams");
        bench.carryOut(old);
        bench.clock().moveBy(Duration.ofHours(23));
        IdempotencyRow young = bench.request("/api/v1/teams");
        bench.carryOut(young);
        bench.clock().moveBy(Duration.ofHours(2));
        bench.timers().due.clear();

        bench.memory().ring("all", bench.clock().now());

        bench.clock().moveBy(Duration.ofHours(-2));
        assertThat(bench.memory().find(old)).isEmpty();
        assertThat(bench.memory().find(young)).isPresent();
        assertThat(bench.timers().due).containsKey("forget-requests all");
    }
}
