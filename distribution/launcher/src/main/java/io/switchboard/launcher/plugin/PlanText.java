package io.switchboard.launcher.plugin;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the plan of an archive to a person. */
final class PlanText {
    private final JsonObject plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(JsonObject plan) {
        this.plan = plan;
    }

    /** Returns the plan, line by line. */
    static List<String> of(JsonObject plan) {
        PlanText text = new PlanText(plan);
        text.title();
        text.lines("in the way", Json.texts(plan, "refusals"));
        text.lines("mind", Json.texts(plan, "notes"));
        text.line("signature", text.signature());
        text.line("serves", String.join(", ", Json.texts(plan, "sockets")));
        text.lines("needs", text.needs());
        text.line("gives", String.join(", ", Json.texts(plan, "gives")));
        text.line("wired anew", String.join(", ", Json.texts(plan, "refreshes")));
        text.line("settings", text.settings());
        text.lines("calls", text.hosts());
        text.lines("migrations", Json.texts(plan, "migrations"));
        text.line("SHA-256", Json.text(plan, "sha256"));
        return List.copyOf(text.lines);
    }

    private void title() {
        String vendor = Json.text(plan, "vendor");
        String replaces = Json.text(plan, "replaces");
        String version = Json.text(plan, "version");
        String what = replaces.isEmpty()
                ? "is new here"
                : replaces.equals(version)
                        ? "takes the place of the same version"
                        : "takes the place of version " + replaces;
        lines.add(Json.text(plan, "id") + " " + version + " " + what);
        line("name", Json.text(plan, "name") + (vendor.isEmpty() ? "" : ", by " + vendor));
    }

    private String signature() {
        JsonObject signature = Json.child(plan, "signature");
        String signed = Json.flag(signature, "signed")
                ? "by " + Json.text(signature, "signer") + ", certificate with SHA-256 "
                        + Json.text(signature, "fingerprint")
                : "none";
        return signed + standing(Json.child(plan, "trust"));
    }

    private static String standing(JsonObject trust) {
        return switch (Json.text(trust, "standing")) {
            case "trusted" -> "; trusted as " + Json.text(trust, "trustedAs");
            case "bound" -> "; the same as before";
            case "first" -> "; the first, and so the plugin is bound to it";
            case "foreign" -> Json.flag(trust, "mayBindAnew") ? "; '--rebind' binds the plugin to it" : "";
            case "bound_anew" -> "; the plugin is bound to it instead of " + Json.text(trust, "boundSigner");
            default -> "";
        };
    }

    /** What is there is told by who gives it, what is missing by itself. */
    private List<String> needs() {
        Map<String, List<String>> byGiver = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (JsonObject need : Json.children(plan, "needs")) {
            List<String> givers = Json.texts(need, "from");
            if (givers.isEmpty()) {
                String versions = Json.text(need, "versions");
                missing.add(Json.text(need, "name") + (versions.isEmpty() ? "" : " (" + versions + ")")
                        + ", which nobody gives" + (Json.flag(need, "optional") ? "; it runs without" : ""));
            } else {
                byGiver.computeIfAbsent(String.join(" or ", givers), first -> new ArrayList<>())
                        .add(Json.text(need, "name"));
            }
        }
        List<String> told = new ArrayList<>(missing);
        byGiver.forEach((giver, names) -> told.add("of " + giver + ": " + String.join(", ", names)));
        return told;
    }

    private String settings() {
        int count = Json.child(Json.child(plan, "settings"), "properties").size();
        List<String> unset = Json.texts(plan, "unset");
        return count == 0 ? "" : count + (unset.isEmpty() ? "" : "; still to be set: " + String.join(", ", unset));
    }

    private List<String> hosts() {
        List<String> told = new ArrayList<>();
        for (JsonObject host : Json.children(plan, "outgoingHosts")) {
            String declared = Json.text(host, "declared");
            List<String> now = Json.texts(host, "now");
            String which = declared.equals("*")
                    ? "any host"
                    : !declared.startsWith("{")
                            ? declared
                            : "the host in the setting " + declared.substring(1, declared.length() - 1) + ", now "
                                    + (now.isEmpty() ? "none" : String.join(", ", now));
            told.add(which + (Json.flag(host, "added") ? "; the version before did not" : ""));
        }
        return told;
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            lines.add(String.format("  %-11s %s", label, text));
        }
    }

    private void lines(String label, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            line(i == 0 ? label : "", texts.get(i));
        }
    }
}
