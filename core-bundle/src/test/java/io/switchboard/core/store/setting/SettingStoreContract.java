package io.switchboard.core.store.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of settings does. */
interface SettingStoreContract {
    int RACERS = 8;

    SettingStore testee();

    Transactions transactions();

    @Test
    default void aSettingIsFoundAsItWasPut() {
        Setting put = testee().put("look.colour", "{\"value\":\"grün\"}");
        assertThat(put.version()).isEqualTo(1);
        assertThat(testee().find("look.colour")).contains(put);
        assertThat(testee().find("look.font")).isEmpty();
    }

    @Test
    default void eachChangeHasANewVersion() {
        testee().put("version.of", "1");
        assertThat(testee().put("version.of", "2").version()).isEqualTo(2);
        assertThat(testee().replace("version.of", "3", 2).version()).isEqualTo(3);
        assertThat(testee().find("version.of").orElseThrow().content()).isEqualTo("3");
    }

    @Test
    default void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
        testee().put("stale.one", "1");
        testee().put("stale.one", "2");
        assertThatThrownBy(() -> testee().replace("stale.one", "mine", 1))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STALE_VERSION));
        assertThatThrownBy(() -> testee().replace("stale.one", "mine", 0))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STALE_VERSION));
        assertThat(testee().find("stale.one").orElseThrow().content()).isEqualTo("2");
    }

    @Test
    default void aFirstChangeOfWhatIsThereIsStaleInsideATransactionToo() {
        testee().put("stale.inside", "1");
        assertThatThrownBy(() -> transactions().write(() -> testee().replace("stale.inside", "mine", 0)))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STALE_VERSION));
        assertThat(testee().find("stale.inside").orElseThrow().content()).isEqualTo("1");
    }

    @Test
    default void ofThoseWhoPutASettingFirstAtTheSameTimeOneWinsAndTheOthersAreStale() throws Exception {
        CyclicBarrier together = new CyclicBarrier(RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                outcomes.add(threads.submit(() -> {
                    together.await();
                    return firstPut();
                }));
            }
            List<String> ended = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                ended.add(outcome.get());
            }
            assertThat(ended).containsOnlyOnce("put").hasSize(RACERS);
            assertThat(ended.stream().filter("STALE_VERSION"::equals)).hasSize(RACERS - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Joins a transaction that has begun, as use cases do, and tells how it ended. */
    private String firstPut() {
        try {
            return transactions().write(() -> {
                testee().find("raced.other");
                testee().replace("raced.first", "mine", 0);
                return "put";
            });
        } catch (SwitchboardException refused) {
            return refused.code().name();
        }
    }

    @Test
    default void settingsAreListedByTheirPrefixInOrder() {
        testee().put("list.b", "2");
        testee().put("list.a", "1");
        testee().put("lists", "no");
        assertThat(testee().list("list.")).extracting(Setting::name).containsExactly("list.a", "list.b");
    }

    @Test
    default void aRemovedSettingIsGone() {
        testee().put("gone", "1");
        testee().remove("gone");
        testee().remove("gone");
        assertThat(testee().find("gone")).isEmpty();
    }
}
