package io.switchboard.core.desk.retention;

import io.switchboard.core.store.Json;
import io.switchboard.core.store.setting.SettingStore;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps how far the latest run is. */
@Component(service = RetentionRuns.class)
public final class RetentionRuns {
    private static final String SETTING = "retention.run";

    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public RetentionRuns(@Reference SettingStore settings) {
        this.settings = settings;
    }

    /** Returns the latest run, or nothing before the first. */
    public Optional<RetentionRun> latest() {
        return settings.find(SETTING).map(found -> Json.read(found.content(), RetentionRun.class));
    }

    RetentionRun current() {
        return latest().orElseThrow(() -> new IllegalStateException("no run was begun"));
    }

    RetentionRun beginOrGoOn(Instant now) {
        return latest().filter(run -> run.subject() != null).orElseGet(() -> put(RetentionRun.begun(now)));
    }

    RetentionRun put(RetentionRun run) {
        settings.put(SETTING, Json.write(run));
        return run;
    }
}
