package io.switchboard.handle.bug;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Does what is due: the desk rings one timer after the other, on one node. */
@Component(service = {Clockwork.Alarm.class, PluginHealth.class})
@SwitchboardPlugin(socket = "Alarm")
@SwitchboardPlugin(socket = "PluginHealth")
public final class DefectAlarm implements Clockwork.Alarm, PluginHealth {
    private static final int COUNTED = 100;

    private final Defects defects;
    private final BugRules rules;
    private final Admission admission;
    private final Asking asking;
    private final Telling telling;
    private final Commenting commenting;

    /** Makes it. */
    @Activate
    public DefectAlarm(
            @Reference Defects defects,
            @Reference BugRules rules,
            @Reference Admission admission,
            @Reference Asking asking,
            @Reference Telling telling,
            @Reference Commenting commenting) {
        this.defects = defects;
        this.rules = rules;
        this.admission = admission;
        this.asking = asking;
        this.telling = telling;
        this.commenting = commenting;
    }

    @Override
    public void ring(String key, @Nullable TicketId ticket, String payload) {
        ring(key, Defects.ADMIT, id -> admission.admit(new TicketId(id)));
        ring(key, Defects.ASK, asking::ask);
        ring(key, Defects.HEARD, asking::ask);
        ring(key, Defects.TELL, id -> {
            telling.tell(id);
            commenting.comment(id);
        });
    }

    private static void ring(String key, String prefix, Consumer<UUID> work) {
        if (key.startsWith(prefix)) {
            work.accept(UUID.fromString(key.substring(prefix.length())));
        }
    }

    @Override
    public State check() {
        List<Defect> troubled = defects.troubled(COUNTED);
        String missing = rules.missing();
        if (!troubled.isEmpty()) {
            Defect first = troubled.get(0);
            Instant since = first.troubleSince();
            return new State(
                    Grade.YELLOW,
                    "The tracker is asked in vain about " + (troubled.size() == COUNTED ? "many" : troubled.size())
                            + " defects" + (since == null ? "" : ", since " + since.truncatedTo(ChronoUnit.SECONDS))
                            + ", and is asked again: " + first.trouble());
        }
        return missing == null ? State.WELL : new State(Grade.YELLOW, missing);
    }
}
