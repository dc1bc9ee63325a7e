package io.switchboard.core.desk.history;

import io.switchboard.core.command.Command;
import io.switchboard.core.desk.history.VerifyHistory.Finding;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code verify-history}: says whether anybody changed the history behind the desk's back. */
@Component(service = Command.class)
public final class VerifyHistoryCommand implements Command {
    private final VerifyHistory verify;

    /** Makes the command. */
    @Activate
    public VerifyHistoryCommand(@Reference VerifyHistory verify) {
        this.verify = verify;
    }

    @Override
    public String id() {
        return "verify-history";
    }

    @Override
    public Outcome run(@Nullable String argument) {
        Finding finding = verify.handle(new Progress());
        if (finding instanceof Finding.Broken broken) {
            return new Outcome(
                    1,
                    "The history was changed: ticket " + broken.ticket() + ", row " + broken.sequence() + ": "
                            + broken.what());
        }
        Finding.Sound sound = (Finding.Sound) finding;
        return new Outcome(
                0, "The history is whole: " + sound.rows() + " rows of " + sound.tickets() + " tickets were checked");
    }

    /** Says at the terminal how far the check has come, after each 10,000 tickets. */
    private static final class Progress implements LongConsumer {
        private static final long STEP = 10_000;

        private long next = STEP;

        @Override
        public void accept(long checked) {
            if (checked >= next) {
                System.err.println(checked + " tickets checked");
                next = checked - checked % STEP + STEP;
            }
        }
    }
}
