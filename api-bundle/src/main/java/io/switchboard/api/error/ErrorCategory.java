package io.switchboard.api.error;

/** What kind of refusal an error is. The category alone decides the HTTP status. */
public enum ErrorCategory {
    /** The request cannot be understood or breaks a limit; sending it again unchanged will fail again. */
    INVALID(400),
    /** Nobody is signed in, or the credentials do not hold. */
    UNAUTHENTICATED(401),
    /** The caller sees the thing but lacks a right. */
    FORBIDDEN(403),
    /** The thing does not exist, or not for this caller; the two are never told apart. */
    NOT_FOUND(404),
    /** The thing's state does not allow the request now. */
    CONFLICT(409),
    /** It existed once and is gone for good. */
    GONE(410),
    /** The caller edits a version that is no longer current. */
    STALE(412),
    /** The content is larger than the server takes. */
    TOO_LARGE(413),
    /** The content's type is not taken here. */
    UNSUPPORTED(415),
    /** The request is well formed, and a rule of the desk refuses it. */
    REFUSED(422),
    /** An edit came without saying which version it edits. */
    PRECONDITION_REQUIRED(428),
    /** The caller asks too often. */
    TOO_MANY(429),
    /** A fault of the server or of a plugin; the request may be fine. */
    INTERNAL(500),
    /** The server cannot serve it at the moment and says when to try again. */
    UNAVAILABLE(503);

    private final int status;

    ErrorCategory(int status) {
        this.status = status;
    }

    /** Returns the HTTP status code, from 400 to 599. */
    public int status() {
        return status;
    }
}
