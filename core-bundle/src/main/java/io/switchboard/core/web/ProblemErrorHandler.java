package io.switchboard.core.web;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what goes wrong before or around the servlets as problem documents, instead of Jetty's pages. */
final class ProblemErrorHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    private final SecurityHeaders securityHeaders;

    ProblemErrorHandler(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        ProblemDocument problem = describe(response.getStatus(), cause);
        String requestId = (String) request.getAttribute(RequestId.ATTRIBUTE);
        if (problem.status() >= 500 && problem.code() == ErrorCode.INTERNAL) {
            LOG.error("Request {} failed", requestId, cause);
        }
        response.setStatus(problem.status());
        securityHeaders.addTo(response.getHeaders());
        if (requestId != null) {
            response.getHeaders().put(RequestId.HEADER, requestId);
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.toJson(requestId)), callback);
        return true;
    }

    private static ProblemDocument describe(int status, @Nullable Throwable cause) {
        if (cause instanceof SwitchboardException refusal) {
            return ProblemDocument.of(refusal);
        }
        if (cause instanceof HttpException http) {
            return ProblemDocument.ofStatus(http.getCode(), sentence(http.getCode()));
        }
        return ProblemDocument.ofStatus(status, sentence(status));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request does not follow HTTP; check how the client writes its address and headers";
            case 404 -> "There is nothing at this address";
            case 408 -> "The request took too long to arrive";
            case 413 -> "The body is larger than this server takes";
            case 414 -> "The address is longer than this server takes";
            case 431 -> "The headers are larger than this server takes";
            case 503 -> "The server is busy; try again shortly";
            default ->
                status >= 500
                        ? "Something went wrong on our side; give the request's id to whoever runs this desk"
                        : HttpStatus.getMessage(status);
        };
    }
}
