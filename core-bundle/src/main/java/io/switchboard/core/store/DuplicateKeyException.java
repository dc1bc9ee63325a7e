package io.switchboard.core.store;

/**
 * A row with the same unique key exists already; the transaction was rolled back. Whoever may insert the same thing at
 * the same time as another catches it outside of {@link Transactions#write} and reads what the other has written.
 */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateKeyException(Throwable cause) {
        super("a row with this unique key exists already", cause);
    }
}
