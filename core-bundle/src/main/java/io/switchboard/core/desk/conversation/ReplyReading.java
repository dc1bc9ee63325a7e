package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * What a customer's message about a solved ticket comes to (ST6). In doubt it is an answer: a ticket that is opened for
 * nothing costs a minute, one that stays closed although it should not costs a customer.
 */
enum ReplyReading {
    /** Somebody wrote something that the desk should look at. */
    ANSWER,
    /** They say thanks and nothing else. */
    THANKS,
    /** Nobody wrote it, such as a note that they are out of office. */
    AUTOMATIC;

    private static final int LONGEST_AUTOMATIC = 1_500;
    private static final int BEGINNING = 300;

    /** Returns the id that stands in the history. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the history says of a message besides, which is why it opened nothing. */
    Map<String, String> facts(NewMessage message) {
        if (message.automatic()) {
            return Map.of("automatic", "true");
        }
        return message.kind() == MessageKind.CUSTOMER && this != ANSWER ? Map.of("readAs", id()) : Map.of();
    }

    /**
     * Reads a message.
     *
     * @param names the names of people that may stand below it
     */
    static ReplyReading of(String body, BodyFormat format, Collection<String> names) {
        String own = Normalizer.normalize(OwnWords.of(body, format), Normalizer.Form.NFC);
        if (Gratitude.isAllOf(own, names)) {
            return THANKS;
        }
        return isAutomatic(own) ? AUTOMATIC : ANSWER;
    }

    private static boolean isAutomatic(String own) {
        if (own.length() > LONGEST_AUTOMATIC || own.indexOf('?') >= 0 || own.indexOf('？') >= 0) {
            return false;
        }
        String plain = Phrases.plain(own).replaceAll("\\s+", " ");
        String beginning = plain.substring(0, Math.min(plain.length(), BEGINNING));
        return Phrases.of("automatic").stream().anyMatch(beginning::contains)
                && Phrases.of("doubt").stream().noneMatch(plain::contains);
    }
}
