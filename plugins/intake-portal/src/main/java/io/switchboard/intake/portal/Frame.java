package io.switchboard.intake.portal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.switchboard.api.error.SwitchboardException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Draws what all pages have around what is theirs, from templates that can do nothing but show escaped texts. */
final class Frame {
    private final PageScripts scripts;
    private final PortalLook look;
    private final Template frame = template("frame.html");
    private final Template notice = template("notice.html");

    Frame(PageScripts scripts, PortalLook look) {
        this.scripts = scripts;
        this.look = look;
    }

    Look look() {
        return look.now();
    }

    /** Answers with a page whose forms need nothing but the script that enhances them. */
    Response page(int status, Words words, String title, Template content, Map<String, Object> data) {
        return page(status, words, title, content, data, scripts.forms());
    }

    /** Answers with the page on which elements of plugins may stand. */
    Response open(int status, Words words, String title, Template content, Map<String, Object> data) {
        return page(status, words, title, content, data, scripts.head() + scripts.forms());
    }

    /** Answers with what a refusal says. */
    Response notice(Words words, SwitchboardException refusal) {
        Map<String, Object> data = new HashMap<>();
        data.put("message", words.refusal(refusal));
        data.put("foreign", words.isForeign(refusal));
        return page(refusal.code().status(), words, words.text("noticeTitle"), notice, data);
    }

    private Response page(
            int status, Words words, String title, Template content, Map<String, Object> data, String head) {
        data.put("words", words.all());
        Look now = look.now();
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("content", content.execute(data));
        page.put("scripts", head);
        page.put("base", scripts.base());
        page.put("words", words.all());
        page.put("desk", now.name().isEmpty() ? words.text("desk") : now.name());
        page.put("styles", now.stylesAddress());
        page.put("logo", now.logoAddress());
        page.put("hasLinks", !now.links().isEmpty());
        page.put(
                "links",
                now.links().stream()
                        .map(link -> Map.of("text", link.words(), "address", link.address()))
                        .toList());
        return Response.status(status)
                .entity(frame.execute(page))
                .header("Content-Security-Policy", scripts.policy())
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .build();
    }

    static Template template(String name) {
        try (InputStream file = Objects.requireNonNull(Frame.class.getResourceAsStream(name), name);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
