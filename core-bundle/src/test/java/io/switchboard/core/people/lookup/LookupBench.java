package io.switchboard.core.people.lookup;

import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.FakeTimers;
import io.switchboard.core.people.KnownCallers;
import io.switchboard.core.people.directory.CustomerChanges;
import io.switchboard.core.people.directory.ImportanceListener;
import io.switchboard.core.people.directory.Organizations;
import io.switchboard.core.people.directory.Origins;
import io.switchboard.core.people.directory.PeopleChanges;
import io.switchboard.core.people.directory.TellMembers;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlOrganizationStore;
import io.switchboard.core.store.people.SqlOriginStore;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.timing.DeskClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Customer directories in memory, and the part of the desk that asks them, on a real store. */
public final class LookupBench {
    /** Looks customers up in the background. */
    public final Lookups lookups;

    final StoreTestbed testbed;
    final FakeRegistry registry;
    final SqlPersonStore persons;
    final Origins origins;
    final PeopleChanges changes;
    final CustomerChanges customerChanges;
    final Organizations organizations;
    final TellMembers members;
    final DirectoryQuestions questions;
    final FollowDirectories following;
    final FakeTimers timers = new FakeTimers();
    private final DeskClock clock;

    /** Makes it. */
    public LookupBench(
            StoreTestbed testbed,
            FakeRegistry registry,
            SqlPersonStore persons,
            AuditLog audit,
            ImportanceListener importance,
            DeskClock clock) {
        this.testbed = testbed;
        this.registry = registry;
        this.persons = persons;
        this.clock = clock;
        var transactions = testbed.transactions();
        var mappers = testbed.mappers();
        var organizationStore = new SqlOrganizationStore(mappers);
        var originStore = new SqlOriginStore(mappers);
        origins = new Origins(originStore);
        changes = new PeopleChanges(transactions, new KnownCallers(), audit);
        customerChanges = new CustomerChanges(persons, organizationStore, importance, changes);
        members = new TellMembers(transactions, organizationStore, persons, importance, timers, clock);
        organizations = new Organizations(transactions, changes, organizationStore, testbed.ids(), members);
        questions = new DirectoryQuestions(registry, new BoundedPluginCalls(new Quarantine()));
        following = new FollowDirectories(changes, persons, customerChanges, organizations, origins, clock);
        lookups = new Lookups(transactions, questions, following, originStore, clock);
    }

    /** Returns what looks everybody with an open ticket up by the clock. */
    public LookAgain again(TicketStore tickets) {
        var settings = new SqlSettingStore(testbed.transactions(), testbed.mappers());
        return new LookAgain(testbed.transactions(), questions, lookups, tickets, settings, timers, clock);
    }

    /** Waits until whatever runs for a customer is done. */
    public void waitFor(PersonId customer) {
        lookups.all(List.of(customer), false);
    }

    /** Returns a customer as they are stored. */
    PersonRow read(PersonId customer) {
        return testbed.transactions().read(() -> persons.find(customer)).orElseThrow();
    }

    /** Returns an entry that knows one thing only. */
    public static DirectoryEntry vip(boolean vip) {
        return new DirectoryEntry(null, null, vip, null, null, null, Map.of());
    }

    /** A directory whose entries a test makes up. */
    public static final class MadeUp implements CustomerDirectory {
        /** What it knows, by address. */
        public final Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();

        /** How often it was asked. */
        public final AtomicInteger asked = new AtomicInteger();

        /** What it throws, or null. */
        public volatile @Nullable RuntimeException failure;

        /** What it says of its edition. */
        public volatile String edition = "";

        @Override
        public Optional<DirectoryEntry> byEmail(String email) {
            asked.incrementAndGet();
            RuntimeException thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
            return Optional.ofNullable(entries.get(email));
        }

        @Override
        public String edition() {
            return edition;
        }
    }
}
