package io.switchboard.core.web;

import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** Tells failures of reading a request that are its client's from those that are ours. */
public final class TransportFault {
    private TransportFault() {}

    /** Returns the status for a failure, or nothing if it is not one of the transport. */
    public static OptionalInt statusOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return OptionalInt.of(http.getCode());
            }
            if (cause instanceof TimeoutException) {
                return OptionalInt.of(HttpStatus.REQUEST_TIMEOUT_408);
            }
            if (cause instanceof EofException) {
                return OptionalInt.of(HttpStatus.BAD_REQUEST_400);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns what to tell whoever gets a status that the server itself, and not the desk, decided on. */
    public static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request does not follow HTTP; check how the client writes its address, headers and body";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not take this method";
            case 406 -> "This address cannot answer with a type that you accept";
            case 408 -> "The request took too long to arrive";
            case 413 -> "The body is larger than this server takes";
            case 414 -> "The address is longer than this server takes";
            case 415 -> "This address does not take a body of this type; send application/json";
            case 431 -> "The headers are larger than this server takes";
            case 503 -> "The server is busy; try again shortly";
            default ->
                status >= 500
                        ? "Something went wrong on our side; give the request's id to whoever runs this desk"
                        : HttpStatus.getMessage(status);
        };
    }
}
