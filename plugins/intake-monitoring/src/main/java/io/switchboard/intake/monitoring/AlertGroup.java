package io.switchboard.intake.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of alerts as an Alertmanager tells it (webhook version 4): always all of it, and again from time to time.
 *
 * @param key the Alertmanager's name of the group
 * @param labels what all its alerts have in common
 */
record AlertGroup(String key, Map<String, String> labels, Map<String, String> annotations, List<Alert> alerts) {
    private static final int MOST_ALERTS = 1_000;
    private static final int SHOWN = 50;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SUBJECT = 250;

    static AlertGroup read(@Nullable Object body) {
        Fields fields = Fields.of(body, "the body");
        return new AlertGroup(
                fields.text("groupKey"),
                fields.texts("commonLabels"),
                fields.texts("commonAnnotations"),
                fields.objects("alerts", MOST_ALERTS).stream().map(Alert::read).toList());
    }

    boolean firing() {
        return alerts.stream().anyMatch(Alert::firing);
    }

    /** Returns a short name for the group that is the same at each delivery. */
    String reference() {
        return digest(key);
    }

    /** Returns a short name for what fires at the moment, by which a delivery that tells nothing new is known. */
    String state() {
        return digest(alerts.stream()
                .filter(Alert::firing)
                .map(alert -> alert.fingerprint() + " " + alert.startsAt())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    String severity() {
        String common = labels.get("severity");
        return common != null
                ? common
                : alerts.stream()
                        .filter(Alert::firing)
                        .map(alert -> alert.labels().getOrDefault("severity", ""))
                        .filter(severity -> !severity.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    String subject() {
        String name = labels.getOrDefault("alertname", "Alerts");
        String summary = annotations.getOrDefault("summary", "");
        String subject = summary.isEmpty() ? name + " " + labels : name + ": " + summary;
        return cut(subject.replaceAll("\\s+", " "), LONGEST_SUBJECT);
    }

    String description() {
        List<Alert> firing = alerts.stream().filter(Alert::firing).toList();
        String more = firing.size() > SHOWN ? "\nand " + (firing.size() - SHOWN) + " more" : "";
        return cut(
                firing.stream().limit(SHOWN).map(Alert::line).collect(Collectors.joining("\n")) + more, LONGEST_TEXT);
    }

    private static String cut(String text, int most) {
        return text.codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
