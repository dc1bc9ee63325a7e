package io.switchboard.handle.security;

import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the customer has told: what agents write in answer, such as a warning of phishing, does not make an incident. */
final class Told {
    private Told() {}

    /** Returns the texts, each once; the first message is mostly the description again. */
    static Set<String> by(HandlingQuestion question) {
        Ticket ticket = question.ticket();
        Circumstances circumstances = ticket.circumstances();
        Set<String> texts = new LinkedHashSet<>();
        texts.add(visible(ticket.subject()));
        texts.add(visible(ticket.description()));
        String errors = circumstances.errorMessages();
        if (errors != null) {
            texts.add(visible(errors));
        }
        String impact = circumstances.userImpact();
        if (impact != null) {
            texts.add(visible(impact));
        }
        question.messages().stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .map(message -> text(message.body(), message.format()))
                .forEach(texts::add);
        return texts;
    }

    static String text(String body, BodyFormat format) {
        return visible(format == BodyFormat.HTML ? MarkupText.of(body) : body);
    }

    /** Leaves out characters that nobody sees, such as a space without width inside a number. */
    private static String visible(String text) {
        if (text.chars().noneMatch(Told::invisible)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (!invisible(text.charAt(at))) {
                seen.append(text.charAt(at));
            }
        }
        return seen.toString();
    }

    private static boolean invisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }
}
