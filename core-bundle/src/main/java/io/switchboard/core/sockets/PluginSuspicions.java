package io.switchboard.core.sockets;

import java.util.List;

/** Which plugins fail so steadily that they are better not asked any more. */
public interface PluginSuspicions {
    /**
     * Returns the plugins that give reason for it now, in the order of their ids.
     *
     * <p>What an advisor or a guard is asked, it can answer by itself; if it fails at each of many trials of its breaker, it
     * will at the next. A provider or a reaction may fail for hours because another system is away, and is tried again.
     * Threads that do not come back, and those that burn the processor, count for all.
     *
     * @param openings how many times in a row, without one answer in between, a breaker must have opened
     */
    List<Suspicion> suspicions(int openings);

    /** Forgets what was counted of a plugin, which begins anew. */
    void forgive(String plugin);

    /**
     * A plugin that had better not be asked.
     *
     * @param plugin its id
     * @param reason why, a sentence for an administrator
     */
    record Suspicion(String plugin, String reason) {}
}
