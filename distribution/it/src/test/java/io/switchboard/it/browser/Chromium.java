package io.switchboard.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of the machine; none is downloaded. Without one the tests are skipped and say how to get one, but in
 * continuous integration they fail. For one thread at a time.
 */
final class Chromium implements AutoCloseable {
    private static final String NONE =
            "There is no browser for the tests of the web interface: apt-get install chromium-headless-shell";
    // The shell draws pages and nothing around them, so it goes before those that draw a whole browser nobody sees.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Path executable) {
        this.playwright = playwright;
        // A test may run as root, where the sandbox cannot; it opens pages of our own server only. A processor that
        // plays a graphics card takes longer than one that paints.
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")));
    }

    /** Starts it. */
    static Chromium start() {
        Optional<Path> executable = executable();
        if (executable.isEmpty() && System.getenv("CI") != null) {
            Assertions.fail(NONE);
        }
        // A machine that runs two servers and two browsers at once may take a while over a click.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Assumptions.assumeTrue(executable.isPresent(), NONE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, executable.orElseThrow());
    }

    /** Opens a window of its own, as another person at another machine would. */
    Screen open(URI address, Look look) {
        return new Screen(browser.newContext(look.options()), address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
