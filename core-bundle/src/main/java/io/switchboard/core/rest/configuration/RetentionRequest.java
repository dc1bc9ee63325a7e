package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.retention.RetentionRules.Action;
import io.switchboard.core.desk.retention.RetentionRules.Rules;
import org.jspecify.annotations.Nullable;

/** The rules of retention as they are wanted. */
public record RetentionRequest(
        @Nullable TicketRule tickets,
        @Nullable AgeRule spam,
        @Nullable AgeRule trash,
        @Nullable AgeRule customers,
        @Nullable AgeRule deliveries,
        @Nullable AgeRule audit) {
    /** After how many days something goes. */
    public record AgeRule(@Nullable Integer days) {}

    /** After how many days tickets go, and how. */
    public record TicketRule(
            @Nullable Integer days, @Nullable String action) {}

    Rules rules() {
        return new Rules(
                tickets == null ? null : given("tickets.days", tickets.days()),
                tickets == null ? Action.PURGE : action(tickets.action()),
                days("spam.days", spam),
                days("trash.days", trash),
                days("customers.days", customers),
                days("deliveries.days", deliveries),
                days("audit.days", audit));
    }

    private static @Nullable Integer days(String field, @Nullable AgeRule rule) {
        return rule == null ? null : given(field, rule.days());
    }

    private static Integer given(String field, @Nullable Integer days) {
        if (days == null) {
            throw SwitchboardException.field(field, "must be given; leave the whole rule out to keep");
        }
        return days;
    }

    private static Action action(@Nullable String id) {
        for (Action known : Action.values()) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        throw SwitchboardException.field("tickets.action", "must be purge or empty");
    }
}
