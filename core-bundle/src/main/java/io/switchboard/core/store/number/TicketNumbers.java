package io.switchboard.core.store.number;

import io.switchboard.core.store.Json;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes ticket numbers such as {@code SB-1042}. The setting {@code ticket.number} gives the prefix and the first number;
 * a change of the prefix counts within five seconds, the first number only until the first ticket has one.
 */
@Component(service = TicketNumbers.class)
public final class TicketNumbers {
    /** The setting's name. */
    public static final String SETTING = "ticket.number";

    private static final Format DEFAULT = new Format("SB", 1000);

    private final NumberBlocks blocks;
    private final SettingStore settings;
    private final Duration validity;
    private volatile @Nullable Reading last;

    /** What the setting said at a moment. */
    private record Reading(Format format, long nanoTime) {}

    /**
     * How numbers look.
     *
     * @param prefix what stands before the hyphen: 1 to 10 letters and digits
     * @param first the first number; 0 or more
     */
    public record Format(String prefix, long first) {
        /** Refuses what cannot be a number of a ticket. */
        public Format {
            if (!prefix.matches("[A-Za-z0-9]{1,10}")) {
                throw new IllegalArgumentException("The prefix of ticket numbers has 1 to 10 letters and digits");
            }
            if (first < 0) {
                throw new IllegalArgumentException("The first ticket number is 0 or more");
            }
        }
    }

    /** Makes the numbers. */
    @Activate
    public TicketNumbers(@Reference NumberBlocks blocks, @Reference SettingStore settings) {
        this(blocks, settings, Duration.ofSeconds(5));
    }

    TicketNumbers(NumberBlocks blocks, SettingStore settings, Duration validity) {
        this.blocks = blocks;
        this.settings = settings;
        this.validity = validity;
    }

    /** Returns a number that no ticket of the desk has or will have. Best called before the transaction begins. */
    public String next() {
        Format format = format();
        return format.prefix() + "-" + blocks.next("ticket", format::first);
    }

    /** Returns how numbers look, as the setting said five seconds ago or later. */
    public Format format() {
        Reading known = last;
        if (known != null && System.nanoTime() - known.nanoTime() < validity.toNanos()) {
            return known.format();
        }
        long now = System.nanoTime();
        Format format = settings.find(SETTING)
                .map(Setting::content)
                .map(content -> Json.read(content, Format.class))
                .orElse(DEFAULT);
        last = new Reading(format, now);
        return format;
    }
}
