package io.switchboard.core.rest.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the desk itself has to say of a plugin, for who tells it in another language than the desk's. The first whose form a
 * sentence has is the kind of it, as with fields. What a plugin says of itself has no kind, and is told as it is.
 */
enum PluginMatter {
    /** It is asked nothing. */
    QUARANTINED("It is in quarantine since (?<since>\\S+) until somebody lifts that\\. .*"),
    /** It failed too often at a socket, and is tried again later. */
    RESTING("It fails at (?<socket>\\S+) and is given a rest"),
    /** A call of it does not come back and uses the processor meanwhile. */
    CALL_BURNS(
            "A call at (?<socket>\\S+) hangs since (?<since>\\S+) in thread '(?<thread>.*)' and burns the processor"),
    /** A call of it does not come back. */
    CALL_HANGS("A call at (?<socket>\\S+) hangs since (?<since>\\S+) in thread '(?<thread>.*)'"),
    /** It was asked how it feels, and failed. */
    SILENT("It does not say how it feels: (?<failure>.*)"),
    /** Threads of its own use the processor. */
    BURNS("It burns the processor in threads of its own since (?<since>\\S+), most of all in '(?<thread>.*)'"),
    /** Threads of its own used the processor until it was put into quarantine. */
    BURNED(
            "It burned the processor for (?<seconds>\\d+) seconds in threads of its own, most of all in '(?<thread>.*)'"),
    /** A call of it used the processor until it was put into quarantine. */
    CALL_BURNED("It burned the processor for seconds in a call that was cut"),
    /** It has more threads than it may have. */
    FLOODS("It ha[sd] (?<threads>\\d+) threads of its own, more than the (?<most>\\d+) that it may have(?:; one .*)?"),
    /** All threads in which it is asked hang. */
    EXHAUSTED("None of the (?<most>\\d+) threads that it may have came back for a minute"),
    /** It failed again each time it was tried again. */
    FAILED("It failed at (?<socket>\\S+) whenever it was tried again, (?<times>\\d+) times; at last it (?<failure>.*)"),
    /** It wanted to end the server. */
    EXITS("It wanted to end the server by (?<how>.*) in thread '(?<thread>.*)', which was refused.*"),
    /** It wanted to end the server until it was put into quarantine. */
    EXITED("It wanted to end the server, (?<times>\\d+) times"),
    /** Its addresses in the API are not served. */
    NOT_SERVED("Its REST resources cannot be served: (?<failure>.*)"),
    /** Something of its addresses in the API does not start. */
    NOT_STARTED("A REST resource of it does not start: see the log"),
    /** What it adds to the pages has no file. */
    NO_MODULE("'(?<title>.*)' cannot be shown on the pages: the archive has no file (?<file>.*)");

    /** Constants of an enum are made before its static fields. */
    private static final class Groups {
        static final Pattern NAME = Pattern.compile("\\(\\?<(\\w+)>");
    }

    private final Pattern form;
    private final List<String> names;

    PluginMatter(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.names =
                Groups.NAME.matcher(form).results().map(found -> found.group(1)).toList();
    }

    /** Returns the name in the API. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of what a sentence says, or nothing if it has none. */
    static Optional<PluginMatter> of(String sentence) {
        return Stream.of(values())
                .filter(matter -> matter.form.matcher(sentence).matches())
                .findFirst();
    }

    /** Returns what stands in the sentence beside its form, by name. */
    Map<String, String> parameters(String sentence) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher found = form.matcher(sentence);
        if (found.matches()) {
            names.forEach(name -> parameters.put(name, found.group(name)));
        }
        return parameters;
    }
}
