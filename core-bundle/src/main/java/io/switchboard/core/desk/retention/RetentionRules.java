package io.switchboard.core.desk.retention;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How long the desk keeps what. The setting {@code retention} has a rule for each subject; what has none is kept. Unless
 * set, there is none.
 */
@Component(service = RetentionRules.class)
public final class RetentionRules {
    private static final String SETTING = "retention";
    private static final int MOST = 36_600;
    private static final int LEAST_RECORD = 30;

    private final DeskSettings settings;

    /** Makes it. */
    @Activate
    public RetentionRules(@Reference DeskSettings settings) {
        this.settings = settings;
    }

    /** What becomes of tickets. */
    public enum Action {
        /** A tombstone is left. */
        PURGE,
        /** All words and files go; the ticket stays for the figures. */
        EMPTY;

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The rules, in days; null keeps for ever.
     *
     * @param tickets since anything last happened to a ticket that is solved, closed or archived
     * @param action what becomes of it
     * @param spam since anything last happened to spam
     * @param trash since anything last happened to what lies in the trash
     * @param customers since a customer without a ticket last came in or was changed
     * @param deliveries since a message was written that left the desk or never will
     * @param audit since an entry of the audit log was written
     */
    public record Rules(
            @Nullable Integer tickets,
            Action action,
            @Nullable Integer spam,
            @Nullable Integer trash,
            @Nullable Integer customers,
            @Nullable Integer deliveries,
            @Nullable Integer audit) {
        /** Keeps everything. */
        public static final Rules NONE = new Rules(null, Action.PURGE, null, null, null, null, null);

        /** Refuses what is no rule. The least for what cannot be had again by anybody is longer than a holiday. */
        public Rules {
            check("tickets.days", tickets, LEAST_RECORD);
            check("spam.days", spam, 1);
            check("trash.days", trash, 1);
            check("customers.days", customers, LEAST_RECORD);
            check("deliveries.days", deliveries, 1);
            check("audit.days", audit, LEAST_RECORD);
        }

        /** Returns after how many days something goes, or null if it is kept. */
        public @Nullable Integer days(Subject subject) {
            return switch (subject) {
                case TICKETS -> tickets;
                case SPAM -> spam;
                case TRASH -> trash;
                case CUSTOMERS -> customers;
                case DELIVERIES -> deliveries;
                case AUDIT -> audit;
            };
        }

        private static void check(String field, @Nullable Integer days, int least) {
            if (days != null && (days < least || days > MOST)) {
                throw SwitchboardException.field(
                        field, "must be a whole number from " + least + " to " + MOST + "; leave the rule out to keep");
            }
        }
    }

    /** Returns the rules. */
    public Versioned<Rules> get(Caller caller) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        return current();
    }

    /** Replaces the rules that are still as the caller saw them; they hold from the next run on. */
    public Versioned<Rules> replace(Caller caller, Rules wanted, Precondition precondition) {
        demandRights(caller);
        return settings.replace(caller, SETTING, Rules.class, Rules.NONE, wanted, precondition);
    }

    /** Demands the rights to do by hand what rules do by themselves. */
    static void demandRights(Caller caller) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        AccessPolicy.require(caller, Right.TICKET_PURGE);
        AccessPolicy.require(caller, Right.PERSON_ERASE);
    }

    Versioned<Rules> current() {
        return settings.read(SETTING, Rules.class, Rules.NONE);
    }
}
