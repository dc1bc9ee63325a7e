package io.switchboard.core.store.ticket;

import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketMapper.Stretch;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/**
 * The texts of lists; values stand in them as parameters only. They are put together here and not in the mapper's XML, because
 * a list of several stretches is long, and evaluating its XML took more time than the engine needed for the rows.
 */
public final class ListStatement {
    private static final String SUMMARY =
            "t.id, t.number, t.version, t.subject, t.requester, t.channel, t.type, t.category,"
                    + " t.product, t.impact, t.urgency, t.priority, t.priority_overridden, t.priority_rank, t.profile, t.status,"
                    + " t.stage, t.next_move, t.disposition, t.triage, t.postponed_until, t.status_since, t.reopenings, t.assignee,"
                    + " t.team, t.closure, t.deadlines, t.due_at, t.tags, t.confidential, t.next_update_due_at, t.created_at, t.updated_at,"
                    + " r.name as requester_name, r.email as requester_email, r.vip as requester_vip, a.name as assignee_name,"
                    + " a.email as assignee_email, a.vip as assignee_vip, g.name as team_name, g.tier as team_tier";
    private static final String NAMED = " left join person r on r.id = t.requester"
            + " left join person a on a.id = t.assignee left join team g on g.id = t.team";

    private ListStatement() {}

    /** Each stretch gives the places of a page, of which the first are kept; only their tickets are read whole. */
    public static String list(@Param("listing") TicketListing listing, @Param("stretches") List<Stretch> stretches) {
        String places = "t.id as place_id, t.priority_rank as place_rank, t." + column(listing) + " as place_time";
        return "select " + SUMMARY + " from (select place_id, place_rank, place_time from ("
                + united(listing, stretches, places) + ") found order by " + placeOrder(listing)
                + " fetch first #{listing.limit} rows only) page join ticket t on t.id = page.place_id" + NAMED;
    }

    /** The ids alone, in no order. */
    public static String ids(@Param("listing") TicketListing listing, @Param("stretches") List<Stretch> stretches) {
        return united(listing, stretches, "t.id");
    }

    /** Some tickets, as far as they are in scope. */
    public static String summaries(@Param("ids") Collection<?> ids, @Param("scope") VisibilityScope scope) {
        return "select " + SUMMARY + " from ticket t" + NAMED + " where t.id in " + values("ids", ids.size())
                + VisibleCondition.of(scope);
    }

    /** Returns the elements of a list among the parameters, in brackets. */
    static String values(String list, int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> "#{" + list + "[" + index + "]}")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String united(TicketListing listing, List<Stretch> stretches, String columns) {
        String conditions = filter(listing.filter()) + after(listing) + VisibleCondition.of(listing.scope());
        return IntStream.range(0, stretches.size())
                .mapToObj(index -> "(select " + columns + " from " + source(stretches.get(index)) + " where 1 = 1"
                        + stretch(listing, stretches.get(index), "stretches[" + index + "]") + conditions
                        + " order by " + order(listing, stretches.get(index))
                        + " fetch first #{listing.limit} rows only)")
                .collect(Collectors.joining(listing.overlapping() ? " union " : " union all "));
    }

    private static String source(Stretch stretch) {
        return switch (stretch.index()) {
            case "participant" -> "participant p join ticket t on t.id = p.ticket_id";
            case "tag" -> "ticket_tag g join ticket t on t.id = g.ticket_id";
            case "next_update" -> "next_update n join ticket t on t.id = n.ticket_id";
            default -> "ticket t";
        };
    }

    private static String stretch(TicketListing listing, Stretch stretch, String name) {
        String owner = switch (stretch.index()) {
            case "participant" -> " and p.person = #{" + name + ".owner}";
            case "tag" -> " and g.tag = #{listing.filter.tag}";
            case "next_update" -> " and n.due_at < #{listing.filter.updateDueBefore}";
            case "bucket", "status", "category" -> "";
            default -> " and t." + stretch.index() + " = #{" + name + ".owner}";
        };
        String lane = stretch.rare() && !listing.teams().isEmpty()
                ? " and t.queue in " + values("listing.teams", listing.teams().size())
                : "";
        if (stretch.bucket() == null) {
            return owner + lane + " and t.bucket in "
                    + values("listing.buckets", listing.buckets().size());
        }
        String order = stretch.ordered() ? " and t." + byOrder(listing) + " = 0" : "";
        return owner + lane + " and t.bucket = #{" + name + ".bucket}" + order;
    }

    private static String filter(Filter filter) {
        StringBuilder text = new StringBuilder();
        equal(text, "status", filter.status());
        equal(text, "priority", filter.priority());
        equal(text, "type", filter.type());
        equal(text, "category", filter.category());
        equal(text, "channel", filter.channel());
        equal(text, "assignee", filter.assignee());
        equal(text, "team", filter.team());
        equal(text, "requester", filter.requester());
        equal(text, "closure", filter.closure());
        if (filter.tag() != null) {
            text.append(" and t.id in (select w.ticket_id from ticket_tag w where w.tag = #{listing.filter.tag}")
                    .append(" and w.ticket_id = t.id)");
        }
        if (filter.dueBefore() != null) {
            text.append(" and t.due_at < #{listing.filter.dueBefore}");
        }
        if (filter.updateDueBefore() != null) {
            text.append(" and t.next_update_due_at < #{listing.filter.updateDueBefore}");
        }
        return text.toString();
    }

    private static void equal(StringBuilder text, String column, @Nullable Object value) {
        if (value != null) {
            text.append(" and t.")
                    .append(column)
                    .append(" = #{listing.filter.")
                    .append(column)
                    .append('}');
        }
    }

    private static String after(TicketListing listing) {
        if (listing.after() == null) {
            return "";
        }
        String time = "t." + column(listing);
        return switch (listing.order()) {
            case UPDATED, CREATED ->
                " and " + time + " <= #{listing.after.time} and (" + time
                        + " < #{listing.after.time} or t.id < #{listing.after.id})";
            case PRIORITY ->
                " and t.priority_rank <= #{listing.after.rank} and (t.priority_rank < #{listing.after.rank} or " + time
                        + " < #{listing.after.time} or (" + time
                        + " = #{listing.after.time} and t.id < #{listing.after.id}))";
            case DUE ->
                " and " + time + " >= #{listing.after.time} and (" + time
                        + " > #{listing.after.time} or t.id > #{listing.after.id})";
        };
    }

    /** The order names all columns of the index in one direction, or the engine would sort. */
    private static String order(TicketListing listing, Stretch stretch) {
        boolean down = listing.order() != TicketOrder.DUE;
        StringBuilder lead = new StringBuilder();
        switch (stretch.index()) {
            case "participant", "tag", "next_update", "bucket", "status", "category" -> {}
            default -> lead.append("t.").append(stretch.index()).append(',');
        }
        lead.append(stretch.bucket() == null ? "" : "t.bucket,");
        lead.append(stretch.ordered() ? "t." + byOrder(listing) + "," : "");
        lead.append(listing.order() == TicketOrder.PRIORITY ? "t.priority_rank," : "");
        lead.append("t.").append(column(listing)).append(",t.id");
        return down ? lead.toString().replace(",", " desc, ") + " desc" : lead.toString();
    }

    private static String placeOrder(TicketListing listing) {
        return switch (listing.order()) {
            case UPDATED, CREATED -> "place_time desc, place_id desc";
            case PRIORITY -> "place_rank desc, place_time desc, place_id desc";
            case DUE -> "place_time, place_id";
        };
    }

    private static String column(TicketListing listing) {
        return switch (listing.order()) {
            case UPDATED, PRIORITY -> "updated_at";
            case CREATED -> "created_at";
            case DUE -> "due_at";
        };
    }

    /** The column that picks the index of an order. */
    private static String byOrder(TicketListing listing) {
        return switch (listing.order()) {
            case UPDATED -> "by_updated";
            case CREATED -> "by_created";
            case PRIORITY -> "by_rank";
            case DUE -> "by_due";
        };
    }
}
