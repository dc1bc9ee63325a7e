package io.switchboard.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A window that shows the desk, and what went wrong in it: errors of its scripts, dialogs that opened by themselves, and
 * requests to somebody else. Whoever closes it hears of them.
 */
final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String AXE = read("/axe.min.js");
    private static final String HAS_AXE = "() => 'axe' in window";
    private static final String RUN_AXE = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
              .then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', ')))""";

    /** What has to be moved sideways to be read. */
    private static final String TOO_WIDE = """
            () => [document.documentElement, ...document.querySelectorAll('body *')]
              .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
                && (one === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)))
              .map(one => one.localName + '.' + one.className)""";

    private final BrowserContext context;
    private final URI address;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();

    Screen(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onPageError(error -> wrong.add("error: " + error));
        page.onDialog(dialog -> {
            wrong.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                wrong.add("policy: " + message.text());
            }
        });
        context.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(address.toString())) {
                wrong.add("foreign request: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a place of the desk, such as {@code /views/mine}. */
    Screen go(String place) {
        return visit("/desk" + place);
    }

    /** Goes to a page of any area, such as {@code /admin/plugins}. */
    Screen visit(String path) {
        page.navigate(address.resolve(path).toString());
        return this;
    }

    /** Signs somebody in at the page that asks for it. */
    Screen signIn(String email, String password) {
        page.locator("#sign-in-email").fill(email);
        page.locator("#sign-in-password").fill(password);
        page.locator("sb-sign-in button.primary").click();
        return this;
    }

    /** Opens the desk, signed in, and waits until it is there. */
    Screen enter(String email, String password) {
        go("/views/mine").signIn(email, password);
        page.locator("sb-sidebar li a")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** Opens the administrators' area, signed in, and waits until it is there. */
    Screen administer(String email, String password) {
        visit("/admin/").signIn(email, password);
        page.locator("sb-admin .frame").waitFor();
        return this;
    }

    /** Finds what a selector names. */
    Locator at(String selector) {
        return page.locator(selector);
    }

    /** What went wrong so far, which is forgotten then: for who expects it. */
    List<String> takeWrong() {
        List<String> taken = List.copyOf(wrong);
        wrong.clear();
        return taken;
    }

    /**
     * Holds the page to its width, keeps a picture, and looks for barriers: in both themes and at both widths, but not in all four
     * pairs of them, as axe takes longer than all else.
     */
    void isForEverybody(String name, Look look) {
        fitsItsWidth(name + " " + look);
        picture(name + "-" + look);
        if (look.isLight() != look.isNarrow()) {
            isAccessible(name + " " + look);
        }
    }

    /** Holds the page to WCAG 2.2 AA and the best practices of axe. */
    void isAccessible(String what) {
        if (!(boolean) page.evaluate(HAS_AXE)) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(RUN_AXE)).as(what).isEmpty();
    }

    /** Holds the page to its width, as WCAG's reflow does. */
    void fitsItsWidth(String what) {
        assertThat((List<?>) page.evaluate(TOO_WIDE)).as(what).isEmpty();
    }

    /** Keeps a picture for who wants to look. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).isEmpty();
    }

    private static String read(String resource) {
        try (InputStream found = Objects.requireNonNull(Screen.class.getResourceAsStream(resource), resource)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
