package io.switchboard.it.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a plugin that adds elements to the web pages, of scripts that a test writes. */
public final class PagePlugin {
    private static final String SERVICE = """
                    context.registerService(UiContribution.class, new Added("%s", "%s", "%s", "%s", Set.of(%s)), null);
            """;
    private static final String ACTIVATOR = """
            package broken;

            import io.switchboard.api.people.Right;
            import io.switchboard.api.ui.UiContribution;
            import java.util.Set;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;

            public class Activator implements BundleActivator {
                public record Added(String slot, String module, String export, String title, Set<Right> rights)
                        implements UiContribution {
                    @Override
                    public int order() {
                        return 0;
                    }

                    @Override
                    public String icon() {
                        return null;
                    }
                }

                @Override
                public void start(BundleContext context) {
            %s    }

                @Override
                public void stop(BundleContext context) {}
            }
            """;

    private final String id;
    private final List<String> services = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private PagePlugin(String id) {
        this.id = id;
    }

    /** Begins one that adds nothing. */
    public static PagePlugin of(String id) {
        return new PagePlugin(id);
    }

    /**
     * Adds an element whose module {@code web/{export}.js} is a script, for who has all of the rights.
     *
     * @param rights names of the constants
     */
    public PagePlugin adds(String slot, String export, String title, String script, String... rights) {
        return names(slot, "web/" + export + ".js", export, title, rights).file("web/" + export + ".js", script);
    }

    /** Adds an element without a file for it. */
    public PagePlugin names(String slot, String module, String export, String title, String... rights) {
        List<String> constants =
                Stream.of(rights).map(right -> "Right." + right).toList();
        services.add(SERVICE.formatted(slot, module, export, title, String.join(", ", constants)));
        return this;
    }

    /** Puts a file into the archive. */
    public PagePlugin file(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Returns the archive of a version. */
    public byte[] archive(String version) {
        return CompiledPlugin.archive(
                id,
                version,
                "UiContribution",
                "io.switchboard.api.ui,io.switchboard.api.people",
                ACTIVATOR.formatted(String.join("", services)),
                files);
    }

    /** Returns the archive of the example that stands beside the server and in the plugin guide. */
    public static byte[] example() {
        return Plugins.example("example-panel");
    }

    /** Returns the archive of the plugin guide's example for the pages of customers. */
    public static byte[] exampleForCustomers() {
        return Plugins.example("example-portal");
    }
}
