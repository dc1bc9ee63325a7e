package io.switchboard.core.store.database;

/** Hears of failures that the embedded engine itself only notes in its log before it goes on. */
interface EngineFailures {
    /** Something could not be written. What the engine holds in memory may differ from what is on disk. */
    void writeFailed(Throwable cause);

    /** The disk did not confirm that data is durable. What was written before may be lost; trying again proves nothing. */
    void syncFailed(Throwable cause);
}
