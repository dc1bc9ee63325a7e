package io.switchboard.core.desk.conversation;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer's message does to where the ticket stands (ST2, ST6). */
@Component(service = CustomerAnswer.class)
public final class CustomerAnswer {
    private static final int LONGEST_THANKS = 60;
    /** Mail programs wrap a few words in much markup; what is longer says more than thanks. */
    private static final int LONGEST_MARKUP = 2_000;

    /** Words of thanks; one of them must be there. */
    private static final Set<String> THANKS = words(
            "thanks thank thx ty cheers danke dank merci gracias grazie obrigado obrigada bedankt tack takk tak kiitos",
            "dziękuję dzięki děkuji díky ďakujem hvala mulțumesc köszönöm köszi teşekkürler teşekkür sağol",
            "ευχαριστώ спасибо благодарю дякую благодаря תודה شكرا spasibo arigato",
            "ありがとう ありがとうございます ありがとうございました 谢谢 謝謝 谢谢你 多谢 감사합니다 고맙습니다 धन्यवाद");
    /** What may stand beside them. */
    private static final Set<String> BESIDE = words(
            "you many much very so a lot great perfect ok okay all good works now it for your the help",
            "vielen schön schoen super beaucoup vous muchas mille muito je wel mycket så mange tusen paljon bardzo",
            "moc pekně lepa szépen çok ederim большое огромное вам дуже רבה جزيلا どうも 非常 정말");

    private final Lifecycle lifecycle;
    private final ReopenWindow window;
    private final TransitionTicket transitions;

    /** Makes it. */
    @Activate
    public CustomerAnswer(
            @Reference Lifecycle lifecycle, @Reference ReopenWindow window, @Reference TransitionTicket transitions) {
        this.lifecycle = lifecycle;
        this.window = window;
        this.transitions = transitions;
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
                .ifPresent(to -> transitions.move(edit, to, null, null));
    }

    /** Returns whether a message says thanks and nothing else, in one of two dozen languages. */
    static boolean onlyThanks(String body) {
        if (body.length() > LONGEST_MARKUP) {
            return false;
        }
        String words = body.replaceAll("<[^>]*>", " ").strip();
        if (words.length() > LONGEST_THANKS) {
            return false;
        }
        boolean grateful = false;
        for (String word : plain(words).split("[^\\p{L}]+")) {
            if (THANKS.contains(word)) {
                grateful = true;
            } else if (!word.isEmpty() && !BESIDE.contains(word)) {
                return false;
            }
        }
        return grateful;
    }

    private static Set<String> words(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(plain(line).split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns a text in small letters without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .toLowerCase(Locale.ROOT);
    }
}
