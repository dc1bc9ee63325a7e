package io.switchboard.api.error;

import java.util.Locale;

/**
 * The registry of problem types. A constant's {@link #id()} is part of the public contract: it never changes its
 * meaning and is never given to another problem. Clients match on {@link #type()}.
 */
public enum ErrorCode {
    /** One or more fields are missing or not acceptable; the field errors name them. */
    INVALID_FIELD(ErrorCategory.INVALID, "Some fields need your attention"),
    /** The body is not well-formed, or not of the shape this operation takes. */
    MALFORMED_REQUEST(ErrorCategory.INVALID, "The request could not be understood"),
    /** A field stands in the body that this operation does not know. */
    UNKNOWN_FIELD(ErrorCategory.INVALID, "The request has a field that is not known here"),
    /** A cursor was not made by this list, or by this version of the server. */
    INVALID_CURSOR(ErrorCategory.INVALID, "The page cursor is not valid; start from the first page"),
    /** The address of the request is written in a form that is not taken. */
    INVALID_ADDRESS(ErrorCategory.INVALID, "The address of the request is not acceptable"),
    /** Nobody is signed in. */
    SIGN_IN_REQUIRED(ErrorCategory.UNAUTHENTICATED, "Please sign in"),
    /** Address, password or code do not fit; which of them is not said. */
    SIGN_IN_FAILED(ErrorCategory.UNAUTHENTICATED, "Address, password or code are not right"),
    /** The password fits, and a code of an authenticator app is needed as well. */
    CODE_REQUIRED(ErrorCategory.UNAUTHENTICATED, "A code is needed as well"),
    /** A right is missing. */
    RIGHT_MISSING(ErrorCategory.FORBIDDEN, "You may not do this"),
    /** The CSRF token is missing or wrong, or the origin is foreign. */
    CSRF_REFUSED(ErrorCategory.FORBIDDEN, "The request does not come from a page of this desk"),
    /** There is no such thing for this caller. */
    NOT_FOUND(ErrorCategory.NOT_FOUND, "There is nothing here"),
    /** A core path whose socket nobody serves. */
    FEATURE_NOT_INSTALLED(ErrorCategory.NOT_FOUND, "No installed plugin serves this"),
    /** The method is not one of this resource's. */
    METHOD_NOT_ALLOWED(ErrorCategory.INVALID, 405, "This cannot be done here"),
    /** None of the accepted types can be produced. */
    NOT_ACCEPTABLE(ErrorCategory.INVALID, 406, "This is not available in the form you accept"),
    /** The edge is not in the lifecycle; the legal ones are listed. */
    ILLEGAL_TRANSITION(ErrorCategory.CONFLICT, "The ticket cannot go there from where it stands"),
    /** The ticket is archived, merged, spam or in the trash, and cannot be changed so. */
    TICKET_NOT_CHANGEABLE(ErrorCategory.CONFLICT, "The ticket cannot be changed in its present state"),
    /** It exists already. */
    ALREADY_EXISTS(ErrorCategory.CONFLICT, "There is one already"),
    /** Others still depend on it. */
    IN_USE(ErrorCategory.CONFLICT, "It is still in use"),
    /** A file on the server's machine says it. */
    SET_BY_FILE(ErrorCategory.CONFLICT, "A file of the server says this; change it there"),
    /** A link, merge or parent would close a circle. */
    WOULD_FORM_CYCLE(ErrorCategory.CONFLICT, "That would form a circle"),
    /** The one-time link was used, has expired, or never was; which of them is not said. */
    LINK_NOT_VALID(ErrorCategory.GONE, "This link is not valid any more"),
    /** The ticket was purged; only its tombstone is left. */
    PURGED(ErrorCategory.GONE, "This was removed for good"),
    /** The version given is not the current one. */
    STALE_VERSION(ErrorCategory.STALE, "It was changed in the meantime"),
    /** No version was given for an edit. */
    VERSION_REQUIRED(ErrorCategory.PRECONDITION_REQUIRED, "Say which version you edit: send If-Match"),
    /** A limit on size was passed. */
    TOO_LARGE(ErrorCategory.TOO_LARGE, "That is larger than this desk takes"),
    /** The content type is not taken. */
    UNSUPPORTED_TYPE(ErrorCategory.UNSUPPORTED, "This kind of content is not taken here"),
    /** A guard refused; its reasons are listed. */
    GUARD_REFUSED(ErrorCategory.REFUSED, "Something is still missing"),
    /** A policy of the desk refuses. */
    POLICY_REFUSED(ErrorCategory.REFUSED, "A rule of this desk does not allow it"),
    /** The idempotency key was used with another request. */
    IDEMPOTENCY_KEY_REUSED(ErrorCategory.REFUSED, "This key was used for another request"),
    /** A bundle cannot be installed or started; the reason says why. */
    PLUGIN_REFUSED(ErrorCategory.REFUSED, "The plugin cannot be taken"),
    /** Too many tries; the answer says when to come back. */
    TOO_MANY_REQUESTS(ErrorCategory.TOO_MANY, "Too many tries; please wait a little"),
    /** A fault of the server. */
    INTERNAL(ErrorCategory.INTERNAL, "Something went wrong on our side"),
    /** A plugin that must answer did not. */
    PLUGIN_FAILED(ErrorCategory.UNAVAILABLE, "A plugin that is needed for this did not answer"),
    /** The database does not answer. */
    STORAGE_UNAVAILABLE(ErrorCategory.UNAVAILABLE, "The store is not reachable at the moment"),
    /** The desk takes no changes at the moment, for example because the disk is full. */
    READ_ONLY(ErrorCategory.UNAVAILABLE, "The desk can only be read at the moment"),
    /** The server sheds load. */
    OVERLOADED(ErrorCategory.UNAVAILABLE, "The desk is busy; please try again shortly");

    private final ErrorCategory category;
    private final int status;
    private final String title;

    ErrorCode(ErrorCategory category, String title) {
        this(category, category.status(), title);
    }

    ErrorCode(ErrorCategory category, int status, String title) {
        this.category = category;
        this.status = status;
        this.title = title;
    }

    /** Returns the kebab-case id, for example {@code illegal-transition}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the RFC 9457 problem type, {@code urn:switchboard:problem:} followed by the id. */
    public String type() {
        return "urn:switchboard:problem:" + id();
    }

    /** Returns the category. */
    public ErrorCategory category() {
        return category;
    }

    /** Returns the HTTP status: the category's, but for the few codes that HTTP gives one of their own. */
    public int status() {
        return status;
    }

    /** Returns a short sentence for a person, in English. */
    public String title() {
        return title;
    }
}
