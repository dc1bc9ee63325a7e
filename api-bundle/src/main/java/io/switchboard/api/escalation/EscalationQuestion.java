package io.switchboard.api.escalation;

import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;

/**
 * What a rule of escalation is asked about.
 *
 * @param ticket an open ticket about which triage has spoken
 * @param requester who needs help
 * @param workedAt when it last moved: it came into its status, woke, or somebody other than the customer wrote, assigned or
 *     changed something; what else plugins, timers and the customer did does not count
 * @param now the time by the desk's clock
 */
public record EscalationQuestion(Ticket ticket, Customer requester, Instant workedAt, Instant now) {}
