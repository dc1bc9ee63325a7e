package io.switchboard.core.desk.conversation;

import io.switchboard.core.store.Json;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
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

    private static final Days STANDARD = new Days(14);

    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public ReopenWindow(@Reference SettingStore settings) {
        this.settings = settings;
    }

    /** The setting's content. */
    public record Days(int days) {
        /** Refuses what is no window. */
        public Days {
            if (days < 0 || days > 3_660) {
                throw new IllegalArgumentException("The reopen window has 0 to 3,660 days");
            }
        }
    }

    Duration length() {
        Days days = settings.find(SETTING)
                .map(Setting::content)
                .map(content -> Json.read(content, Days.class))
                .orElse(STANDARD);
        return Duration.ofDays(days.days());
    }
}
