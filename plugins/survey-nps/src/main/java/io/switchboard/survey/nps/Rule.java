package io.switchboard.survey.nps;

import io.switchboard.api.people.Directory;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.survey.SurveySelection.SelectionQuestion;
import io.switchboard.api.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which closures a customer is asked about.
 *
 * @param chance of how many in a hundred, from 0 to 100
 * @param quiet for how long nobody is asked again
 * @param organizations names or ids; empty for all
 * @param categories with those below them; empty for all
 * @param exceptChannels the ids of channels that do not count
 */
record Rule(
        int chance, Duration quiet, List<String> organizations, List<String> categories, List<String> exceptChannels) {
    private static final int HUNDRED = 100;

    boolean holds(SelectionQuestion question, Directory directory) {
        Ticket ticket = question.ticket();
        Instant last = question.lastAskedAt();
        return !exceptChannels.contains(ticket.channel())
                && (last == null || !last.plus(quiet).isAfter(question.now()))
                && categories(ticket)
                && drawn(ticket)
                && organizations(ticket, directory);
    }

    private boolean categories(Ticket ticket) {
        String category = ticket.classification().category();
        return categories.isEmpty()
                || category != null
                        && categories.stream().anyMatch(one -> category.equals(one) || category.startsWith(one + "/"));
    }

    /** A ticket is drawn or not for good: told again, after a restart or on another node, the answer is the same. */
    private boolean drawn(Ticket ticket) {
        CRC32 lot = new CRC32();
        lot.update(("nps " + ticket.id()).getBytes(StandardCharsets.UTF_8));
        return lot.getValue() % HUNDRED < chance;
    }

    private boolean organizations(Ticket ticket, Directory directory) {
        OrganizationId id = ticket.organization();
        if (organizations.isEmpty()) {
            return true;
        }
        return id != null
                && (organizations.contains(id.toString())
                        || directory
                                .organization(id)
                                .filter(found -> organizations.stream()
                                        .anyMatch(one -> found.name().equalsIgnoreCase(one)))
                                .isPresent());
    }
}
