package io.switchboard.core.desk.progress;

import java.util.Collection;

/** Takes care of the bytes that removed tickets leave behind. */
public interface LeftContents {
    /**
     * Has the bytes of these files removed soon unless another file has them too; returns at once. Called after the commit.
     *
     * @param sha256 the contents, by their SHA-256 in lower-case hex
     */
    void left(Collection<String> sha256);
}
