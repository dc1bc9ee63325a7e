package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.lifecycle.Standings;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tickets in SQL. */
@Component(service = TicketStore.class)
public final class SqlTicketStore implements TicketStore {
    private final MapperSource mappers;
    private final PersonStore persons;
    private final TeamReferences teams;
    private final ThreadStore threads;
    private final Lifecycle lifecycle;
    private final Standings standings;
    private final TicketTurns turns;
    private final RareReferences references;

    /** Makes the store. */
    @Activate
    public SqlTicketStore(
            @Reference MapperSource mappers,
            @Reference PersonStore persons,
            @Reference TeamReferences teams,
            @Reference ThreadStore threads,
            @Reference Lifecycle lifecycle) {
        this.mappers = mappers;
        this.persons = persons;
        this.teams = teams;
        this.threads = threads;
        this.lifecycle = lifecycle;
        this.standings = new Standings(mappers);
        this.turns = new TicketTurns(mappers);
        this.references = new RareReferences(mappers);
    }

    @Override
    public void insert(StoredTicket stored) {
        Ticket ticket = stored.ticket();
        standings.moved(ticket.id(), null, ticket.progress());
        mapper().insert(TicketAssembly.row(stored, bucket(ticket)));
        turns.opened(ticket.id());
        references.changed(ticket.id(), null, stored);
        ticket.tags().forEach(tag -> mapper().insertTag(ticket.id(), tag));
    }

    @Override
    public Optional<StoredTicket> lock(TicketId id) {
        return turns.take(id) ? find(id) : Optional.empty();
    }

    @Override
    public void update(StoredTicket before, StoredTicket after) {
        Ticket ticket = after.ticket();
        standings.moved(ticket.id(), before.ticket().progress(), ticket.progress());
        mapper().update(TicketAssembly.row(after, bucket(ticket)));
        references.changed(ticket.id(), before, after);
        for (String tag : before.ticket().tags()) {
            if (!ticket.tags().contains(tag)) {
                mapper().deleteTag(ticket.id(), tag);
            }
        }
        for (String tag : ticket.tags()) {
            if (!before.ticket().tags().contains(tag)) {
                mapper().insertTag(ticket.id(), tag);
            }
        }
    }

    @Override
    public Optional<StoredTicket> find(TicketId id) {
        return mapper().find(id).map(row -> assemble(List.of(row)).get(0));
    }

    @Override
    public Map<TicketId, StoredTicket> find(Collection<TicketId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return assemble(mapper().findAll(InList.of(ids, TicketId::new))).stream()
                .collect(Collectors.toMap(stored -> stored.ticket().id(), Function.identity()));
    }

    private List<StoredTicket> assemble(List<TicketRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<PersonId> people = new HashSet<>();
        Set<TeamId> mentioned = new HashSet<>();
        for (TicketRow row : rows) {
            people.add(row.requester());
            people.add(row.submitter());
            add(people, row.assignee());
            TeamId team = row.team();
            if (team != null) {
                mentioned.add(team);
            }
        }
        TicketAssembly assembly = new TicketAssembly(persons.references(people), teams.of(mentioned));
        Map<MessageId, String> descriptions =
                threads.messages(rows.stream().map(TicketRow::openingMessage).toList()).stream()
                        .collect(Collectors.toMap(MessageRow::id, MessageRow::body));
        Map<TicketId, Set<PersonId>> participants =
                mapper()
                        .participantsOf(
                                InList.of(rows.stream().map(TicketRow::id).toList(), TicketId::new))
                        .stream()
                        .collect(Collectors.groupingBy(
                                ParticipantRow::ticketId,
                                Collectors.mapping(ParticipantRow::person, Collectors.toSet())));
        return rows.stream()
                .map(row -> assembly.ticket(
                        row,
                        descriptions.getOrDefault(row.openingMessage(), ""),
                        Set.copyOf(participants.getOrDefault(row.id(), Set.of()))))
                .toList();
    }

    @Override
    public Optional<TicketId> byNumber(String number) {
        return mapper().byNumber(number).or(() -> references.byExternalNumber(number));
    }

    @Override
    public Optional<TicketId> byExternal(String system, String number) {
        return references.byExternal(system, number);
    }

    @Override
    public List<TicketSummary> list(TicketListing wanted) {
        TicketListing listing = narrowed(wanted);
        Stretches stretches = stretches(listing);
        return stretches.isEmpty()
                ? List.of()
                : listed(listing, stretches).stream()
                        .sorted(Stretches.comparator(listing.order()))
                        .map(TicketAssembly::summary)
                        .toList();
    }

    private List<SummaryRow> listed(TicketListing listing, Stretches stretches) {
        VisibilityScope scope = listing.scope();
        return mapper().list(
                        listing,
                        stretches.stretches(),
                        scope,
                        List.copyOf(scope.teams()),
                        List.copyOf(scope.confidentialTeams()));
    }

    /** Leaves out the parts of the queues that hold no ticket of the wanted status. */
    private TicketListing narrowed(TicketListing listing) {
        Status status = listing.filter().status();
        Set<StatusCategory> categories = status == null ? Set.of() : lifecycle.categories(status);
        return categories.isEmpty()
                ? listing
                : listing.in(listing.buckets().stream()
                        .filter(bucket -> bucket.mayHold(categories))
                        .toList());
    }

    private Stretches stretches(TicketListing listing) {
        return listing.scope().admitsNothing() || listing.buckets().isEmpty()
                ? Stretches.NONE
                : new RareValues(mapper()).of(listing).orElseGet(() -> Stretches.of(listing));
    }

    @Override
    public List<TicketSummary> summaries(Collection<TicketId> ids, VisibilityScope scope) {
        return ids.isEmpty() || scope.admitsNothing()
                ? List.of()
                : mapper()
                        .summaries(
                                List.copyOf(ids),
                                scope,
                                List.copyOf(scope.teams()),
                                List.copyOf(scope.confidentialTeams()))
                        .stream()
                        .map(TicketAssembly::summary)
                        .toList();
    }

    @Override
    public int count(TicketListing wanted) {
        TicketListing listing = narrowed(wanted);
        Stretches stretches = stretches(listing);
        if (stretches.isEmpty()) {
            return 0;
        }
        Set<TicketId> found = new HashSet<>(mapper().listIds(
                        listing,
                        stretches.stretches(),
                        listing.scope(),
                        List.copyOf(listing.scope().teams()),
                        List.copyOf(listing.scope().confidentialTeams())));
        return Math.min(found.size(), listing.limit());
    }

    @Override
    public List<TicketId> walk(@Nullable TicketId after, boolean triagedOnly, int limit) {
        return mapper().walk(after, triagedOnly, limit);
    }

    @Override
    public List<HeadRow> heads(@Nullable TicketId after, int limit) {
        return mapper().heads(after, limit);
    }

    @Override
    public List<StandingRow> standing(Collection<TicketId> ids) {
        return ids.isEmpty() ? List.of() : mapper().standing(ids);
    }

    @Override
    public List<TicketId> mergedInto(TicketId survivor) {
        return references.mergedInto(survivor);
    }

    @Override
    public Set<TicketId> survivors(Collection<TicketId> ids) {
        return references.survivors(ids);
    }

    @Override
    public Set<PersonId> inCopy(TicketId ticket) {
        return Set.copyOf(mapper().inCopy(ticket));
    }

    @Override
    public void addParticipant(TicketId ticket, PersonId person, String kind) {
        mapper().deleteParticipant(ticket, person);
        mapper().insertParticipant(ticket, person, kind);
    }

    @Override
    public boolean removeParticipant(TicketId ticket, PersonId person) {
        return mapper().deleteParticipant(ticket, person) == 1;
    }

    @Override
    public void purge(StoredTicket stored, Tombstone tombstone) {
        TicketId id = stored.ticket().id();
        mapper().deleteParticipants(id);
        mapper().deleteTags(id);
        standings.left(id, stored.ticket().progress());
        mapper().delete(id);
        turns.purged(id);
        references.changed(id, stored, null);
        mapper().insertTombstone(tombstone);
    }

    @Override
    public Optional<Tombstone> tombstone(TicketId id) {
        return mapper().tombstone(id);
    }

    @Override
    public List<Tombstone> tombstones(@Nullable TicketId after, int limit) {
        return mapper().tombstones(after, limit);
    }

    private Bucket bucket(Ticket ticket) {
        return Bucket.of(
                ticket.progress().disposition(),
                ticket.progress().triage(),
                lifecycle.category(ticket.progress()),
                ticket.progress().postponedUntil() != null,
                ticket.assignee() != null);
    }

    private static void add(Set<PersonId> people, @Nullable PersonId person) {
        if (person != null) {
            people.add(person);
        }
    }

    private TicketMapper mapper() {
        return mappers.of(TicketMapper.class);
    }
}
