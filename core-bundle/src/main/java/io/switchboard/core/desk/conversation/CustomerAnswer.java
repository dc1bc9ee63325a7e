package io.switchboard.core.desk.conversation;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.lifecycle.Lifecycle;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer's message does to where the ticket stands (ST2, ST6). */
@Component(service = CustomerAnswer.class)
public final class CustomerAnswer {
    private static final int LONGEST_THANKS = 60;
    /** Mail programs wrap a few words in much markup; what is longer says more than thanks. */
    private static final int LONGEST_MARKUP = 2_000;

    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "you",
            "many",
            "much",
            "very",
            "so",
            "a",
            "lot",
            "thx",
            "ty",
            "cheers",
            "great",
            "perfect",
            "danke",
            "vielen",
            "dank",
            "schoen",
            "schon",
            "super",
            "merci",
            "beaucoup",
            "gracias",
            "muchas",
            "grazie",
            "mille",
            "obrigado",
            "obrigada",
            "muito",
            "je",
            "wel",
            "bedankt",
            "tack",
            "takk",
            "tak",
            "kiitos",
            "dziekuje",
            "dekuji",
            "spasibo",
            "arigato",
            "ok",
            "okay",
            "all",
            "good",
            "works",
            "now",
            "it");
    private static final Set<String> GRATITUDE = Set.of(
            "thanks",
            "thank",
            "thx",
            "ty",
            "cheers",
            "danke",
            "dank",
            "merci",
            "gracias",
            "grazie",
            "obrigado",
            "obrigada",
            "bedankt",
            "tack",
            "takk",
            "tak",
            "kiitos",
            "dziekuje",
            "dekuji",
            "spasibo",
            "arigato");

    private final Lifecycle lifecycle;
    private final ReopenWindow window;

    /** Makes it. */
    @Activate
    public CustomerAnswer(@Reference Lifecycle lifecycle, @Reference ReopenWindow window) {
        this.lifecycle = lifecycle;
        this.window = window;
    }

    /** Returns whether a message comes too late to open a solved ticket again, and so makes a follow-up. */
    boolean comesTooLate(Ticket ticket, String body, Instant now) {
        Progress standing = ticket.progress();
        if (standing.disposition() != Disposition.NONE
                || lifecycle.category(standing) != StatusCategory.DONE
                || onlyThanks(body)) {
            return false;
        }
        return lifecycle.onReopening(standing).isEmpty()
                || standing.statusSince().plus(window.length()).isBefore(now);
    }

    /** Wakes the ticket, brings it back to work, or opens it again. */
    void take(TicketEdit edit, String body) {
        if (edit.ticket().progress().disposition() != Disposition.NONE) {
            return;
        }
        if (edit.ticket().progress().postponedUntil() != null) {
            edit.draft().postponedUntil(null);
        }
        Progress standing = edit.ticket().progress();
        lifecycle
                .onAnswer(standing)
                .or(() -> onlyThanks(body) ? Optional.empty() : lifecycle.onReopening(standing))
                .ifPresent(to -> edit.draft().progress(lifecycle.move(standing, to, edit.now())));
    }

    /** Returns whether a message says thanks and nothing else, in one of a dozen languages. */
    static boolean onlyThanks(String body) {
        if (body.length() > LONGEST_MARKUP) {
            return false;
        }
        String words = body.replaceAll("<[^>]*>", " ").strip();
        if (words.length() > LONGEST_THANKS) {
            return false;
        }
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .toLowerCase(Locale.ROOT);
        boolean grateful = false;
        for (String word : plain.split("[^\\p{L}]+")) {
            if (!word.isEmpty() && !THANKS.contains(word)) {
                return false;
            }
            grateful |= GRATITUDE.contains(word);
        }
        return grateful;
    }
}
