package io.switchboard.core.store.ticket;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.store.type.ReadTexts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Lang;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;

/** Statements on {@code ticket}. */
public interface TicketMapper {
    /** The values that few tickets may have. */
    Set<String> RARE = Set.of("status", "category", "tag", "next_update");

    /**
     * One stretch of an index.
     *
     * @param index by what the index is led: {@code queue}, {@code assignee}, {@code requester}, {@code submitter}, {@code
     *     participant}, {@code organization} or {@code bucket}; or {@code status}, {@code category}, {@code tag} or {@code
     *     next_update}, whose value stands in the listing's filter
     * @param owner the value of its first column, or null if that is the bucket
     * @param bucket the bucket, or null where the index has none
     */
    record Stretch(
            String index, @Nullable UUID owner, @Nullable Bucket bucket) {
        /** Tells whether it holds the few tickets that have a value of the filter, in whatever lane. */
        public boolean rare() {
            return RARE.contains(index);
        }

        /** Tells whether there is an index of the kind for each order. */
        public boolean ordered() {
            return index.equals("queue") || index.equals("bucket");
        }
    }

    void insert(TicketRow ticket);

    void update(TicketRow ticket);

    Optional<TicketRow> find(TicketId id);

    List<TicketRow> findAll(@Param("ids") Collection<TicketId> ids);

    Optional<TicketId> byNumber(String number);

    @Lang(ReadTexts.class)
    @SelectProvider(type = ListStatement.class, method = "list")
    List<SummaryRow> list(
            @Param("listing") TicketListing listing,
            @Param("stretches") List<Stretch> stretches,
            @Param("scope") VisibilityScope scope,
            @Param("teams") List<TeamId> teams,
            @Param("confidential") List<TeamId> confidentialTeams);

    /** Counts the tickets that have the filter's value of an index, up to a limit. */
    int having(@Param("index") String index, @Param("filter") TicketListing.Filter filter, @Param("limit") int limit);

    @Lang(ReadTexts.class)
    @SelectProvider(type = ListStatement.class, method = "ids")
    List<TicketId> listIds(
            @Param("listing") TicketListing listing,
            @Param("stretches") List<Stretch> stretches,
            @Param("scope") VisibilityScope scope,
            @Param("teams") List<TeamId> teams,
            @Param("confidential") List<TeamId> confidentialTeams);

    @Lang(ReadTexts.class)
    @SelectProvider(type = ListStatement.class, method = "summaries")
    List<SummaryRow> summaries(
            @Param("ids") List<TicketId> ids,
            @Param("scope") VisibilityScope scope,
            @Param("teams") List<TeamId> teams,
            @Param("confidential") List<TeamId> confidentialTeams);

    List<TicketId> walk(
            @Param("after") @Nullable TicketId after,
            @Param("triagedOnly") boolean triagedOnly,
            @Param("limit") int limit);

    List<StandingRow> standing(@Param("ids") Collection<TicketId> ids);

    List<ParticipantRow> participantsOf(@Param("tickets") Collection<TicketId> tickets);

    List<PersonId> inCopy(TicketId ticket);

    void insertParticipant(
            @Param("ticket") TicketId ticket, @Param("person") PersonId person, @Param("kind") String kind);

    int deleteParticipant(@Param("ticket") TicketId ticket, @Param("person") PersonId person);

    void insertTag(@Param("ticket") TicketId ticket, @Param("tag") String tag);

    void deleteTag(@Param("ticket") TicketId ticket, @Param("tag") String tag);

    void deleteParticipants(TicketId ticket);

    void deleteTags(TicketId ticket);

    void delete(TicketId ticket);

    void insertTombstone(Tombstone tombstone);

    Optional<Tombstone> tombstone(TicketId ticket);

    List<HeadRow> heads(@Param("after") @Nullable TicketId after, @Param("limit") int limit);

    List<Tombstone> tombstones(@Param("after") @Nullable TicketId after, @Param("limit") int limit);
}
