package io.switchboard.intake.monitoring;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON of another system, of which only some fields are of interest. */
final class Fields {
    private final Map<?, ?> object;

    private Fields(Map<?, ?> object) {
        this.object = object;
    }

    static Fields of(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return new Fields(object);
        }
        throw new SwitchboardException(ErrorCode.MALFORMED_REQUEST, name + " must be a JSON object");
    }

    /** Returns a text that must be there. */
    String text(String name) {
        if (object.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw SwitchboardException.field(name, "must be a text that is not empty");
    }

    /** Returns a text, or an empty one. */
    String textOrEmpty(String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    /** Returns an object of texts by name; what is no text is left out. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (object.get(name) instanceof Map<?, ?> inner) {
            inner.forEach((key, value) -> {
                if (value instanceof String text) {
                    texts.put(String.valueOf(key), text);
                }
            });
        }
        return texts;
    }

    /** Returns the objects of a list that must be there. */
    List<Fields> objects(String name, int most) {
        if (!(object.get(name) instanceof List<?> values) || values.size() > most) {
            throw SwitchboardException.field(name, "must be a list of at most " + most + " objects");
        }
        List<Fields> objects = new ArrayList<>();
        values.forEach(value -> objects.add(of(value, name)));
        return objects;
    }
}
