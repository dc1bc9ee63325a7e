package io.switchboard.core.rest.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.desk.FieldValues;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.desk.record.EditTicket.TagChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A merge patch of a ticket: only named fields, each of its type; null takes away what may be taken away. */
final class TicketPatch {
    private static final Set<String> KNOWN = Set.of(
            "subject",
            "type",
            "category",
            "product",
            "impact",
            "urgency",
            "priority",
            "errorMessages",
            "affectedSystems",
            "userImpact",
            "tags",
            "addTags",
            "removeTags",
            "fields",
            "expectedResolutionAt",
            "nextUpdateDueAt",
            "confidential",
            "reason");

    private final ObjectNode json;

    TicketPatch(ObjectNode json) {
        this.json = json;
        List<FieldError> unknown = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                unknown.add(new FieldError(name, "is not known here, or cannot be changed so"));
            }
        });
        if (!unknown.isEmpty()) {
            String names =
                    String.join(", ", unknown.stream().map(FieldError::field).toList());
            throw new SwitchboardException(
                    ErrorCode.UNKNOWN_FIELD, "There is no field " + names + " to change here", unknown, Map.of(), null);
        }
    }

    @Nullable
    String reason() {
        return required("reason", Function.identity());
    }

    Patch patch() {
        return new Patch(
                required("subject", Function.identity()),
                required("type", id -> TicketType.of(id, "type")),
                optional("category", Function.identity()),
                optional("product", Function.identity()),
                required("impact", id -> Level.of(id, "impact")),
                required("urgency", id -> Level.of(id, "urgency")),
                optional("priority", id -> Priority.of(id, "priority")),
                optional("errorMessages", Function.identity()),
                texts("affectedSystems"),
                optional("userImpact", Function.identity()),
                tags(),
                fields(),
                optional("expectedResolutionAt", text -> time("expectedResolutionAt", text)),
                optional("nextUpdateDueAt", text -> time("nextUpdateDueAt", text)),
                flag("confidential"));
    }

    private <T> @Nullable T required(String name, Function<String, T> reading) {
        JsonNode value = json.get(name);
        return value == null ? null : reading.apply(text(name, value));
    }

    private <T> @Nullable Optional<T> optional(String name, Function<String, T> reading) {
        JsonNode value = json.get(name);
        if (value == null) {
            return null;
        }
        return value.isNull() ? Optional.empty() : Optional.of(reading.apply(text(name, value)));
    }

    private @Nullable List<String> texts(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw SwitchboardException.field(name, "must be a list of texts");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(text(name, item)));
        return texts;
    }

    private @Nullable TagChange tags() {
        List<String> tags = texts("tags");
        List<String> added = texts("addTags");
        List<String> removed = texts("removeTags");
        if (tags == null && added == null && removed == null) {
            return null;
        }
        return new TagChange(tags == null ? null : new TreeSet<>(tags), set(added), set(removed));
    }

    private static Set<String> set(@Nullable List<String> tags) {
        return tags == null ? Set.of() : new TreeSet<>(tags);
    }

    private @Nullable Map<String, Optional<FieldValue>> fields() {
        JsonNode value = json.get("fields");
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw SwitchboardException.field("fields", "must be a JSON object");
        }
        Map<String, Optional<FieldValue>> fields = new LinkedHashMap<>();
        value.properties().forEach(entry -> fields.put(entry.getKey(), fieldValue(entry)));
        return fields;
    }

    private static Optional<FieldValue> fieldValue(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (value.isNull()) {
            return Optional.empty();
        }
        String name = entry.getKey();
        if (value.isTextual()) {
            return Optional.of(new FieldValue.Text(value.textValue()));
        }
        if (value.isNumber()) {
            return Optional.of(new FieldValue.Number(value.decimalValue()));
        }
        if (value.isBoolean()) {
            return Optional.of(new FieldValue.Flag(value.booleanValue()));
        }
        List<Object> items = new ArrayList<>();
        value.forEach(item -> items.add(item.isTextual() ? item.textValue() : item));
        return Optional.of(FieldValues.of(name, value.isArray() ? items : value));
    }

    private @Nullable Boolean flag(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw SwitchboardException.field(name, "must be true or false");
        }
        return value.booleanValue();
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noTime) {
            throw SwitchboardException.field(name, "must be a time such as 2026-03-01T08:00:00Z");
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw SwitchboardException.field(name, "must be a text");
        }
        return value.textValue();
    }
}
