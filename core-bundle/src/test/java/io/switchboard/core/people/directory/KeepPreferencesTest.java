package io.switchboard.core.people.directory;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.people.directory.Preferences.Density;
import io.switchboard.core.people.directory.Preferences.Theme;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.store.StoreTestbed;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody's own preferences. */
class KeepPreferencesTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private KeepPreferences testee;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        testee = new KeepPreferences(STORE.transactions(), desk.settings, desk.persons);
    }

    @Test
    void whatWasNeverChosenIsAsInTheProfile() {
        Caller customer = desk.customer();
        desk.sql("update person set language = 'de', zone = 'Europe/Vienna' where id = '" + customer.person() + "'");
        Preferences shown = testee.get(customer).shown();
        assertThat(shown.language()).isEqualTo("de");
        assertThat(shown.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(shown.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(testee.get(customer).own().language()).isNull();
    }

    @Test
    void eachPersonHasTheirOwn() {
        Caller one = desk.customer();
        Caller other = desk.customer();
        long version = testee.get(one).version();
        Preferences wanted = preferences(null);
        assertThat(testee.put(one, wanted, version).shown()).isEqualTo(wanted);
        assertThat(testee.get(one).own()).isEqualTo(wanted);
        assertThat(testee.get(other).own().theme()).isEqualTo(Theme.SYSTEM);
        refused(ErrorCode.STALE_VERSION, () -> testee.put(one, wanted, version));
        refused(ErrorCode.SIGN_IN_REQUIRED, () -> testee.get(Caller.anonymous("api")));
    }

    @Test
    void onlyAgentsHaveASignatureAndItStandsInTheirProfile() {
        Caller customer = desk.customer();
        refused(
                ErrorCode.INVALID_FIELD,
                () -> testee.put(
                        customer, preferences("Bye"), testee.get(customer).version()));
        Caller agent = desk.agent();
        PersonId id = Objects.requireNonNull(agent.person());
        desk.sql("insert into person_role (person, role) values ('" + id + "', 'agent')");
        KeepPreferences.Kept kept =
                testee.put(agent, preferences("Kind regards"), testee.get(agent).version());
        assertThat(kept.shown().signature()).isEqualTo("Kind regards");
        assertThat(STORE.transactions()
                        .read(() -> desk.persons.find(id))
                        .orElseThrow()
                        .signature())
                .isEqualTo("Kind regards");
        assertThat(testee.put(agent, preferences(null), kept.version()).shown().signature())
                .isNull();
    }

    private static Preferences preferences(@Nullable String signature) {
        return new Preferences(
                "fr",
                ZoneId.of("Europe/Paris"),
                Theme.DARK,
                Density.COMPACT,
                Map.of(EventType.TICKET_ASSIGNED, Set.of(Way.MAIL)),
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                Map.of("ui.sidebar", "closed"),
                signature);
    }
}
