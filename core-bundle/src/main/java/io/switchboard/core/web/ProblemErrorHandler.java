package io.switchboard.core.web;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
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
        if (problem.code() == ErrorCode.INTERNAL) {
            LOG.error("Request {} failed", request.getAttribute(RequestId.ATTRIBUTE), cause);
        }
        answer(request, response, callback, problem);
        return true;
    }

    /** Answers with a status. */
    void answer(Request request, Response response, Callback callback, int status) {
        answer(request, response, callback, ProblemDocument.ofStatus(status, TransportFault.sentence(status)));
    }

    /** Answers with a problem. */
    void answer(Request request, Response response, Callback callback, ProblemDocument problem) {
        String requestId = (String) request.getAttribute(RequestId.ATTRIBUTE);
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(problem.status());
        securityHeaders.addTo(headers);
        if (requestId != null) {
            headers.put(RequestId.HEADER, requestId);
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, "1");
        }
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(problem.toJson(requestId)), callback);
    }

    private static ProblemDocument describe(int status, @Nullable Throwable cause) {
        if (cause instanceof SwitchboardException refusal) {
            return ProblemDocument.of(refusal);
        }
        int known = TransportFault.statusOf(cause).orElse(status);
        return ProblemDocument.ofStatus(known, TransportFault.sentence(known));
    }
}
