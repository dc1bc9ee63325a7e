package io.switchboard.core.people.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.SteppingClock;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.people.directory.CustomerProfile;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.people.directory.Customers;
import io.switchboard.core.people.directory.OrganizationProfile;
import io.switchboard.core.people.directory.Origin;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlOrganizationStore;
import io.switchboard.core.store.people.SqlPersonStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of what customer directories say. */
class LookupsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Caller AGENT =
            Caller.person(new PersonId(UUID.randomUUID()), EnumSet.allOf(Right.class), "api");

    private final FakeRegistry registry = new FakeRegistry();
    private final SteppingClock clock = new SteppingClock();
    private final LookupBench.MadeUp crm = new LookupBench.MadeUp();
    private final List<String> told = new ArrayList<>();
    private final String email = UUID.randomUUID() + "@example.org";

    @SuppressWarnings("NullAway.Init")
    private LookupBench bench;

    @SuppressWarnings("NullAway.Init")
    private Customers customers;

    @BeforeEach
    void make() {
        SqlPersonStore persons = new SqlPersonStore(STORE.mappers());
        AuditLog audit = new AuditLog(STORE.transactions(), new SqlAuditStore(STORE.mappers()), STORE.ids());
        bench = new LookupBench(
                STORE,
                registry,
                persons,
                audit,
                (customer, vip, reason) -> told.add(customer + " " + vip + " " + reason),
                clock);
        Sessions unused = null;
        customers = new Customers(
                STORE.transactions(),
                bench.changes,
                persons,
                new SqlOrganizationStore(STORE.mappers()),
                unused,
                STORE.ids(),
                bench.customerChanges,
                bench.origins,
                bench.lookups);
        registry.add(CustomerDirectory.class, "directory-crm", crm, Map.of());
    }

    @Test
    void whatADirectorySaysIsKeptWithItsSource() {
        crm.entries.put(
                email,
                new DirectoryEntry(
                        "Ada Lovelace",
                        "Analytical " + email,
                        true,
                        "en-gb",
                        ZoneId.of("Europe/London"),
                        "+44 20 1234",
                        Map.of("segment", "gold")));
        PersonId ada = wrote("ada");
        look(ada);

        PersonRow row = bench.read(ada);
        assertThat(row.name()).isEqualTo("Ada Lovelace");
        assertThat(row.vip()).isTrue();
        assertThat(row.language()).isEqualTo("en-GB");
        assertThat(row.zone()).isEqualTo("Europe/London");
        assertThat(row.phoneKey()).isEqualTo("+44201234");
        assertThat(row.attributes()).contains("segment", "gold");
        assertThat(row.organization()).isNotNull();
        assertThat(origins(ada).keySet())
                .containsExactlyInAnyOrder(
                        "name", "organization", "vip", "language", "zone", "phone", "attributes.segment");
        assertThat(origins(ada).values()).extracting(Origin::directory).containsOnly("directory-crm");
        assertThat(told).containsExactly(ada + " true The customer directory directory-crm says so");
    }

    @Test
    void whatADirectoryTakesBackIsTakenBackAndWhatItDoesNotKnowStays() {
        crm.entries.put(email, new DirectoryEntry(null, null, true, "de", null, null, Map.of()));
        PersonId ada = wrote("ada");
        look(ada);
        crm.entries.put(email, LookupBench.vip(false));
        lookLater(ada);
        assertThat(bench.read(ada).vip()).isFalse();
        assertThat(bench.read(ada).language()).isEqualTo("de");
        crm.entries.clear();
        lookLater(ada);
        assertThat(bench.read(ada).language()).isEqualTo("de");
        assertThat(told).hasSize(2);
    }

    @Test
    void whatAPersonSetByHandStaysUntilItIsToFollowAgain() {
        crm.entries.put(email, new DirectoryEntry("From the CRM", null, true, null, null, null, Map.of("tier", "1")));
        PersonId ada = customers.make(AGENT, details("Ada", false, Map.of())).id();
        look(ada);
        assertThat(bench.read(ada).name()).as("a name given by hand").isEqualTo("Ada");
        assertThat(bench.read(ada).vip()).isTrue();

        CustomerProfile known = customers.get(AGENT, ada);
        customers.edit(AGENT, ada, known.version(), details("Ada", false, Map.of("tier", "2")));
        lookLater(ada);
        assertThat(bench.read(ada).vip()).as("taken away by hand").isFalse();
        assertThat(bench.read(ada).attributes()).contains("2");
        assertThat(customers.get(AGENT, ada).origins().get("vip"))
                .extracting(Origin::directory)
                .isNull();

        LookUpCustomer lookUp =
                new LookUpCustomer(STORE.transactions(), bench.questions, bench.following, bench.lookups, customers);
        assertThat(lookUp.handle(AGENT, ada, Set.of("vip")).changed()).containsExactly("vip");
        assertThat(bench.read(ada).vip()).isTrue();
        assertThat(bench.read(ada).name()).isEqualTo("Ada");
        assertThatThrownBy(() -> lookUp.handle(AGENT, ada, Set.of("email")))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("follow");
    }

    @Test
    void whatWasKnownBeforeAnybodyNotedWhenceStays() {
        crm.entries.put(email, new DirectoryEntry(null, null, true, null, null, "+44 20 1234", Map.of()));
        PersonId ada = new PersonId(STORE.ids().next());
        STORE.transactions().write(() -> {
            bench.persons.insert(PersonRow.customer(ada, "ada", email, email, "+49 89 1", "+49891", null, clock.now()));
            return ada;
        });
        look(ada);
        assertThat(bench.read(ada).phone()).isEqualTo("+49 89 1");
        assertThat(bench.read(ada).vip()).isTrue();
    }

    @Test
    void ofSeveralDirectoriesTheFirstThatKnowsCountsForEachThing() {
        LookupBench.MadeUp second = new LookupBench.MadeUp();
        registry.add(CustomerDirectory.class, "directory-second", second, Map.of());
        crm.entries.put(email, new DirectoryEntry(null, null, null, "de", null, null, Map.of("a", "first")));
        second.entries.put(email, new DirectoryEntry(null, null, true, "fr", null, null, Map.of("a", "x", "b", "y")));
        PersonId ada = wrote("ada");
        look(ada);
        PersonRow row = bench.read(ada);
        assertThat(row.language()).isEqualTo("de");
        assertThat(row.vip()).isTrue();
        assertThat(row.attributes()).contains("first", "y").doesNotContain("x");
        assertThat(origins(ada).get("vip")).extracting(Origin::directory).isEqualTo("directory-second");
    }

    @Test
    void whoWasLookedUpLatelyIsNotLookedUpAgain() {
        PersonId ada = wrote("ada");
        look(ada);
        look(ada);
        assertThat(crm.asked).hasValue(1);
        lookLater(ada);
        assertThat(crm.asked).hasValue(2);
        bench.lookups.all(List.of(ada), true);
        assertThat(crm.asked).hasValue(3);
    }

    @Test
    void aDirectoryThatIsDownCostsItsAnswerOnlyAndIsAskedAgainSoon() {
        LookupBench.MadeUp second = new LookupBench.MadeUp();
        second.entries.put(email, LookupBench.vip(true));
        crm.failure = new IllegalStateException("no connection");
        PersonId ada = wrote("ada");
        look(ada);
        assertThat(bench.read(ada).vip()).isFalse();

        registry.add(CustomerDirectory.class, "directory-second", second, Map.of());
        clock.moveBy(Duration.ofMinutes(2));
        look(ada);
        assertThat(bench.read(ada).vip()).isTrue();

        crm.failure = null;
        crm.entries.put(email, new DirectoryEntry(null, null, null, "de", null, null, Map.of()));
        clock.moveBy(Duration.ofMinutes(2));
        look(ada);
        assertThat(bench.read(ada).language())
                .as("what the one knows that was down when the other answered")
                .isEqualTo("de");
    }

    @Test
    void anAnswerThatMakesNoSenseIsLeftOutWhole() {
        PersonId ada = wrote("ada");
        for (DirectoryEntry nonsense : List.of(
                new DirectoryEntry("two\nlines", null, true, null, null, null, Map.of()),
                new DirectoryEntry(" ", null, true, null, null, null, Map.of()),
                new DirectoryEntry(null, "x".repeat(201), true, null, null, null, Map.of()),
                new DirectoryEntry(null, null, true, "no language", null, null, Map.of()),
                new DirectoryEntry(null, null, true, null, null, "n/a", Map.of()),
                new DirectoryEntry(null, null, true, null, null, null, Map.of("\ud800", "x")),
                new DirectoryEntry(null, null, true, null, null, null, Map.of("x", "y".repeat(1_001))))) {
            assertThatThrownBy(() -> EntryRules.checked(nonsense))
                    .as(nonsense.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        crm.entries.put(email, new DirectoryEntry("two\nlines", null, true, null, null, null, Map.of()));
        look(ada);
        assertThat(crm.asked).hasValue(1);
        assertThat(bench.read(ada).vip()).isFalse();
        assertThat(origins(ada)).isEmpty();
    }

    @Test
    void whoIsErasedOrHasAnotherAddressByThenIsLeftAlone() {
        PersonId ada = wrote("ada");
        List<Heard> heard = List.of(new Heard("directory-crm", LookupBench.vip(true), null));
        assertThat(bench.following.handle(Lookups.DESK, ada, "other@example.org", heard, Set.of()))
                .isEmpty();
        assertThat(bench.read(ada).vip()).isFalse();
        assertThat(bench.following.handle(Lookups.DESK, ada, email, heard, Set.of()))
                .containsExactly("vip");
    }

    @Test
    void whoComesToAVeryImportantOrganizationIsVeryImportant() {
        String name = "Bank " + email;
        OrganizationId bank = bench.organizations
                .make(AGENT, new OrganizationProfile.Details(name, Set.of(), false, true))
                .id();
        crm.entries.put(
                email,
                new DirectoryEntry(null, name.toUpperCase(java.util.Locale.ROOT), null, null, null, null, Map.of()));
        PersonId ada = wrote("ada");
        look(ada);
        assertThat(bench.read(ada).organization()).isEqualTo(bank);
        assertThat(told).containsExactly(ada + " true The customer directory directory-crm says so");
    }

    @Test
    void whenAnOrganizationBecomesVeryImportantAllItsMembersAreToldOf() {
        var details = new OrganizationProfile.Details("Bank " + email, Set.of(), false, false);
        OrganizationProfile bank = bench.organizations.make(AGENT, details);
        crm.entries.put(email, new DirectoryEntry(null, details.name(), null, null, null, null, Map.of()));
        PersonId ada = wrote("ada");
        look(ada);
        assertThat(told).isEmpty();
        var important = new OrganizationProfile.Details(details.name(), Set.of(), false, true);
        bench.organizations.edit(AGENT, bank.id(), bank.version(), important);
        assertThat(bench.timers.due).containsKey("organization-importance " + bank.id());
        bench.members.ring(bank.id().toString(), clock.now());
        assertThat(told).containsExactly(ada + " true The organization became very important");
    }

    private Details details(String name, boolean vip, Map<String, String> attributes) {
        return new Details(name, EmailAddress.of(email, "email"), null, null, vip, true, null, null, attributes);
    }

    /** Somebody who wrote to the desk for the first time. */
    private PersonId wrote(String name) {
        PersonId id = new PersonId(STORE.ids().next());
        STORE.transactions().write(() -> {
            bench.persons.insert(PersonRow.customer(id, name, email, email, null, null, null, clock.now()));
            return id;
        });
        return id;
    }

    private void look(PersonId customer) {
        bench.lookups.all(List.of(customer), false);
    }

    private void lookLater(PersonId customer) {
        clock.moveBy(Duration.ofMinutes(6));
        look(customer);
    }

    private Map<String, Origin> origins(PersonId customer) {
        return STORE.transactions().read(() -> bench.origins.of(customer));
    }
}
