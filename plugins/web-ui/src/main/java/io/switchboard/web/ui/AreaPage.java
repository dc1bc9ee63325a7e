package io.switchboard.web.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one page of an area, the agents' or the administrators', and the policy that a browser holds it to. The import map
 * is its only inline script, allowed by its hash; markup is made through two named policies of Trusted Types, and nothing
 * comes from another origin.
 */
final class AreaPage {
    /** The modules that other modules name without a path, those of plugins too. */
    private static final Map<String, String> IMPORTS = new TreeMap<>(Map.of(
            "lit", "lib/lit/index.js",
            "lit/directives/", "lib/lit/directives/",
            "lit-html", "lib/lit-html/lit-html.js",
            "lit-html/", "lib/lit-html/",
            "lit-element/lit-element.js", "lib/lit-element/lit-element.js",
            "@lit/reactive-element", "lib/reactive-element/reactive-element.js",
            "switchboard/kit", "kit/index.js"));

    private static final List<String> LIBRARIES = List.of(
            "lib/lit/index.js",
            "lib/lit-html/lit-html.js",
            "lib/lit-html/is-server.js",
            "lib/lit-html/directive.js",
            "lib/lit-html/directive-helpers.js",
            "lib/lit-html/directives/repeat.js",
            "lib/lit-html/directives/live.js",
            "lib/lit-html/directives/guard.js",
            "lib/lit/directives/repeat.js",
            "lib/lit/directives/live.js",
            "lib/lit/directives/guard.js",
            "lib/lit-element/lit-element.js",
            "lib/reactive-element/reactive-element.js",
            "lib/reactive-element/css-tag.js",
            "lib/dompurify/dist/purify.min.js");

    private static final String DESK = "desk/";
    private static final String ADMIN = "admin/";

    /** What the administrators' pages have of the desk's. */
    private static final Set<String> OF_THE_DESK = Set.of(
            "desk/sign-in.js",
            "desk/look.js",
            "desk/preferences.js",
            "desk/compose/outbox.js",
            "desk/drafts.js",
            "desk/letter.js",
            "desk/conflict.js",
            "desk/views.js",
            "desk/filter/conditions.js");

    /** What is loaded when it is wanted, so that the first list need not wait for it. */
    private static final Set<String> LATER = Set.of(
            "desk/actions/all.js",
            "desk/actions/aside.js",
            "desk/actions/branch.js",
            "desk/actions/defect.js",
            "desk/actions/dialog.js",
            "desk/actions/escalate.js",
            "desk/actions/fields.js",
            "desk/actions/merge.js",
            "desk/beside.js",
            "desk/bulk/bar.js",
            "desk/bulk/changes.js",
            "desk/bulk/confirm.js",
            "desk/bulk/summary.js",
            "desk/chain.js",
            "desk/diagnostics.js",
            "desk/filter/keep.js",
            "desk/filter/sentence.js",
            "desk/spans.js",
            "desk/ticket-search.js",
            "desk/time-spent.js",
            "text/german.js",
            "text/de.js",
            "text/desk-de.js",
            "text/list-de.js",
            "text/talk-de.js",
            "text/work-de.js");

    private final String html;
    private final String policy;

    private AreaPage(Bundled files, String page, Predicate<String> own) {
        String base = "/x/web-ui/assets/" + files.version() + "/";
        String imports = IMPORTS.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + base + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
        this.html = files.text(page)
                .replace("{{base}}", base)
                .replace("{{imports}}", imports)
                .replace("{{preloads}}", preloads(files, base, own));
        this.policy = "default-src 'none'; script-src 'self' " + Bundled.policyHash(imports)
                + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src"
                + " 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for"
                + " 'script'; trusted-types lit-html dompurify";
    }

    /** The page of agents. */
    static AreaPage desk(Bundled files) {
        return new AreaPage(files, "page/desk.html", path -> !path.startsWith(ADMIN) && !path.startsWith("text/admin"));
    }

    /** The page of administrators. */
    static AreaPage admin(Bundled files) {
        return new AreaPage(files, "page/admin.html", path -> !path.startsWith(DESK) || OF_THE_DESK.contains(path));
    }

    String html() {
        return html;
    }

    String policy() {
        return policy;
    }

    /** Returns the files that the pages name by themselves, whether the bundle has them or not. */
    static List<String> named(Bundled files) {
        return Stream.of(
                        modules(files),
                        IMPORTS.values().stream(),
                        Stream.of(
                                "styles/tokens.css",
                                "styles/slots.css",
                                "styles/admin.css",
                                "desk/main.js",
                                "admin/main.js"))
                .flatMap(paths -> paths)
                .filter(path -> !path.endsWith("/"))
                .distinct()
                .toList();
    }

    /** Without these a browser would find the modules one after another, each only when it has read the one before. */
    private static String preloads(Bundled files, String base, Predicate<String> own) {
        return modules(files)
                .filter(own)
                .filter(path -> !LATER.contains(path))
                .map(path -> "<link rel=\"modulepreload\" href=\"" + base + path + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> modules(Bundled files) {
        Stream<String> own = Stream.of("kit/", "data/", "slots/", "text/", DESK, ADMIN)
                .flatMap(folder -> files.scripts(folder).stream());
        return Stream.concat(LIBRARIES.stream(), own);
    }
}
