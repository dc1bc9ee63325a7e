package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.retention.RetentionRules.Rules;
import io.switchboard.core.desk.retention.RetentionRun;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of retention, null for what is kept for ever, and the latest run, null before the first. */
record RetentionView(
        @Nullable TicketRuleView tickets,
        @Nullable AgeRuleView spam,
        @Nullable AgeRuleView trash,
        @Nullable AgeRuleView customers,
        @Nullable AgeRuleView deliveries,
        @Nullable AgeRuleView audit,
        @Nullable RetentionRunView lastRun) {
    /** After how many days something goes. */
    record AgeRuleView(int days) {
        static @Nullable AgeRuleView of(@Nullable Integer days) {
            return days == null ? null : new AgeRuleView(days);
        }
    }

    /** After how many days tickets go, and how. */
    record TicketRuleView(int days, String action) {}

    /** What a run took, by subject. */
    record RetentionRunView(Instant begunAt, @Nullable Instant endedAt, Map<String, Long> taken) {
        static RetentionRunView of(RetentionRun run) {
            Map<String, Long> taken = new TreeMap<>();
            run.taken().forEach((subject, count) -> taken.put(subject.id(), count));
            return new RetentionRunView(run.begunAt(), run.endedAt(), taken);
        }
    }

    static RetentionView of(Rules rules, @Nullable RetentionRun run) {
        Integer tickets = rules.tickets();
        return new RetentionView(
                tickets == null
                        ? null
                        : new TicketRuleView(tickets, rules.action().id()),
                AgeRuleView.of(rules.spam()),
                AgeRuleView.of(rules.trash()),
                AgeRuleView.of(rules.customers()),
                AgeRuleView.of(rules.deliveries()),
                AgeRuleView.of(rules.audit()),
                run == null ? null : RetentionRunView.of(run));
    }
}
