package io.switchboard.core.desk.configuration;

import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which priority follows from impact and urgency (CL3), as the administrator wants it. A change holds for what is opened or
 * classified from then on; tickets that are there keep their priority until their impact or urgency is set.
 */
@Component(service = PriorityMatrix.class)
public final class PriorityMatrix {
    private static final String SETTING = "priority.matrix";

    private final DeskSettings settings;

    /** Makes it. */
    @Activate
    public PriorityMatrix(@Reference DeskSettings settings) {
        this.settings = settings;
    }

    /** The matrix: a row for each impact. */
    public record Matrix(Row high, Row medium, Row low) {
        /** That of a desk that has not chosen another. */
        public static final Matrix STANDARD =
                new Matrix(Row.standard(Level.HIGH), Row.standard(Level.MEDIUM), Row.standard(Level.LOW));

        /** Returns the priority of an impact and an urgency. */
        public Priority of(Level impact, Level urgency) {
            Row row = switch (impact) {
                case HIGH -> high;
                case MEDIUM -> medium;
                case LOW -> low;
            };
            return row.of(urgency);
        }
    }

    /** The priorities of an impact: one for each urgency. */
    public record Row(Priority high, Priority medium, Priority low) {
        private static Row standard(Level impact) {
            return new Row(
                    Priority.of(impact, Level.HIGH), Priority.of(impact, Level.MEDIUM), Priority.of(impact, Level.LOW));
        }

        private Priority of(Level urgency) {
            return switch (urgency) {
                case HIGH -> high;
                case MEDIUM -> medium;
                case LOW -> low;
            };
        }
    }

    /** Returns the matrix. */
    public Versioned<Matrix> get(Caller caller) {
        AccessPolicy.requireKnown(caller);
        return current();
    }

    /** Replaces the matrix that is still as the caller saw it. */
    public Versioned<Matrix> replace(Caller caller, Matrix wanted, Precondition precondition) {
        return settings.replace(caller, SETTING, Matrix.class, Matrix.STANDARD, wanted, precondition);
    }

    /** Returns the priority that follows from an impact and an urgency now. */
    public Priority of(Level impact, Level urgency) {
        return current().content().of(impact, urgency);
    }

    private Versioned<Matrix> current() {
        return settings.read(SETTING, Matrix.class, Matrix.STANDARD);
    }
}
