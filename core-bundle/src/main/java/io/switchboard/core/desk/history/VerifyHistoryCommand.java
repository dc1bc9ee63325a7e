package io.switchboard.core.desk.history;

import io.switchboard.core.command.Command;
import io.switchboard.core.desk.history.VerifyHistory.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code verify-history}: says whether anybody changed the history behind the desk's back. With {@code --against FILE} it
 * also says whether anybody cut it since the heads were written to that file; with {@code --heads FILE} it then writes them.
 */
@Component(service = Command.class)
public final class VerifyHistoryCommand implements Command {
    private final VerifyHistory verify;
    private final HistoryHeads heads;
    private final Optional<Path> against;
    private final Optional<Path> writeTo;

    /** Makes the command. */
    @Activate
    public VerifyHistoryCommand(BundleContext context, @Reference VerifyHistory verify, @Reference HistoryHeads heads) {
        this(
                verify,
                heads,
                file(context.getProperty("switchboard.history.against")),
                file(context.getProperty("switchboard.history.heads")));
    }

    VerifyHistoryCommand(VerifyHistory verify, HistoryHeads heads, Optional<Path> against, Optional<Path> writeTo) {
        this.verify = verify;
        this.heads = heads;
        this.against = against;
        this.writeTo = writeTo;
    }

    private static Optional<Path> file(@Nullable String name) {
        return name == null || name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
    }

    @Override
    public String id() {
        return "verify-history";
    }

    @Override
    public Outcome run(@Nullable String argument) {
        Finding finding = verify.handle(new Progress());
        if (finding instanceof Finding.Broken broken) {
            return changed(broken);
        }
        Finding.Sound sound = (Finding.Sound) finding;
        String message =
                "The history is whole: " + sound.rows() + " rows of " + sound.tickets() + " tickets were checked";
        try {
            return withHeads(message);
        } catch (IOException failure) {
            return new Outcome(1, message + "; but the heads could not be read or written: " + failure);
        }
    }

    private Outcome withHeads(String whole) throws IOException {
        String message = whole;
        if (against.isPresent()) {
            Optional<Finding.Broken> broken = heads.compare(against.get());
            if (broken.isPresent()) {
                return changed(broken.get());
            }
            message += "; it goes on from where it was when " + against.get() + " was written";
        }
        if (writeTo.isPresent()) {
            message += "; the heads of " + heads.write(writeTo.get()) + " are in " + writeTo.get();
        }
        return new Outcome(0, message);
    }

    private static Outcome changed(Finding.Broken broken) {
        return new Outcome(
                1,
                "The history was changed: ticket " + broken.ticket() + ", row " + broken.sequence() + ": "
                        + broken.what());
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
