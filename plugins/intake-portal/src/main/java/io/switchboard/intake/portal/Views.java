package io.switchboard.intake.portal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the pages from templates that can do nothing but show escaped texts. */
final class Views {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PageScripts scripts;
    private final Template frame = template("frame.html");
    private final Template ask = template("ask.html");
    private final Template receipt = template("receipt.html");
    private final Template follow = template("follow.html");
    private final Template notice = template("notice.html");

    Views(PageScripts scripts) {
        this.scripts = scripts;
    }

    static List<String> errors(SwitchboardException refusal) {
        return refusal.fields().isEmpty()
                ? List.of(String.valueOf(refusal.getMessage()))
                : refusal.fields().stream().map(Views::sentence).toList();
    }

    private static String sentence(FieldError error) {
        String field = error.field().substring(error.field().lastIndexOf('.') + 1);
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + " " + error.message() + ".";
    }

    String ask(Form form, List<String> errors) {
        Map<String, Object> data = new HashMap<>();
        data.put("errors", errors);
        data.put("faulty", !errors.isEmpty());
        for (String field : List.of("name", "email", "subject", "description")) {
            data.put(field, form.field(field));
        }
        data.put("additions", form.additions());
        return framed("How can we help?", ask, data, scripts.head());
    }

    String receipt(Portal.Receipt given) {
        return framed(
                "We have it",
                receipt,
                Map.of("number", given.number(), "link", given.link().toString()));
    }

    String notice(SwitchboardException refusal) {
        return framed(refusal.code().title(), notice, Map.of("message", String.valueOf(refusal.getMessage())));
    }

    String follow(Portal.Followed followed, String token, List<String> errors, String body) {
        Ticket ticket = followed.ticket();
        Resolution resolution = ticket.resolution();
        Map<String, Object> data = new HashMap<>();
        data.put("number", ticket.number());
        data.put("subject", ticket.subject());
        data.put("state", state(ticket));
        data.put("expected", time(ticket.expectedResolutionAt()));
        data.put("update", time(ticket.nextUpdateDueAt()));
        data.put("solution", resolution == null ? "" : resolution.summary());
        data.put("messages", followed.thread().stream().map(Views::message).toList());
        data.put("errors", errors);
        data.put("faulty", !errors.isEmpty());
        data.put("body", body);
        data.put("token", token);
        data.put("verifiable", followed.verifiable());
        data.put("open", !followed.ended());
        data.put("survey", SurveyPart.of(followed.survey()));
        return framed(ticket.number() + ": " + ticket.subject(), follow, data);
    }

    /** Says in plain words where a ticket stands. */
    private static String state(Ticket ticket) {
        Progress progress = ticket.progress();
        Resolution resolution = ticket.resolution();
        if (resolution != null && resolution.closure() != null) {
            return "Closed.";
        }
        if (progress.stage() == Stage.RESOLUTION) {
            return "Solved. Please tell us if it does not work for you.";
        }
        if (progress.nextMove() == NextMove.CUSTOMER) {
            return "We need an answer from you.";
        }
        if (progress.nextMove() == NextMove.THIRD_PARTY) {
            return "We are waiting for a partner.";
        }
        return progress.stage() == Stage.WORKING ? "Somebody is working on it." : "It is in our queue.";
    }

    private static Map<String, Object> message(Message message) {
        PersonReference author = message.author();
        boolean ours = message.kind() == MessageKind.REPLY;
        String name = author == null ? "Help desk" : author.name();
        return Map.of(
                "side",
                ours ? "desk" : "customer",
                "author",
                name,
                "time",
                TIME.format(message.createdAt()),
                "body",
                message.format() == BodyFormat.HTML ? plain(message.body()) : message.body(),
                "files",
                message.attachments().stream().map(Attachment::name).toList());
    }

    /** Returns the words of HTML that the desk has sanitised. */
    private static String plain(String html) {
        return html.replaceAll("(?i)<br\\s*/?>|</p>|</div>|</li>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    private String framed(String title, Template content, Map<String, Object> data) {
        return framed(title, content, data, "");
    }

    private String framed(String title, Template content, Map<String, Object> data, String head) {
        return frame.execute(
                Map.of("title", title, "content", content.execute(data), "scripts", head, "base", scripts.base()));
    }

    private static Template template(String name) {
        try (InputStream file = Objects.requireNonNull(Views.class.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
