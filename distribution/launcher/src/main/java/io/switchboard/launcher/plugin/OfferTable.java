package io.switchboard.launcher.plugin;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Tells a person what update sites offer. */
final class OfferTable {
    private OfferTable() {}

    /** Returns what there is, line by line. */
    static List<String> of(JsonObject available) {
        List<String> lines = new ArrayList<>();
        for (JsonObject site : Json.children(available, "sites")) {
            String message = Json.text(site, "message");
            if (!message.isEmpty()) {
                lines.add("site " + Json.text(site, "name") + " is " + Json.text(site, "state") + ": " + message);
            }
        }
        for (JsonObject plugin : Json.children(available, "items")) {
            String installed = Json.text(plugin, "installed");
            String update = Json.text(plugin, "update");
            lines.add(Json.text(plugin, "id") + " of " + Json.text(plugin, "site")
                    + (installed.isEmpty() ? "" : ", " + installed + " is installed")
                    + (update.isEmpty() ? "" : ", may be upgraded to " + update));
            Json.children(plugin, "versions").forEach(version -> lines.add("  " + offer(version)));
        }
        return lines.isEmpty() ? List.of("No update site is trusted, or none offers anything") : lines;
    }

    private static String offer(JsonObject version) {
        String withdrawn = Json.text(version, "withdrawn");
        List<String> vulnerabilities = Json.texts(version, "vulnerabilities");
        String changelog = Json.text(version, "changelog");
        return Json.text(version, "version") + " of " + Json.text(version, "date")
                + (withdrawn.isEmpty() ? "" : ", withdrawn: " + withdrawn)
                + (vulnerabilities.isEmpty() ? "" : ", known to be vulnerable: " + String.join(", ", vulnerabilities))
                + (changelog.isEmpty() ? "" : ": " + changelog);
    }
}
