package io.switchboard.core.desk.history;

import io.switchboard.core.command.Command;
import io.switchboard.core.desk.history.VerifyHistory.Finding;
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
        Finding finding = verify.handle();
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
}
