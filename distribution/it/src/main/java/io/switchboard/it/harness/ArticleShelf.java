package io.switchboard.it.harness;

/**
 * A knowledge base of three articles: a public one whose text holds what could do harm, one that the desk alone may read
 * although it is always found, and one that is read elsewhere. Words with {@code print} find them.
 */
public final class ArticleShelf {
    /** The id of the plugin. */
    public static final String PLUGIN = "article-shelf";

    private static final String SOURCE = """
            package broken;
            import io.switchboard.api.knowledge.KnowledgeBase;
            import java.util.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator, KnowledgeBase {
                private static final String TEXT = "<h2>In short</h2><p>Choose <b>both sides</b> in the <a href=\\"/x\\">dialog</a>.</p>"
                    + "<script>alert(1)</script><p onclick=\\"alert(2)\\">Then print.</p><iframe src=\\"https://evil.example\\"></iframe>";
                public void start(BundleContext context) { context.registerService(KnowledgeBase.class, this, null); }
                public void stop(BundleContext context) {}
                public List<ArticleHit> find(String words, String language, boolean internal, int limit) {
                    if (!words.toLowerCase(Locale.ROOT).contains("print")) { return List.of(); }
                    return List.of(
                        new ArticleHit("both sides", "Printing on both <sides>", "Where the printer hides what you look for: in the dialog of your program, and in its own menu.", "/articles/article-shelf/both%20sides", false),
                        new ArticleHit("spooler", "Secrets of the spooler", "For agents", "/articles/article-shelf/spooler", true),
                        new ArticleHit("paper", "Which paper fits", "", "https://printers.example/paper", false));
                }
                public Optional<ArticleText> article(String id, String language) {
                    if (id.equals("both sides")) { return Optional.of(new ArticleText("Printing on both <sides>", TEXT, java.time.Instant.parse("2026-03-01T12:05:00Z"), false)); }
                    return id.equals("spooler") ? Optional.of(new ArticleText("Secrets of the spooler", "<p>root</p>", null, true)) : Optional.empty();
                }
            }
            """;

    private ArticleShelf() {}

    /** Installs the knowledge base. */
    public static void install(Http administrator) {
        byte[] archive = CompiledPlugin.archive(PLUGIN, "KnowledgeBase", "io.switchboard.api.knowledge", SOURCE);
        new Plugins(administrator).upload("", archive).expect(201);
    }
}
