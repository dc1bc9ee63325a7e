package io.switchboard.core.desk.conversation;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How long a solved ticket can be opened again by an answer (ST6). The setting {@code ticket.reopen} gives the days, from
 * 0 to 3,660; unless set it is 14.
 */
@Component(service = ReopenWindow.class)
public final class ReopenWindow {
    /** The setting's name. */
    public static final String SETTING = "ticket.reopen";

    private static final int MOST = 3_660;
    private static final Days STANDARD = new Days(14);

    private final DeskSettings settings;

    /** Makes it. */
    @Activate
    public ReopenWindow(@Reference DeskSettings settings) {
        this.settings = settings;
    }

    /** The setting's content. */
    public record Days(int days) {
        /** Refuses what is no window. */
        public Days {
            if (days < 0 || days > MOST) {
                throw SwitchboardException.field("days", "must be a whole number from 0 to " + MOST);
            }
        }
    }

    /** Returns the window. */
    public Versioned<Days> get(Caller caller) {
        AccessPolicy.requireKnown(caller);
        return current();
    }

    /** Replaces the window that is still as the caller saw it; it holds at once, also for what was solved before. */
    public Versioned<Days> replace(Caller caller, Days wanted, Precondition precondition) {
        return settings.replace(caller, SETTING, Days.class, STANDARD, wanted, precondition);
    }

    /** Returns how long it is. */
    public Duration length() {
        return Duration.ofDays(current().content().days());
    }

    private Versioned<Days> current() {
        return settings.read(SETTING, Days.class, STANDARD);
    }
}
