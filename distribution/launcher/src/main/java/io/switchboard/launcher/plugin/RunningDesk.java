package io.switchboard.launcher.plugin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.switchboard.launcher.folder.StartFailure;
import io.switchboard.launcher.plugin.DeskConnection.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Carries orders out on a server that runs, by its HTTP API. */
final class RunningDesk {
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private final DeskConnection desk;
    private final PluginOrder order;
    private final Terminal terminal;

    RunningDesk(DeskConnection desk, PluginOrder order, Terminal terminal) {
        this.desk = desk;
        this.order = order;
        this.terminal = terminal;
    }

    /** @return the exit code */
    int carryOut() throws StartFailure, InterruptedException {
        String id = order.argument();
        return switch (order.verb()) {
            case LIST -> list();
            case DEVELOP -> develop();
            case CHECK -> throw new IllegalStateException("it has a server of its own");
            case AVAILABLE -> available();
            case PLAN -> plan();
            case INSTALL, UPGRADE -> bring();
            case ROLLBACK -> change(id + "/rollback", "goes back to the version before; settings and tables stay");
            case REMOVE -> remove();
            case CONFIG -> configure();
            case ENABLE -> change(id + "/start", "runs, now and at every start");
            case LIFT -> change(id + "/quarantine/lift", "is let out of quarantine and asked again");
            case DISABLE -> change(id + "/stop", "is stopped, now and for every start");
        };
    }

    private int develop() throws StartFailure, InterruptedException {
        Path place = order.file();
        if (!Files.exists(place)) {
            throw new StartFailure("There is no " + place + ".");
        }
        terminal.line("Each change of " + place + " is installed at once, until you end this.");
        confirm("Go on?");
        try {
            new DevelopmentLoop(place, desk, terminal).run();
            return 0;
        } catch (IOException unreadable) {
            throw new StartFailure(place + " cannot be read: " + unreadable + ".");
        }
    }

    private int list() throws StartFailure, InterruptedException {
        Reply reply = desk.get("");
        return show(reply, PluginTable.of(reply.json()));
    }

    private int available() throws StartFailure, InterruptedException {
        Reply reply = desk.get("available");
        return show(reply, OfferTable.of(reply.json()));
    }

    private int plan() throws StartFailure, InterruptedException {
        Reply reply = archive(true);
        JsonObject plan = reply.json();
        show(reply, PlanText.of(plan));
        return Json.flag(plan, "possible") ? 0 : StartFailure.FAILED;
    }

    private int bring() throws StartFailure, InterruptedException {
        JsonObject plan = archive(true).json();
        if (!order.has(PluginOption.JSON)) {
            PlanText.of(plan).forEach(terminal::line);
        }
        requireFits(plan);
        confirm("Carry this out?");
        Reply reply = archive(false);
        return show(reply, List.of(told(reply.json())));
    }

    /** Has an archive installed, or planned: that of a file, or that of an update site. */
    private Reply archive(boolean dryRun) throws StartFailure, InterruptedException {
        int status = dryRun ? 200 : 201;
        String query = "?dryRun=" + dryRun + (order.has(PluginOption.REBIND) ? "&rebind=true" : "");
        if (!order.namesOffer()) {
            return desk.upload(query, order.file(), status);
        }
        String version = order.value(PluginOption.VERSION)
                .map(wanted -> "&pluginVersion=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                .orElse("");
        return desk.install("available/" + order.argument() + "/install" + query + version, status);
    }

    private void requireFits(JsonObject plan) throws StartFailure {
        String id = Terminal.clean(Json.text(plan, "id"));
        String replaces = Terminal.clean(Json.text(plan, "replaces"));
        if (!Json.flag(plan, "possible")) {
            throw new StartFailure("The plugin " + id + " cannot be taken: it "
                    + Terminal.clean(String.join("; it ", Json.texts(plan, "refusals"))) + ".");
        }
        if (order.verb() == PluginVerb.INSTALL && !replaces.isEmpty()) {
            throw new StartFailure("The plugin " + id + " " + replaces + " is installed: 'upgrade' takes its place.");
        }
        if (order.verb() == PluginVerb.UPGRADE && replaces.isEmpty()) {
            throw new StartFailure("The plugin " + id + " is not installed: 'install' does that.");
        }
    }

    private int change(String path, String meaning) throws StartFailure, InterruptedException {
        announce(meaning);
        Reply reply = desk.post(path);
        return show(reply, List.of(told(reply.json())));
    }

    private int remove() throws StartFailure, InterruptedException {
        announce("is removed; its settings and tables are kept for when it comes back, its rights are not");
        return show(desk.delete(order.argument()), List.of(order.argument() + " is removed"));
    }

    private void announce(String meaning) throws StartFailure, InterruptedException {
        JsonObject plugin = desk.get(order.argument()).json();
        if (!order.has(PluginOption.JSON)) {
            terminal.line(Json.text(plugin, "id") + " " + Json.text(plugin, "version") + " ("
                    + Json.text(plugin, "name") + ") " + meaning);
        }
        confirm("Go on?");
    }

    private int configure() throws StartFailure, InterruptedException {
        String path = order.argument() + "/settings";
        Reply present = desk.get(path);
        JsonObject settings = present.json();
        if (!order.edits()) {
            return show(present, SettingsText.of(order.argument(), settings));
        }
        JsonObject values = SettingEdits.apply(settings, order, terminal);
        List<String> changes = SettingsText.changes(settings, values);
        if (changes.isEmpty()) {
            return show(present, List.of("The settings of " + order.argument() + " are so already"));
        }
        if (!order.has(PluginOption.JSON)) {
            terminal.line("Settings of " + order.argument() + ":");
            changes.forEach(terminal::line);
        }
        confirm("Carry this out?");
        JsonObject body = new JsonObject();
        body.add("values", values);
        Reply reply = desk.put(path, GSON.toJson(body), Objects.requireNonNullElse(present.version(), "*"));
        return show(reply, List.of("The settings of " + order.argument() + " are changed"));
    }

    private void confirm(String question) throws StartFailure {
        if (!order.has(PluginOption.YES)) {
            terminal.confirm(question);
        }
    }

    private int show(Reply reply, List<String> lines) {
        if (order.has(PluginOption.JSON)) {
            terminal.document(reply.body());
        } else {
            lines.forEach(terminal::line);
        }
        return 0;
    }

    private static String told(JsonObject plugin) {
        return Json.text(plugin, "id") + " " + Json.text(plugin, "version") + " is " + Json.text(plugin, "state");
    }
}
