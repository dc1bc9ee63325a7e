package io.switchboard.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Compares a desk with the files that were loaded into it, by the API alone: every ticket is triaged and there once, each
 * subject as often as in the files, and a sample is found by the number it had and by a word.
 */
final class Verification {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_TOLD = 20;
    private static final int PAGE = 200;

    private final DeskClient client;
    private final List<TicketFile> files;
    private final PrintStream out;
    private final Duration pause;
    private final List<String> differences = new ArrayList<>();

    Verification(DeskClient client, List<TicketFile> files, PrintStream out) {
        this(client, files, out, Duration.ofSeconds(5));
    }

    /**
     * Makes it.
     *
     * @param pause how long to wait before looking again how far the reactions are
     */
    Verification(DeskClient client, List<TicketFile> files, PrintStream out, Duration pause) {
        this.client = client;
        this.files = files;
        this.out = out;
        this.pause = pause;
    }

    /** Returns whether the desk holds exactly what the files do. */
    boolean run() throws IOException, InterruptedException {
        Expectation expected = Expectation.of(files);
        awaitReactions();
        DeskTickets found = pageThrough();
        compare(expected, found);
        search(expected);
        differences.stream().limit(MOST_TOLD).forEach(out::println);
        if (differences.size() > MOST_TOLD) {
            out.println("and " + (differences.size() - MOST_TOLD) + " more differences");
        }
        out.println("expected " + expected.tickets() + ", found " + found.count() + ", waiting for triage "
                + found.pending() + ", searched for " + expected.samples().size() + ": "
                + (differences.isEmpty() ? "equal" : differences.size() + " differences"));
        return differences.isEmpty();
    }

    /** Waits until triage, the search index and all other reactions have heard of everything. */
    private void awaitReactions() throws IOException, InterruptedException {
        for (String waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            out.println("waiting for " + waiting);
            Thread.sleep(pause.toMillis());
        }
    }

    private String waiting() throws IOException, InterruptedException {
        List<String> behind = new ArrayList<>();
        for (JsonNode reaction : read("reactions").path("items")) {
            int backlog = reaction.path("backlog").asInt();
            boolean served = reaction.path("served").asBoolean();
            if (served && backlog > reaction.path("parked").asInt()) {
                behind.add(reaction.path("id").asText() + " (" + backlog + (backlog >= 1_000 ? " or more" : "")
                        + " events behind)");
            }
        }
        return String.join(", ", behind);
    }

    private DeskTickets pageThrough() throws IOException, InterruptedException {
        DeskTickets found = new DeskTickets();
        long told = System.nanoTime();
        String cursor = "";
        do {
            JsonNode page = read("tickets?view=all&sort=created&limit=" + PAGE + cursor);
            page.path("items").forEach(found::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + encoded(page.path("next").asText())
                    : "";
            if (System.nanoTime() - told > pause.toNanos()) {
                told = System.nanoTime();
                out.println(found.count() + " tickets paged through");
            }
        } while (!cursor.isEmpty());
        return found;
    }

    private void compare(Expectation expected, DeskTickets found) {
        if (found.repeated() > 0) {
            differences.add(found.repeated() + " tickets came on more than one page");
        }
        if (found.pending() > 0) {
            differences.add(found.pending() + " tickets wait for triage");
        }
        TreeSet<String> subjects = new TreeSet<>(expected.subjects().keySet());
        subjects.addAll(found.subjects().keySet());
        for (String subject : subjects) {
            int wanted = expected.subjects().getOrDefault(subject, 0);
            int there = found.subjects().getOrDefault(subject, 0);
            if (wanted != there) {
                differences.add("'" + subject + "' is there " + there + " times, not " + wanted);
            }
        }
    }

    private void search(Expectation expected) throws IOException, InterruptedException {
        for (Expectation.Sample sample : expected.samples()) {
            if (!sample.number().isEmpty() && !finds(sample.number(), sample.subject())) {
                differences.add("a search for " + sample.number() + " does not find '" + sample.subject() + "'");
            }
            String word = word(sample.subject());
            if (!word.isEmpty()
                    && !read(searching(word)).path("items").elements().hasNext()) {
                differences.add("a search for '" + word + "' finds nothing");
            }
        }
    }

    private boolean finds(String words, String subject) throws IOException, InterruptedException {
        for (JsonNode hit : read(searching("\"" + words + "\"")).path("items")) {
            if (hit.path("subject").asText().equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private static String searching(String words) {
        return "tickets?limit=100&q=" + encoded(words);
    }

    /** Returns the longest word of a subject, which says most; empty if it has none of four letters. */
    private static String word(String subject) {
        return Arrays.stream(subject.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= 4)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.get(path);
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return Objects.requireNonNull(JSON.readTree(answer.body()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
