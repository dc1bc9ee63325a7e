package io.switchboard.core.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server answers when it says no, as RFC 9457 has it.
 *
 * @param code which problem
 * @param status the HTTP status
 * @param detail what happened and what to do, a sentence for a person
 * @param errors the fields concerned; often empty
 * @param details further members of the document
 */
public record ProblemDocument(
        ErrorCode code, int status, String detail, List<FieldError> errors, Map<String, Object> details) {
    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps copies. */
    public ProblemDocument {
        errors = List.copyOf(errors);
        details = Map.copyOf(details);
    }

    /** Describes a problem by its code and a sentence. */
    public static ProblemDocument of(ErrorCode code, String detail) {
        return new ProblemDocument(code, code.status(), detail, List.of(), Map.of());
    }

    /** Describes a refusal of the desk. */
    public static ProblemDocument of(SwitchboardException refusal) {
        String detail = refusal.getMessage() == null ? refusal.code().title() : refusal.getMessage();
        return new ProblemDocument(
                refusal.code(), refusal.code().status(), detail, refusal.fields(), refusal.details());
    }

    /** Describes an HTTP status that the server itself, and not the desk, decided on. */
    public static ProblemDocument ofStatus(int status, String detail) {
        return new ProblemDocument(codeOf(status), status, detail, List.of(), Map.of());
    }

    private static Map<String, Object> told(FieldError error) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("field", error.field());
        told.put("message", error.message());
        FieldFault.of(error).ifPresent(fault -> {
            told.put("code", fault.id());
            told.put("parameters", fault.parameters(error));
        });
        return told;
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401 -> ErrorCode.SIGN_IN_REQUIRED;
            case 403 -> ErrorCode.RIGHT_MISSING;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405, 501 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413, 414, 431 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_TYPE;
            case 429 -> ErrorCode.TOO_MANY_REQUESTS;
            case 503 -> ErrorCode.OVERLOADED;
            default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.MALFORMED_REQUEST;
        };
    }

    /**
     * Writes the document.
     *
     * @param requestId the request it answers, or null if there is none yet
     */
    public byte[] toJson(@Nullable String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", code.type());
        members.put("title", code.title());
        members.put("status", status);
        members.put("detail", detail);
        if (requestId != null) {
            members.put("instance", "urn:switchboard:request:" + requestId);
        }
        if (!errors.isEmpty()) {
            members.put("errors", errors.stream().map(ProblemDocument::told).toList());
        }
        details.forEach(members::putIfAbsent);
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("the details of problem " + code + " are not plain data", unwritable);
        }
    }
}
