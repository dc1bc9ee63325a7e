package io.switchboard.core.plugins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.plugins.site.UpdateSites.Sites;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateSitesTest {
    private static final String KEY = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    private static final Caller ADMINISTRATOR = caller(Right.PLUGIN_READ, Right.PLUGIN_EDIT);

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private UpdateSites sites;

    @BeforeEach
    void make() {
        store.open();
        sites = new UpdateSites(
                store.transactions(),
                new SqlSettingStore(store.transactions(), store.mappers()),
                new AuditLog(store.transactions(), new SqlAuditStore(store.mappers()), store.ids()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void thereIsNoneUnlessAnAdministratorNamesIt() {
        assertThat(sites.get(ADMINISTRATOR).version()).isZero();
        Site own = new Site("own", "/srv/site", KEY);

        sites.replace(ADMINISTRATOR, new Sites(List.of(own)), Precondition.version(0));

        assertThat(sites.get(ADMINISTRATOR).content().sites()).containsExactly(own);
        assertThatThrownBy(() -> sites.replace(ADMINISTRATOR, new Sites(List.of()), Precondition.version(0)))
                .isInstanceOf(SwitchboardException.class);
        assertThatThrownBy(() -> sites.replace(caller(Right.PLUGIN_READ), new Sites(List.of()), Precondition.any()))
                .isInstanceOf(SwitchboardException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Own, /srv/site, ok, name",
        "own, srv/site, ok, address",
        "own, ftp://example.org/, ok, address",
        "own, https://me:secret@example.org/, ok, address",
        "own, https://example.org/?a=b, ok, address",
        "own, /srv/site, bm8ga2V5, key",
        "own, /srv/site, no key, key"
    })
    void whatCannotBeASiteIsRefusedByItsField(String name, String address, String key, String field) {
        Site wrong = new Site(name, address, key.equals("ok") ? KEY : key);

        assertThatThrownBy(() -> sites.replace(ADMINISTRATOR, new Sites(List.of(wrong)), Precondition.any()))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused ->
                                assertThat(refused.fields()).extracting("field").containsExactly("sites[0]." + field));
    }

    @Test
    void thereAreAtMostFiveAndEachNameOnce() {
        Site own = new Site("own", "/srv/site", KEY);

        assertThatThrownBy(() -> sites.replace(ADMINISTRATOR, new Sites(List.of(own, own)), Precondition.any()))
                .hasMessageContaining("sites[1].name");
        assertThatThrownBy(
                        () -> sites.replace(ADMINISTRATOR, new Sites(Collections.nCopies(6, own)), Precondition.any()))
                .hasMessageContaining("sites");
    }

    private static Caller caller(Right... rights) {
        return Caller.person(new PersonId(UUID.randomUUID()), Set.of(rights), "api");
    }
}
