package io.switchboard.core.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a plugin's settings as a JSON Schema, from which forms are drawn. */
final class SettingSchema {
    private SettingSchema() {}

    static Map<String, Object> of(Map<String, SettingField> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, field) -> properties.put(name, property(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                fields.entrySet().stream()
                        .filter(entry -> entry.getValue().required())
                        .map(Map.Entry::getKey)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(SettingField field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.label());
        if (field.description() != null) {
            property.put("description", field.description());
        }
        if (field.list()) {
            property.put("type", "array");
            property.put("items", item(field));
        } else {
            property.putAll(item(field));
        }
        if (field.secret()) {
            property.put("writeOnly", true);
            property.put("format", "password");
        } else if (!field.initial().isEmpty()) {
            List<Object> initial = field.initial().stream().map(field::typed).toList();
            property.put("default", field.list() ? initial : initial.get(0));
        }
        return property;
    }

    private static Map<String, Object> item(SettingField field) {
        Map<String, Object> item = new LinkedHashMap<>();
        if (field.logical()) {
            item.put("type", "boolean");
        } else if (field.whole()) {
            item.put("type", "integer");
        } else {
            item.put("type", field.fractional() ? "number" : "string");
        }
        if (!field.choices().isEmpty()) {
            List<Object> choices = new ArrayList<>();
            field.choices().forEach((value, label) -> choices.add(Map.of("const", field.typed(value), "title", label)));
            item.put("oneOf", choices);
        }
        return item;
    }
}
