package io.switchboard.core.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.switchboard.api.error.ErrorCategory;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.web.ProblemDocument;
import io.switchboard.core.web.RequestId;
import io.switchboard.core.web.TransportFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem document (RFC 9457). */
final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*?)'(?:\\n|$)", Pattern.DOTALL);

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    /** Makes a mapper that is given each request by its application. */
    ErrorMapper() {}

    ErrorMapper(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable failure) {
        String id = (String) request.getAttribute(RequestId.ATTRIBUTE);
        ProblemDocument problem = describe(failure);
        if (problem.code().category() == ErrorCategory.INTERNAL) {
            LOG.error("Request {} failed", id, failure);
        }
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.toJson(id));
        if (problem.status() == 503 || problem.status() == 429) {
            Object seconds = problem.details().getOrDefault("retryAfterSeconds", 1);
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (failure instanceof NotAllowedException refused) {
            response.header(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private ProblemDocument describe(Throwable failure) {
        if (failure instanceof SwitchboardException refusal) {
            return ProblemDocument.of(refusal);
        }
        if (failure instanceof JsonProcessingException unreadable) {
            return json(unreadable);
        }
        if (failure instanceof NotFoundException && failure.getCause() == null) {
            return Feature.at(request.getRequestURI()).map(Feature::missing).orElseGet(() -> http(404));
        }
        if (failure instanceof WebApplicationException web) {
            return web.getCause() instanceof SwitchboardException refusal
                    ? ProblemDocument.of(refusal)
                    : http(web.getResponse().getStatus());
        }
        int status = TransportFault.statusOf(failure).orElse(500);
        return ProblemDocument.ofStatus(status, TransportFault.sentence(status));
    }

    private static ProblemDocument http(int status) {
        return ProblemDocument.ofStatus(
                status,
                status == 400
                        ? "The request could not be understood; check its address, headers and body"
                        : TransportFault.sentence(status));
    }

    private static ProblemDocument json(JsonProcessingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return unknown(path(unknown));
        }
        if (unreadable instanceof StreamConstraintsException) {
            return ProblemDocument.of(
                    ErrorCode.MALFORMED_REQUEST, "The body is nested too deeply, or a part of it is too long");
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()
                && !(mapping.getCause() instanceof JsonParseException)) {
            return invalid(path(mapping), expected(mapping));
        }
        if (unreadable instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && !(mismatch.getCause() instanceof JsonParseException)) {
            return ProblemDocument.of(ErrorCode.INVALID_FIELD, "The body must be " + simple(mismatch.getTargetType()));
        }
        Matcher twice = TWICE.matcher(unreadable.getOriginalMessage());
        return twice.find()
                ? invalid(twice.group(1), "must be given once")
                : ProblemDocument.of(ErrorCode.MALFORMED_REQUEST, "The body is not well-formed JSON");
    }

    private static ProblemDocument unknown(String field) {
        return new ProblemDocument(
                ErrorCode.UNKNOWN_FIELD,
                400,
                "There is no field " + field + " here",
                List.of(new FieldError(field, "is not known here")),
                Map.of());
    }

    private static ProblemDocument invalid(String field, String message) {
        return new ProblemDocument(
                ErrorCode.INVALID_FIELD,
                400,
                field + ": " + message,
                List.of(new FieldError(field, message)),
                Map.of());
    }

    private static String expected(JsonMappingException mapping) {
        if (mapping.getCause() instanceof SwitchboardException refusal
                && !refusal.fields().isEmpty()) {
            return refusal.fields().get(0).message();
        }
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + simple(mismatch.getTargetType());
        }
        if (mapping.getCause() instanceof InputCoercionException coercion && coercion.getTargetType() != null) {
            return "must be " + simple(coercion.getTargetType()) + " that is not so large";
        }
        return "is not acceptable";
    }

    private static String simple(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Instant.class) {
            return "a time such as 2026-03-01T08:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Stream.of(long.class, Long.class, int.class, Integer.class).anyMatch(type::equals)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Iterable.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
