package io.switchboard.core.delivery;

import io.switchboard.api.delivery.Courier.Address;
import java.time.Duration;

/**
 * What is to be sent to somebody.
 *
 * @param purpose why, for example {@code password-reset}
 * @param to who gets it
 * @param subject one line
 * @param text the body
 * @param worth how long it is worth sending
 */
public record Letter(String purpose, Address to, String subject, String text, Duration worth) {}
