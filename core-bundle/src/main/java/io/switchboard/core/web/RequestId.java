package io.switchboard.core.web;

import java.util.concurrent.ThreadLocalRandom;

/** The name of one request, by which an answer, the access log and the log of the server are brought together. */
public final class RequestId {
    /** The request attribute that holds it, a string; also its name in the logging context. */
    public static final String ATTRIBUTE = "requestId";
    /** The response header that tells it. */
    public static final String HEADER = "X-Request-Id";

    private RequestId() {}

    static String next() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
