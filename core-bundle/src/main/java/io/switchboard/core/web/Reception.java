package io.switchboard.core.web;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all servlets: judges the address and the method of a request, waits until a small body is there, and lets
 * the request in or turns it away. What is still to come of the body of an answered request is taken and thrown away, so
 * that the answer reaches its client and the connection can be used again.
 */
final class Reception extends Handler.Wrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /** More small bodies that are still to come would take too much memory. */
    private static final int MOST_ARRIVALS = 1_000;

    private final Admission admission;
    private final Admission uploads;
    private final Admission arrivals = new Admission(MOST_ARRIVALS, 0, Duration.ZERO);
    private final Duration patience;
    private final ProblemErrorHandler errors;
    private volatile boolean open;
    private volatile boolean closed;

    /**
     * Makes the reception.
     *
     * @param admission who may be worked on
     * @param uploads who may be worked on while its body is still to come, so that slow clients leave room for others
     * @param patience how long a small body may take to arrive
     */
    Reception(Admission admission, Admission uploads, Duration patience, ProblemErrorHandler errors) {
        this.admission = admission;
        this.uploads = uploads;
        this.patience = patience;
        this.errors = errors;
    }

    /** From now on the HTTP API is there; before, who asks for it is told to come back. */
    void open() {
        open = true;
    }

    /** From now on nobody is let in. */
    void close() {
        closed = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Callback ending = RemainingBody.of(request, callback);
        HttpURI uri = request.getHttpURI();
        String fault = StrictAddress.faultOf(uri.getPath(), uri.getQuery());
        if (fault != null) {
            refuse(request, response, ending, new SwitchboardException(ErrorCode.INVALID_ADDRESS, fault));
        } else if (!METHODS.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, ALLOWED);
            refuse(
                    request,
                    response,
                    ending,
                    new SwitchboardException(
                            ErrorCode.METHOD_NOT_ALLOWED, "This method is not one that the desk knows"));
        } else {
            receive(request, response, callback, ending);
        }
        return true;
    }

    private void receive(Request request, Response response, Callback callback, Callback ending) {
        Admission.Place arriving = EarlyBody.hasBody(request) ? arrivals.enter() : null;
        if (arriving == null && EarlyBody.hasBody(request)) {
            refuse(request, response, ending, busy());
            return;
        }
        new EarlyBody(request, patience, new EarlyBody.Outcome() {
                    @Override
                    public void arrived(Request arrived, boolean complete) {
                        leave(arriving);
                        letIn(arrived, response, ending, complete);
                    }

                    @Override
                    public void failed(int status) {
                        leave(arriving);
                        response.getHeaders().put(HttpHeader.CONNECTION, "close");
                        errors.answer(request, response, callback, status);
                    }
                })
                .await();
    }

    private void letIn(Request request, Response response, Callback callback, boolean complete) {
        String path = request.getHttpURI().getPath();
        if (!open && isApi(path)) {
            refuse(request, response, callback, starting());
            return;
        }
        boolean health = isHealth(path);
        if (closed || !health && !enter(request, complete)) {
            refuse(request, response, callback, busy());
            return;
        }
        try {
            if (!super.handle(request, response, callback)) {
                errors.answer(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    private boolean enter(Request request, boolean complete) {
        Admission.Place upload = complete ? null : uploads.enter();
        if (!complete && upload == null) {
            return false;
        }
        Admission.Place place = admission.enter();
        if (place != null) {
            request.setAttribute(Admission.ATTRIBUTE, place);
        }
        Request.addCompletionListener(request, ended -> {
            leave(upload);
            leave(place);
        });
        return place != null;
    }

    private static SwitchboardException busy() {
        return new SwitchboardException(ErrorCode.OVERLOADED, "The server is busy; try again in a second");
    }

    private static SwitchboardException starting() {
        return new SwitchboardException(ErrorCode.OVERLOADED, "The server is starting; try again in a second");
    }

    private static void leave(Admission.@Nullable Place place) {
        if (place != null) {
            place.leave();
        }
    }

    private void refuse(Request request, Response response, Callback callback, SwitchboardException refusal) {
        errors.answer(request, response, callback, ProblemDocument.of(refusal));
    }

    private static boolean isApi(@Nullable String path) {
        return path != null && path.startsWith("/api/");
    }

    /** A busy server must still be able to say that it lives. */
    private static boolean isHealth(@Nullable String path) {
        return path != null && path.startsWith("/health/");
    }
}
