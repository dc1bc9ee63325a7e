package io.switchboard.api.ticket;

/**
 * What a ticket is called in another system, for example in the desk it was imported from. Old numbers are found by
 * search and thread replies.
 *
 * @param system the other system's name, at most 80 characters
 * @param number the ticket's number or key there, at most 200 characters
 */
public record ExternalReference(String system, String number) {}
