package io.switchboard.core.store.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What numbers promise, on every engine. */
interface NumberBlocksContract {
    StoreTestbed store();

    @Test
    default void numbersBeginWithTheFirstAndGoOn() {
        NumberBlocks node = new NumberBlocks(store().database());
        assertThat(node.next("invoice", () -> 40)).isEqualTo(40);
        assertThat(node.next("invoice", () -> 40)).isEqualTo(41);
    }

    @Test
    default void twoNodesNeverGiveTheSameNumber() {
        List<NumberBlocks> nodes = List.of(new NumberBlocks(store().database()), new NumberBlocks(store().database()));
        Set<Long> numbers = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 1000)
                .parallel()
                .forEach(call -> numbers.add(nodes.get(call % 2).next("shared", () -> 1)));
        assertThat(numbers).hasSize(1000);
    }

    @Test
    default void aRestartedNodeGoesOnAfterItsBlocks() {
        long last = new NumberBlocks(store().database()).next("restarted", () -> 1);
        assertThat(new NumberBlocks(store().database()).next("restarted", () -> 1))
                .isGreaterThan(last);
    }

    @Test
    default void aNumberCanBeTakenInsideATransaction() {
        NumberBlocks node = new NumberBlocks(store().database());
        long number = store().transactions().write(() -> node.next("inside", () -> 5));
        assertThat(number).isEqualTo(5);
    }

    @Test
    default void theSettingGivesPrefixAndFirstNumber() {
        SqlSettingStore settings = new SqlSettingStore(store().transactions(), store().mappers());
        TicketNumbers numbers = new TicketNumbers(new NumberBlocks(store().database()), settings, Duration.ZERO);
        settings.put(TicketNumbers.SETTING, "{\"prefix\":\"HELP\",\"first\":5000}");
        assertThat(numbers.next()).isEqualTo("HELP-5000");
        settings.put(TicketNumbers.SETTING, "{\"prefix\":\"DESK\",\"first\":1}");
        assertThat(numbers.next()).isEqualTo("DESK-5001");
    }
}
