package io.switchboard.core.store;

import java.sql.SQLException;

/** Carries the failure of a commit to where it is decided what follows. */
final class CommitRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommitRefusedException(SQLException cause) {
        super("the commit was refused", cause);
    }
}
