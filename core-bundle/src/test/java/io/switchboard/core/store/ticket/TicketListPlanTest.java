package io.switchboard.core.store.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketStoreBench.Listing;
import io.switchboard.core.store.type.StoreConfiguration;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of a list costs the same at any size of the desk: it is read along an index and nothing is sorted. */
class TicketListPlanTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Pattern SCAN_OF_A_TABLE =
            Pattern.compile("table=(?!SYSTEM_SUBQUERY)\\S+\\s+alias=\\S+\\s+cardinality=\\S+\\s+access=FULL SCAN");

    static Stream<Arguments> lists() {
        TeamId team = new TeamId(new UUID(0, 1));
        PersonId person = new PersonId(new UUID(0, 2));
        OrganizationId organization = new OrganizationId(new UUID(0, 3));
        List<Arguments> lists = new ArrayList<>();
        for (TicketOrder order : TicketOrder.values()) {
            lists.add(Arguments.of(order, new Lane.Everything(), "BUCKET" + suffix(order)));
            lists.add(Arguments.of(order, new Lane.OfTeams(List.of(team)), "QUEUE" + suffix(order)));
        }
        lists.add(Arguments.of(TicketOrder.UPDATED, new Lane.OfAssignee(person), "ASSIGNEE"));
        lists.add(Arguments.of(TicketOrder.UPDATED, new Lane.OfRequester(person), "REQUESTER"));
        lists.add(Arguments.of(TicketOrder.UPDATED, new Lane.OfSubmitter(person), "SUBMITTER"));
        lists.add(Arguments.of(TicketOrder.UPDATED, new Lane.OfOrganization(organization), "ORGANIZATION"));
        return lists.stream();
    }

    private static String suffix(TicketOrder order) {
        return "_" + (order == TicketOrder.PRIORITY ? "RANK" : order.name());
    }

    /** The engine says "uses index" of the order even where it reads along another one and sorts, so both are looked at. */
    @ParameterizedTest
    @MethodSource("lists")
    void aListIsReadAlongTheIndexOfItsOrder(TicketOrder order, Lane lane, String index) throws SQLException {
        assertThat(plan(order, lane))
                .contains("index=TICKET_" + index + "\n", "uses index")
                .doesNotContainPattern(SCAN_OF_A_TABLE);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(
                        new Filter(Status.CLOSED, null, null, null, null, null, null, null, null, null, null),
                        "TICKET_STATUS"),
                Arguments.of(
                        new Filter(null, null, null, "mail", null, null, null, null, null, null, null),
                        "TICKET_CATEGORY"),
                Arguments.of(new Filter(null, null, null, null, null, null, null, null, "red", null, null), "SYS_PK_"));
    }

    /** Values that few have are sorted, but nothing else is read for them. */
    @ParameterizedTest
    @MethodSource("filters")
    void whatFewTicketsHaveIsReadAlongTheIndexOfThatValue(Filter filter, String index) throws SQLException {
        assertThat(plan(bench -> bench.listing(new Lane.Everything())
                        .buckets(Bucket.ACTIVE, Bucket.DONE)
                        .filter(filter)))
                .contains("index=" + index)
                .doesNotContainPattern(SCAN_OF_A_TABLE);
    }

    /** What somebody takes part in is sorted, but nothing else is read for it. */
    @Test
    void onlyTheTicketsOfAParticipantAreReadForTheirList() throws SQLException {
        assertThat(plan(TicketOrder.UPDATED, new Lane.OfParticipant(new PersonId(new UUID(0, 2)))))
                .contains("index=PARTICIPANT_PERSON")
                .doesNotContainPattern(SCAN_OF_A_TABLE);
    }

    private static String plan(TicketOrder order, Lane lane) throws SQLException {
        return plan(bench -> bench.listing(lane).order(order).buckets(Bucket.ACTIVE));
    }

    private static String plan(Function<TicketStoreBench, Listing> listing) throws SQLException {
        List<String> statements = new ArrayList<>();
        StoreConfiguration configuration = STORE.transactions().configuration(Map.of(), statements::add);
        TicketStoreBench bench = new TicketStoreBench(STORE, new MapperSource() {
            @Override
            public <M> M of(Class<M> mapper) {
                return STORE.transactions().mapper(configuration, mapper);
            }
        });
        bench.list(listing.apply(bench).get());
        return plan(statements.get(statements.size() - 1));
    }

    private static String plan(String statement) throws SQLException {
        try (Connection connection = STORE.database().openConnection();
                PreparedStatement explained = connection.prepareStatement("explain plan for " + statement)) {
            ParameterMetaData parameters = explained.getParameterMetaData();
            for (int index = 1; index <= parameters.getParameterCount(); index++) {
                explained.setNull(index, Types.NULL);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explained.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
