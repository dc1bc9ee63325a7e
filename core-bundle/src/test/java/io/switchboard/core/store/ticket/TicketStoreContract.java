package io.switchboard.core.store.ticket;

import static io.switchboard.core.store.ticket.TicketSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.history.ActorText;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of tickets keeps (IN9, ST3, CH4). */
interface TicketStoreContract {
    StoreTestbed store();

    default TicketStoreBench bench() {
        return new TicketStoreBench(store());
    }

    @Test
    default void aTicketIsReadAsItWasWritten() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        sample.subject = "Ünïcode \"quotes\" 🖨";
        sample.assignee = bench.person();
        sample.team = bench.team();
        sample.circumstances = new Circumstances("E42", List.of("mail", "vpn"), "nobody can print");
        sample.resolution = new Resolution(
                ResolutionKind.WORKAROUND, "other printer", "paper jam", "new rollers", VerificationMethod.TEST, null);
        sample.dueAt = NOON.plusSeconds(3600);
        sample.tags = Set.of("paper", "b");
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("floor", new FieldValue.Number(new BigDecimal("3.50")));
        fields.put("colour", new FieldValue.Flag(true));
        fields.put("note", new FieldValue.Text("two\nlines"));
        fields.put("models", new FieldValue.Items(List.of("x", "y")));
        sample.fields = fields;
        sample.external = new ExternalReference("osticket", "778 " + sample.id);
        sample.createdAt = NOON.plus(7, ChronoUnit.MICROS);

        bench.insert(sample);

        assertThat(bench.find(sample.id).ticket()).isEqualTo(sample.ticket());
    }

    @Test
    default void theDescriptionIsTheOpeningMessage() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.insert(bench.sample());
        bench.write(() -> bench.threads.append(new MessageRow(
                sample.opening,
                sample.id,
                MessageKind.CUSTOMER,
                sample.requester.id(),
                "It smokes",
                BodyFormat.TEXT,
                "api",
                false,
                NOON)));
        assertThat(bench.find(sample.id).ticket().description()).isEqualTo("It smokes");
    }

    @Test
    default void aLockedTicketIsReplacedWithItsTags() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        sample.tags = Set.of("old", "kept");
        bench.insert(sample);
        sample.tags = Set.of("kept", "fresh");
        sample.status = Status.IN_PROGRESS;
        bench.write(() -> {
            StoredTicket before = bench.tickets.lock(sample.id).orElseThrow();
            bench.tickets.update(before, sample.stored());
        });
        assertThat(bench.find(sample.id).ticket()).isEqualTo(sample.ticket());
        assertThat(bench.ids(bench.listing(new Lane.OfRequester(sample.requester.id()))
                        .filter(tagged("old"))
                        .get()))
                .isEmpty();
        assertThat(bench.ids(bench.listing(new Lane.OfRequester(sample.requester.id()))
                        .filter(tagged("fresh"))
                        .get()))
                .containsExactly(sample.id);
    }

    @Test
    default void whatDoesNotExistIsNotLocked() {
        TicketStoreBench bench = bench();
        TicketId unknown = new TicketId(store().ids().next());
        bench.write(() -> assertThat(bench.tickets.lock(unknown)).isEmpty());
    }

    @Test
    default void aTicketFromBeforeThereWereTurnsIsLockedToo() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.insert(bench.sample());
        bench.write(() -> new TicketTurns(store().mappers()).purged(sample.id));
        for (int time = 0; time < 2; time++) {
            bench.write(() -> assertThat(bench.tickets.lock(sample.id)).isPresent());
        }
        assertThatThrownBy(() -> bench.write(() -> new TicketTurns(store().mappers()).opened(sample.id)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void anExternalNumberIsFreeAgainWhenItsTicketHasAnotherOrIsGone() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        ExternalReference first = new ExternalReference("zendesk", "first " + sample.id);
        ExternalReference second = new ExternalReference("zendesk", "second " + sample.id);
        sample.external = first;
        bench.insert(sample);
        sample.external = second;
        bench.write(() -> bench.tickets.update(bench.tickets.lock(sample.id).orElseThrow(), sample.stored()));
        bench.write(() -> {
            assertThat(bench.tickets.byExternal("zendesk", first.number())).isEmpty();
            assertThat(bench.tickets.byExternal("zendesk", second.number())).contains(sample.id);
        });
        bench.write(() -> bench.tickets.purge(sample.stored(), tombstone(sample)));
        TicketSample other = bench.sample();
        other.external = second;
        bench.insert(other);
        bench.write(() -> assertThat(bench.tickets.byNumber(second.number())).contains(other.id));
    }

    @Test
    default void aTicketIsFoundByEachOfItsNumbers() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        sample.external = new ExternalReference("zendesk", "Z" + sample.id);
        bench.insert(sample);
        bench.write(() -> {
            assertThat(bench.tickets.byNumber("T-" + sample.id)).contains(sample.id);
            assertThat(bench.tickets.byNumber("Z" + sample.id)).contains(sample.id);
            assertThat(bench.tickets.byExternal("zendesk", "Z" + sample.id)).contains(sample.id);
            assertThat(bench.tickets.byExternal("osticket", "Z" + sample.id)).isEmpty();
        });
    }

    @Test
    default void aNumberOfAnotherSystemIsTakenOnce() {
        TicketStoreBench bench = bench();
        TicketSample first = bench.sample();
        first.external = new ExternalReference("zendesk", "twice " + first.id);
        bench.insert(first);
        TicketSample second = bench.sample();
        second.external = first.external;
        assertThatThrownBy(() -> bench.insert(second)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void participantsComeAndGo() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.insert(bench.sample());
        PersonId cc = bench.person().id();
        bench.write(() -> {
            bench.tickets.addParticipant(sample.id, cc, "cc");
            assertThat(bench.tickets.inCopy(sample.id)).containsExactly(cc);
            bench.tickets.addParticipant(sample.id, cc, "watcher");
            assertThat(bench.tickets.inCopy(sample.id)).isEmpty();
        });
        assertThat(bench.find(sample.id).participants()).containsExactly(cc);
        bench.write(() -> {
            assertThat(bench.tickets.removeParticipant(sample.id, cc)).isTrue();
            assertThat(bench.tickets.removeParticipant(sample.id, cc)).isFalse();
        });
        assertThat(bench.find(sample.id).participants()).isEmpty();
    }

    @Test
    default void ticketsReadTogetherAreThoseReadOneByOne() {
        TicketStoreBench bench = bench();
        TicketSample full = bench.sample();
        full.assignee = bench.person();
        full.team = bench.team();
        full.tags = Set.of("paper");
        bench.insert(full);
        TicketSample plain = bench.insert(bench.sample());
        bench.write(() -> {
            bench.tickets.addParticipant(full.id, bench.person().id(), "cc");
            bench.tickets.addParticipant(full.id, bench.person().id(), "watcher");
        });
        List<TicketId> wanted = List.of(full.id, new TicketId(store().ids().next()), plain.id);
        bench.write(() -> assertThat(bench.tickets.find(wanted))
                .isEqualTo(Map.of(full.id, bench.find(full.id), plain.id, bench.find(plain.id))));
        bench.write(() -> assertThat(bench.tickets.find(List.of())).isEmpty());
    }

    @Test
    default void ticketsIntoWhichOthersWereMergedAreTold() {
        TicketStoreBench bench = bench();
        TicketSample survivor = bench.insert(bench.sample());
        TicketSample merged = bench.sample();
        merged.mergedInto = survivor.id;
        bench.insert(merged);
        bench.write(() -> assertThat(bench.tickets.survivors(List.of(survivor.id, merged.id)))
                .containsExactly(survivor.id));
    }

    @Test
    default void whatWasMergedIntoMergedTicketsIsFoundToo() {
        TicketStoreBench bench = bench();
        TicketSample survivor = bench.insert(bench.sample());
        TicketSample middle = bench.sample();
        middle.mergedInto = survivor.id;
        bench.insert(middle);
        TicketSample far = bench.sample();
        far.mergedInto = middle.id;
        bench.insert(far);
        bench.write(() -> assertThat(bench.tickets.mergedInto(survivor.id)).containsExactly(middle.id, far.id));
    }

    @Test
    default void aPurgedTicketLeavesATombstone() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        sample.tags = Set.of("gone");
        bench.insert(sample);
        Tombstone tombstone = tombstone(sample);
        bench.write(() -> bench.tickets.purge(sample.stored(), tombstone));
        bench.write(() -> {
            assertThat(bench.tickets.find(sample.id)).isEmpty();
            assertThat(bench.tickets.tombstone(sample.id)).contains(tombstone);
            assertThat(bench.tickets.byNumber("T-" + sample.id)).isEmpty();
            assertThat(bench.tickets.standing(List.of(sample.id)))
                    .containsExactly(new StandingRow(sample.id, true, TriageState.DONE));
        });
    }

    @Test
    default void theLinkOfATicketShowsItAlone() {
        TicketStoreBench bench = bench();
        TicketSample one = bench.insert(bench.sample());
        TicketSample other = bench.insert(bench.sample());
        Caller holder = Caller.link(one.id, one.requester.id(), "link");
        bench.write(() -> assertThat(bench.tickets.summaries(List.of(one.id, other.id), AccessPolicy.scope(holder)))
                .extracting(TicketSummary::id)
                .containsExactly(one.id));
    }

    @Test
    default void aSummaryIsTheTicketInShort() {
        TicketStoreBench bench = bench();
        TicketSample sample = bench.sample();
        sample.assignee = bench.person();
        sample.team = bench.team();
        sample.tags = Set.of("a");
        bench.insert(sample);
        Ticket ticket = sample.ticket();
        TicketSummary summary = bench.list(
                        bench.listing(new Lane.OfAssignee(sample.assignee.id())).get())
                .get(0);
        assertThat(summary.classification()).isEqualTo(ticket.classification());
        assertThat(summary.progress()).isEqualTo(ticket.progress());
        assertThat(summary.assignee()).isEqualTo(ticket.assignee());
        assertThat(summary.team()).isEqualTo(ticket.team());
        assertThat(summary.tags()).isEqualTo(ticket.tags());
    }

    private static Filter tagged(String tag) {
        return new Filter(null, null, null, null, null, null, null, null, tag, null, null);
    }

    private static Tombstone tombstone(TicketSample sample) {
        return new Tombstone(
                sample.id,
                "T-" + sample.id,
                3,
                HistoryRow.BEGINNING,
                NOON,
                ActorText.write(new Actor.System("test")),
                true);
    }
}
