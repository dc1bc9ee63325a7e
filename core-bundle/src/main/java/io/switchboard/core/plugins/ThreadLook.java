package io.switchboard.core.plugins;

import io.switchboard.core.plugins.PluginThreads.Owned;
import io.switchboard.core.plugins.ThreadUse.OwnThread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What threads of plugins used of the processor between two looks. By one thread at a time. */
final class ThreadLook {
    private static final double BURNING = 0.25;
    private static final int SHOWN = 10;
    private static final double NANOS = 1e9;

    private final ToLongFunction<Thread> processorTime;
    private Map<Thread, Long> before = Map.of();
    private Map<String, ThreadUse> uses = Map.of();

    /**
     * Begins.
     *
     * @param processorTime the nanoseconds of processor time that a thread has used, or -1 if it is gone
     */
    ThreadLook(ToLongFunction<Thread> processorTime) {
        this.processorTime = processorTime;
    }

    /**
     * Looks.
     *
     * @param since how long ago it last did
     * @return what each plugin uses that has threads
     */
    Map<String, ThreadUse> at(List<Owned> threads, Instant now, Duration since) {
        Map<Thread, Long> seen = new HashMap<>();
        Map<String, List<OwnThread>> byPlugin = new TreeMap<>();
        for (Owned owned : threads) {
            long nanos = processorTime.applyAsLong(owned.thread());
            if (nanos >= 0) {
                seen.put(owned.thread(), nanos);
                long used = nanos - before.getOrDefault(owned.thread(), 0L);
                byPlugin.computeIfAbsent(owned.plugin(), first -> new ArrayList<>())
                        .add(new OwnThread(
                                owned.thread().getName(), Math.min(1, used / (double) since.toNanos()), nanos / NANOS));
            }
        }
        Map<String, ThreadUse> latest = new TreeMap<>();
        byPlugin.forEach((plugin, own) -> latest.put(plugin, use(own, uses.get(plugin), now)));
        before = seen;
        uses = latest;
        return latest;
    }

    private static ThreadUse use(List<OwnThread> own, @Nullable ThreadUse before, Instant now) {
        double processor = own.stream().mapToDouble(OwnThread::processor).sum();
        Instant burning = before == null ? null : before.burningSince();
        return new ThreadUse(
                own.size(),
                processor,
                own.stream().mapToDouble(OwnThread::seconds).sum(),
                processor <= BURNING ? null : burning == null ? now : burning,
                own.stream()
                        .sorted(Comparator.comparingDouble(OwnThread::processor).reversed())
                        .limit(SHOWN)
                        .toList());
    }
}
