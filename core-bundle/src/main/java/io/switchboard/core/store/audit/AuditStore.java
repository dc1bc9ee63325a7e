package io.switchboard.core.store.audit;

import java.time.Instant;
import java.util.List;

/**
 * Keeps the audit log. Entries are added and read; nothing changes them but the erasure of a person, which takes what was
 * told of them and leaves that it was done. Works in the thread's transaction.
 */
public interface AuditStore {
    /** Adds an entry. */
    void add(AuditRow row);

    /** Returns entries, newest first. */
    List<AuditRow> list(AuditQuery query);

    /** Counts the entries before a time, as far as the limit. */
    int countBefore(Instant time, int limit);

    /** Removes the oldest entries before a time, so many at most, and returns how many went. */
    int removeBefore(Instant time, int limit);
}
