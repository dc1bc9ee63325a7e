package io.switchboard.api.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one exception by which the desk refuses. It carries a code of the registry, a sentence that tells a person what
 * to do next, the fields concerned, and details that a program may read (each a string, number, boolean, or a list or
 * map of such). It has no effect on the desk: whoever throws it has changed nothing.
 */
public class SwitchboardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> fields;
    private final transient Map<String, Object> details;

    /** Refuses with a sentence for a person. */
    public SwitchboardException(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of(), null);
    }

    /** Refuses because of another failure, which is logged and never shown to the caller. */
    public SwitchboardException(ErrorCode code, String message, Throwable cause) {
        this(code, message, List.of(), Map.of(), cause);
    }

    /** Refuses with everything there is to say. */
    public SwitchboardException(
            ErrorCode code,
            String message,
            List<FieldError> fields,
            Map<String, Object> details,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fields = List.copyOf(fields);
        this.details = Map.copyOf(details);
    }

    /** Refuses one field with {@link ErrorCode#INVALID_FIELD}. */
    public static SwitchboardException field(String field, String message) {
        return fields(List.of(new FieldError(field, message)));
    }

    /** Refuses several fields at once, so that a person can mend them in one go. */
    public static SwitchboardException fields(List<FieldError> errors) {
        String summary = errors.size() == 1
                ? errors.get(0).field() + ": " + errors.get(0).message()
                : errors.size() + " fields need your attention";
        return new SwitchboardException(ErrorCode.INVALID_FIELD, summary, errors, Map.of(), null);
    }

    /**
     * Says that there is no such thing for this caller. The sentence names only what the caller itself sent, so that it
     * is the same whether the thing exists or not.
     */
    public static SwitchboardException notFound(String thing) {
        return new SwitchboardException(ErrorCode.NOT_FOUND, "There is no " + thing + " that you can see");
    }

    /** Returns the code. */
    public ErrorCode code() {
        return code;
    }

    /** Returns the fields concerned, in the order of the request; often empty. */
    public List<FieldError> fields() {
        return fields;
    }

    /** Returns further members of the problem document by name; often empty. */
    public Map<String, Object> details() {
        return details;
    }
}
