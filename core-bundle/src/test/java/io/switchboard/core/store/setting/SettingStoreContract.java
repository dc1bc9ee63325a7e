package io.switchboard.core.store.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import org.junit.jupiter.api.Test;

/** What every store of settings does. */
interface SettingStoreContract {
    SettingStore testee();

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
