package io.switchboard.core.plugins.desired;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.store.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Reads {@code plugins.json}. What is not known is refused, so that a misspelt word does not go unnoticed. */
public final class DesiredFile {
    /** Its name in the data folder. */
    public static final String NAME = "plugins.json";

    private static final int MOST = 500;
    private static final int LONGEST = 10_000;
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9._-]{2,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> MEMBERS = Set.of("id", "version", "source", "enabled", "signer", "settings");

    private final Limits limits = new Limits();
    private final Set<String> ids = new HashSet<>();

    private DesiredFile() {}

    /**
     * Reads the file.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} that names each mistake
     */
    public static List<DesiredPlugin> read(String json) {
        DesiredFile file = new DesiredFile();
        List<DesiredPlugin> plugins = file.plugins(json);
        file.limits.check();
        return plugins;
    }

    private List<DesiredPlugin> plugins(String json) {
        JsonNode root = tree(json);
        known("", root, Set.of("plugins"));
        JsonNode list = root == null ? null : root.get("plugins");
        List<DesiredPlugin> plugins = new ArrayList<>();
        if (list == null || !list.isArray() || list.size() > MOST) {
            limits.wrong("plugins", "must be a list of at most " + MOST + " plugins");
            return plugins;
        }
        for (int i = 0; i < list.size(); i++) {
            plugins.add(plugin("plugins[" + i + "]", list.get(i)));
        }
        return plugins;
    }

    private @Nullable JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (IllegalStateException noJson) {
            limits.wrong(NAME, "cannot be read as JSON").check();
            throw noJson;
        }
    }

    private DesiredPlugin plugin(String field, JsonNode node) {
        known(field + ".", node, MEMBERS);
        String id = node.path("id").asText();
        if (!ID.matcher(id).matches() || !ids.add(id)) {
            limits.wrong(field + ".id", "must be the id of a plugin, and each only once");
        }
        JsonNode enabled = node.path("enabled");
        if (!enabled.isMissingNode() && !enabled.isBoolean()) {
            limits.wrong(field + ".enabled", "must be true or false");
        }
        JsonNode signer = node.get("signer");
        if (signer != null && !DIGEST.matcher(signer.asText()).matches()) {
            limits.wrong(field + ".signer", "must be the SHA-256 of a certificate, 64 lower-case hexadecimal digits");
        }
        return new DesiredPlugin(
                id,
                versions(field + ".version", node.get("version")),
                source(field + ".source", node.get("source")),
                enabled.asBoolean(true),
                signer == null ? null : signer.asText(),
                settings(field + ".settings", node.get("settings")));
    }

    private VersionRange versions(String field, @Nullable JsonNode node) {
        try {
            String text = node == null ? "0" : node.asText();
            if (node == null || text.startsWith("[") || text.startsWith("(")) {
                return new VersionRange(text);
            }
            Version only = Version.parseVersion(text);
            return new VersionRange(VersionRange.LEFT_CLOSED, only, only, VersionRange.RIGHT_CLOSED);
        } catch (IllegalArgumentException noVersion) {
            limits.wrong(field, "must be a version such as 1.2.0, or a range such as [1.2,2)");
            return new VersionRange("0");
        }
    }

    private DesiredSource source(String field, @Nullable JsonNode node) {
        if (node == null) {
            return new DesiredSource.Distribution();
        }
        known(field + ".", node, Set.of("file", "site", "sha256"));
        if (node.has("file") && node.size() == 1) {
            return new DesiredSource.File(node.path("file").asText());
        }
        String digest = node.path("sha256").asText();
        if (!node.has("site") || node.has("file") || !DIGEST.matcher(digest).matches()) {
            limits.wrong(field, "must have either file, or site and the sha256 of the archive");
        }
        return new DesiredSource.Site(node.path("site").asText(), digest);
    }

    private @Nullable Map<String, Object> settings(String field, @Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!node.isObject()) {
            limits.wrong(field, "must be an object");
            return settings;
        }
        node.fields().forEachRemaining(member -> {
            String name = field + "." + member.getKey();
            Object value = value(name, member.getValue());
            if (value != null) {
                settings.put(member.getKey(), value);
            }
        });
        return settings;
    }

    private @Nullable Object value(String field, JsonNode node) {
        if (node.isObject()) {
            return reference(field, node);
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : node) {
                Object value = item.isContainerNode() ? null : value(field, item);
                if (value == null) {
                    limits.wrong(field, "must be a list of texts, numbers, or true and false");
                } else {
                    items.add(value);
                }
            }
            return items;
        }
        if (node.isTextual() && node.asText().length() <= LONGEST) {
            return node.asText();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        limits.wrong(field, "must be a text, a number, true or false, or a list of those");
        return null;
    }

    private @Nullable Object reference(String field, JsonNode node) {
        String environment = node.path("environment").asText();
        String file = node.path("file").asText();
        if (node.size() != 1 || environment.isBlank() == file.isBlank()) {
            limits.wrong(field, "must be a value, {\"file\": \"...\"} or {\"environment\": \"...\"}");
            return null;
        }
        return file.isBlank() ? new SettingReference.Environment(environment) : new SettingReference.File(file);
    }

    private void known(String field, @Nullable JsonNode node, Set<String> members) {
        if (node == null || !node.isObject()) {
            limits.wrong(field.isEmpty() ? NAME : field, "must be an object");
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                limits.wrong(field + name, "is not known here");
            }
        });
    }
}
