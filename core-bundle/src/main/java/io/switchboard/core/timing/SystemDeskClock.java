package io.switchboard.core.timing;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.setting.SettingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The machine's clock, or a test clock ahead of it that keeps its lead over a restart. While a demo is being filled it stands.
 */
@Component(service = {DeskClock.class, HeldClock.class})
public final class SystemDeskClock implements DeskClock, HeldClock {
    private static final String SETTING = "clock.moved";
    private static final Duration LONGEST_STEP = Duration.ofDays(3_660);

    private final Clock machine;
    private final SettingStore settings;
    private final boolean movable;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration moved;
    private volatile @Nullable Instant held;

    /** Makes the clock. */
    @Activate
    public SystemDeskClock(BundleContext context, @Reference SettingStore settings) {
        this(Clock.systemUTC(), settings, Boolean.parseBoolean(context.getProperty("switchboard.testClock")));
    }

    SystemDeskClock(Clock machine, SettingStore settings, boolean movable) {
        this.machine = machine;
        this.settings = settings;
        this.movable = movable;
        this.moved = movable ? stored() : Duration.ZERO;
        this.held = settings.find(HeldClock.SETTING)
                .map(setting -> Instant.parse(setting.content()))
                .orElse(null);
    }

    private Duration stored() {
        return settings.find(SETTING)
                .map(setting -> Duration.ofMillis(Long.parseLong(setting.content())))
                .orElse(Duration.ZERO);
    }

    @Override
    public Instant now() {
        Instant standing = held;
        return standing == null ? machine.instant().plus(moved).truncatedTo(ChronoUnit.MICROS) : standing;
    }

    @Override
    public boolean movable() {
        return movable;
    }

    @Override
    public Duration moved() {
        return moved;
    }

    @Override
    public void moveBy(Duration step) {
        if (!movable) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED,
                    "The clock can be moved only when the server was started with --test-clock");
        }
        if (step.isNegative() || step.compareTo(LONGEST_STEP) > 0) {
            throw SwitchboardException.field("by", "must be from 0 to " + LONGEST_STEP.toDays() + " days ahead");
        }
        synchronized (this) {
            Duration next = moved.plus(step);
            settings.put(SETTING, Long.toString(next.toMillis()));
            moved = next;
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public void hold(Instant at) {
        held = at.truncatedTo(ChronoUnit.MICROS);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void release() {
        held = null;
        listeners.forEach(Runnable::run);
    }

    @Override
    public AutoCloseable onMove(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
