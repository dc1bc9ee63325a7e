package io.switchboard.assign.certified;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Directory;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import io.switchboard.assign.certified.Validity.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Watches who holds the certificates that are asked for, so that somebody sees to it before tickets wait for nobody. */
final class Holders {
    private static final int SHOWN = 60;

    private final Directory directory;
    private final Rules rules;

    Holders(Directory directory, Rules rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** Says the most pressing of what is the matter. */
    State check(Instant now) {
        if (!rules.unreadable().isEmpty()) {
            return yellow("A line of the settings cannot be read and counts for nothing: '"
                    + shown(rules.unreadable().get(0)) + "'. Write it as the setting's description says");
        }
        Set<String> asked = rules.asked();
        return asked.isEmpty() ? State.WELL : check(asked, directory.agents(), now);
    }

    private State check(Set<String> asked, List<Agent> agents, Instant now) {
        List<String> ending = new ArrayList<>();
        for (String certificate : asked) {
            List<Agent> holding = agents.stream()
                    .filter(agent -> rules.validity().of(agent, certificate, now) instanceof Standing.Holds)
                    .toList();
            if (holding.isEmpty()) {
                return yellow("Nobody holds the certificate " + certificate
                        + ": tickets that ask for it wait in their queue. Enter who has passed it, or ask for another");
            }
            holding.stream()
                    .filter(agent -> rules.validity().endsWithin(rules.warningDays(), agent, certificate, now))
                    .forEach(agent -> ending.add(shown(agent.name()) + " (" + certificate + ")"));
        }
        return ending.isEmpty() ? State.WELL : yellow(ending(ending));
    }

    private String ending(List<String> ending) {
        return "Certificates that run out within " + rules.warningDays() + " days: " + ending.size()
                + ", among them that of " + ending.get(0) + ". Have it passed again and enter the day";
    }

    private static State yellow(String message) {
        return new State(Grade.YELLOW, message);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
