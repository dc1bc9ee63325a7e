package io.switchboard.core.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that is told in the demo, read from its resources: JSON, one object a line; lines that begin with {@code #} are
 * headings.
 */
record Script(Company company, List<Story> stories) {
    private static final List<String> TICKETS =
            List.of("tickets-stories.jsonl", "tickets-bank.jsonl", "tickets-customers.jsonl", "tickets-deutsch.jsonl");

    static Script load() {
        List<Story> stories = new ArrayList<>();
        for (String resource : TICKETS) {
            lines(resource).forEach(line -> stories.add(Json.read(line, Story.class)));
        }
        return new Script(readCompany(), stories);
    }

    private static Company readCompany() {
        Company company = new Company(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        List<String> lines = new ArrayList<>(lines("company.jsonl"));
        lines.addAll(lines("tools.jsonl"));
        for (String line : lines) {
            JsonNode read = Json.tree(line);
            switch (read.path("is").asText()) {
                case "category", "product" -> company.catalog().add(Json.read(line, Company.Entry.class));
                case "team" -> company.teams().add(Json.read(line, Company.Team.class));
                case "agent" -> company.agents().add(Json.read(line, Company.Agent.class));
                case "organization" -> company.organizations().add(Json.read(line, Company.Organization.class));
                case "customer" -> company.customers().add(Json.read(line, Company.Customer.class));
                case "template", "macro", "view" -> company.tools().add(Json.read(line, Company.Tool.class));
                default -> throw new IllegalStateException("nobody knows what this is: " + line);
            }
        }
        return company;
    }

    private static List<String> lines(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
