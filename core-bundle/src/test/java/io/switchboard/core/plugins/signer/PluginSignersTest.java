package io.switchboard.core.plugins.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.plugins.signer.SignerStanding.Kind;
import io.switchboard.core.plugins.signer.TrustedSigners.Signers;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.plugin.SqlSignerStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginSignersTest {
    private static final String PLUGIN = "com.example.notes";
    private static final Signer VENDOR = new Signer("a".repeat(64), "CN=Vendor");
    private static final Signer OTHER = new Signer("b".repeat(64), "CN=Other");
    private static final Caller ADMINISTRATOR =
            Caller.person(new PersonId(UUID.randomUUID()), Set.of(Right.PLUGIN_READ, Right.PLUGIN_EDIT), "api");

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private TrustedSigners trusted;
    private PluginSigners signers;

    @BeforeEach
    void make() {
        store.open();
        AuditLog audit = new AuditLog(store.transactions(), new SqlAuditStore(store.mappers()), store.ids());
        trusted = new TrustedSigners(
                store.transactions(), new SqlSettingStore(store.transactions(), store.mappers()), audit);
        signers = new PluginSigners(store.transactions(), new SqlSignerStore(store.mappers()), trusted, audit);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SignerStanding judge(Signer signer, SignerDemand demand) {
        return signers.judge(PLUGIN, of(signer), of(null), demand);
    }

    private static Claim of(Signer signer) {
        return new Claim(signer, null);
    }

    private SignerStanding judge(Signer signer) {
        return judge(signer, SignerDemand.BOUND);
    }

    private void install(Signer signer, SignerDemand demand) {
        SignerStanding standing = judge(signer, demand);
        assertThat(standing.objections()).isEmpty();
        store.transactions().write(() -> {
            signers.bind(ADMINISTRATOR, PLUGIN, signer, standing);
            return standing;
        });
    }

    private void trust(TrustedSigner... wanted) {
        trusted.replace(ADMINISTRATOR, new Signers(List.of(wanted)), Precondition.any());
    }

    @Test
    void theFirstSignatureBindsThePluginAndNoOtherIsTakenAfterwards() {
        assertThat(judge(null).kind()).isEqualTo(Kind.UNSIGNED);
        assertThat(judge(VENDOR).kind()).isEqualTo(Kind.FIRST);
        install(VENDOR, SignerDemand.BOUND);

        assertThat(judge(VENDOR).kind()).isEqualTo(Kind.BOUND);
        assertThat(judge(OTHER).objections())
                .containsExactly("is signed by CN=Other (" + OTHER.fingerprint() + "), but the plugin " + PLUGIN
                        + " is bound to CN=Vendor (" + VENDOR.fingerprint() + ")");
        assertThat(judge(null).objections()).singleElement().asString().startsWith("is not signed, but");
        assertThat(judge(null).mayBindAnew()).isTrue();
    }

    @Test
    void anAdministratorBindsAnew() {
        install(VENDOR, SignerDemand.BOUND);

        install(OTHER, SignerDemand.BIND_ANEW);

        assertThat(judge(OTHER).kind()).isEqualTo(Kind.BOUND);
        assertThat(judge(VENDOR).kind()).isEqualTo(Kind.FOREIGN);
        install(null, SignerDemand.BIND_ANEW);
        assertThat(judge(null).kind()).isEqualTo(Kind.UNSIGNED);
        assertThat(signers.bindings(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void aPluginIsReleased() {
        install(VENDOR, SignerDemand.BOUND);

        signers.release(ADMINISTRATOR, PLUGIN);

        assertThat(signers.judge(PLUGIN, of(OTHER), of(VENDOR), SignerDemand.BOUND)
                        .kind())
                .isEqualTo(Kind.FIRST);
        assertThatThrownBy(() -> signers.release(ADMINISTRATOR, PLUGIN)).isInstanceOf(SwitchboardException.class);
        assertThatThrownBy(() -> signers.release(
                        Caller.person(new PersonId(UUID.randomUUID()), Set.of(Right.PLUGIN_READ), "api"), PLUGIN))
                .isInstanceOf(SwitchboardException.class);
    }

    @Test
    void whatSaysThatItIsOfAnotherVendorIsRefusedUnlessASignatureSpeaksForIt() {
        Claim here = new Claim(null, "Example Ltd");
        Claim strange = new Claim(null, "Somebody");

        assertThat(signers.judge(PLUGIN, strange, here, SignerDemand.BOUND).objections())
                .containsExactly("says that it is of Somebody, but the plugin " + PLUGIN
                        + " is of Example Ltd; an id of its own keeps them apart");
        assertThat(signers.judge(PLUGIN, of(null), here, SignerDemand.BOUND).kind())
                .isEqualTo(Kind.FOREIGN);
        assertThat(signers.judge(PLUGIN, here, here, SignerDemand.BOUND).kind()).isEqualTo(Kind.UNSIGNED);
        assertThat(signers.judge(PLUGIN, strange, here, SignerDemand.BIND_ANEW).kind())
                .isEqualTo(Kind.BOUND_ANEW);
        install(VENDOR, SignerDemand.BOUND);
        assertThat(signers.judge(PLUGIN, new Claim(VENDOR, "Renamed"), here, SignerDemand.BOUND)
                        .kind())
                .isEqualTo(Kind.BOUND);
    }

    @Test
    void whatIsInstalledSinceBeforeSignersWereKeptBindsToo() {
        assertThat(signers.judge(PLUGIN, of(OTHER), of(VENDOR), SignerDemand.BOUND)
                        .kind())
                .isEqualTo(Kind.FOREIGN);
    }

    @ParameterizedTest
    @CsvSource({"*", "com.example.*", "com.example.notes"})
    void whoIsTrustedForAPluginIsTheOnlyOneWhoseSignatureIsTaken(String plugins) {
        trust(new TrustedSigner("Example", VENDOR.fingerprint(), List.of(plugins), false));

        assertThat(judge(VENDOR).trustedAs()).isEqualTo("Example");
        assertThat(judge(null).objections())
                .containsExactly("is not signed, but the plugin " + PLUGIN + " is trusted only from Example");
        assertThat(judge(OTHER).kind()).isEqualTo(Kind.FOREIGN);
        assertThat(judge(null, SignerDemand.NONE).objections()).isEmpty();
        install(OTHER, SignerDemand.BIND_ANEW);
        assertThat(judge(OTHER).kind()).isEqualTo(Kind.BOUND);
        assertThat(judge(VENDOR).kind()).isEqualTo(Kind.TRUSTED);
    }

    @Test
    void whatIsSignedByWhomNobodyTrustsAnyMoreIsNeverTaken() {
        install(VENDOR, SignerDemand.BOUND);
        trust(new TrustedSigner("Example", VENDOR.fingerprint(), List.of(), true));

        assertThat(judge(VENDOR).objections())
                .containsExactly("is signed by Example, whom administrators do not trust any more");
        assertThat(judge(VENDOR, SignerDemand.BIND_ANEW).objections()).isNotEmpty();
        assertThat(judge(null).kind()).isEqualTo(Kind.FOREIGN);
    }

    @Test
    void trustForSomePluginsSaysNothingOfOthers() {
        trust(new TrustedSigner("Example", VENDOR.fingerprint(), List.of("com.example.n", "com.other*"), false));

        assertThat(judge(null).kind()).isEqualTo(Kind.UNSIGNED);
        assertThat(judge(OTHER).kind()).isEqualTo(Kind.FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "'', aa, com.example, name",
        "Example, AA, com.example, fingerprint",
        "Example, aa, '', plugins",
        "Example, aa, a**, plugins",
        "Example, aa, com.*.x, plugins"
    })
    void whatCannotBeIsNamed(String name, String pair, String plugins, String field) {
        TrustedSigner signer = new TrustedSigner(name, pair.repeat(32), List.of(plugins), false);

        assertThatThrownBy(() -> trust(signer))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.fields())
                                .singleElement()
                                .asString()
                                .contains("signers[0]." + field));
    }
}
