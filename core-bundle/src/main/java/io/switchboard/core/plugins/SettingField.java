package io.switchboard.core.plugins;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * A setting of a plugin, as its metatype declares it.
 *
 * @param pid of the configuration that it belongs to
 * @param name its id there
 * @param type a constant of {@link AttributeDefinition}
 * @param list whether it has several values
 * @param choices label by value, if only these are allowed; else empty
 * @param initial its values when nothing was set, as text
 * @param definition says whether a value is acceptable
 */
record SettingField(
        String pid,
        String name,
        String label,
        @Nullable String description,
        int type,
        boolean list,
        boolean required,
        Map<String, String> choices,
        List<String> initial,
        AttributeDefinition definition) {
    boolean secret() {
        return type == AttributeDefinition.PASSWORD;
    }

    boolean logical() {
        return type == AttributeDefinition.BOOLEAN;
    }

    boolean whole() {
        return switch (type) {
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE -> true;
            default -> false;
        };
    }

    boolean fractional() {
        return type == AttributeDefinition.DOUBLE || type == AttributeDefinition.FLOAT;
    }

    /** Returns the value that a text stands for. */
    Object typed(String text) {
        return typed(type, text);
    }

    static Object typed(int type, String text) {
        return switch (type) {
            case AttributeDefinition.INTEGER -> Integer.valueOf(text);
            case AttributeDefinition.LONG -> Long.valueOf(text);
            case AttributeDefinition.SHORT -> Short.valueOf(text);
            case AttributeDefinition.BYTE -> Byte.valueOf(text);
            case AttributeDefinition.DOUBLE -> Double.valueOf(text);
            case AttributeDefinition.FLOAT -> Float.valueOf(text);
            case AttributeDefinition.BOOLEAN -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
