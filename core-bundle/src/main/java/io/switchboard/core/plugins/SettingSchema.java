package io.switchboard.core.plugins;

import io.switchboard.core.plugins.text.SpokenTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a plugin's settings as a JSON Schema, from which forms are drawn. */
public final class SettingSchema {
    /** That of what has no settings. */
    static final SettingSchema NONE = new SettingSchema(Map.of());

    private final Map<String, SettingField> fields;

    SettingSchema(Map<String, SettingField> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Returns the schema in a language. */
    public Map<String, Object> in(SpokenTexts texts) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, field) -> properties.put(name, property(name, field, texts)));
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

    private static Map<String, Object> property(String name, SettingField field, SpokenTexts texts) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", texts.setting(name, field.label()));
        String description = texts.settingDescription(name, field.description());
        if (description != null) {
            property.put("description", description);
        }
        if (field.list()) {
            property.put("type", "array");
            property.put("items", item(name, field, texts));
        } else {
            property.putAll(item(name, field, texts));
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

    private static Map<String, Object> item(String name, SettingField field, SpokenTexts texts) {
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
            field.choices()
                    .forEach((value, label) -> choices.add(
                            Map.of("const", field.typed(value), "title", texts.option(name, value, label))));
            item.put("oneOf", choices);
        }
        return item;
    }
}
