package io.switchboard.core.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who and what there is in the demo, as its resource tells it. Everything has a key, by which the rest refers to it.
 *
 * @param catalog categories and products, parents first
 * @param teams parents first
 */
record Company(
        List<Entry> catalog,
        List<Team> teams,
        List<Agent> agents,
        List<Organization> organizations,
        List<Customer> customers,
        List<Tool> tools) {

    /**
     * A category or product.
     *
     * @param is which of the two
     * @param skills what whoever works on its tickets should know
     */
    record Entry(
            String is,
            String id,
            String name,
            @Nullable String description,
            @Nullable List<String> skills) {}

    /**
     * A team.
     *
     * @param first whether it is the team that every desk begins with, under its new name
     * @param manual whether its tickets are assigned by hand
     */
    record Team(
            String key,
            String name,
            @Nullable String parent,
            int tier,
            boolean escalation,
            boolean first,
            boolean manual) {}

    /**
     * Somebody of the desk.
     *
     * @param hours days and times, such as {@code MON-FRI 08:00-17:00}
     * @param away when they are away: days before today, first and last; negative ones are to come
     */
    record Agent(
            String key,
            String name,
            String role,
            List<String> teams,
            boolean senior,
            @Nullable Map<String, Integer> skills,
            List<String> languages,
            String zone,
            String hours,
            @Nullable String title,
            @Nullable List<Integer> away) {}

    /** An organization of customers. */
    record Organization(String key, String name, String domain, boolean shares, boolean vip) {}

    /** A customer. */
    record Customer(
            String key,
            String name,
            @Nullable String organization,
            @Nullable String email,
            @Nullable String phone,
            boolean vip,
            String language,
            String title) {}

    /**
     * A template, a macro or a view.
     *
     * @param is which of the three
     * @param reach who has it: {@code own}, {@code team} or {@code everybody}
     * @param by who made it
     * @param content what it holds; {@code @team.desk} in it stands for the id of what has that key
     */
    record Tool(
            String is,
            String key,
            String name,
            String reach,
            @Nullable String team,
            String by,
            int place,
            JsonNode content) {}
}
