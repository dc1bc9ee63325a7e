package io.switchboard.handle.security;

import io.switchboard.api.handling.SpecialHandling.HandlingQuestion;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Message;
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
        texts.add(ticket.subject());
        texts.add(ticket.description());
        String errors = circumstances.errorMessages();
        if (errors != null) {
            texts.add(errors);
        }
        String impact = circumstances.userImpact();
        if (impact != null) {
            texts.add(impact);
        }
        question.messages().stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .map(Told::text)
                .forEach(texts::add);
        return texts;
    }

    private static String text(Message message) {
        return message.format() == BodyFormat.HTML ? withoutTags(message.body()) : message.body();
    }

    /** Sanitised HTML has no angle bracket outside of tags, and few entities matter here. */
    static String withoutTags(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                text.append(html, at, html.length());
                break;
            }
            text.append(html, at, open).append(' ');
            at = close + 1;
        }
        return text.toString()
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
