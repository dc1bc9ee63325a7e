package io.switchboard.core.demo;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.Macros;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.desk.template.Template;
import io.switchboard.core.desk.template.Templates;
import io.switchboard.core.desk.view.SavedView;
import io.switchboard.core.desk.view.Views;
import io.switchboard.core.store.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the people of the demo their templates, macros and views. */
@Component(service = Toolbox.class)
public final class Toolbox {
    /** Stands in the script for the id of what was made under a key. */
    private static final Pattern KEY = Pattern.compile("\"@((?:team|person|template)\\.[a-z.-]+)\"");

    private final DemoProgress progress;
    private final Players players;
    private final Templates templates;
    private final Macros macros;
    private final Views views;

    /** Makes it. */
    @Activate
    public Toolbox(
            @Reference DemoProgress progress,
            @Reference Players players,
            @Reference Templates templates,
            @Reference Macros macros,
            @Reference Views views) {
        this.progress = progress;
        this.players = players;
        this.templates = templates;
        this.macros = macros;
        this.views = views;
    }

    /** Returns the scenes in which all of them are made, at one time. */
    List<Scene> scenes(Company company, Instant at) {
        List<Scene> scenes = new ArrayList<>();
        company.tools().forEach(tool -> scenes.add(Scene.of(at, tool.name(), () -> make(tool))));
        return scenes;
    }

    private void make(Company.Tool tool) {
        progress.making(tool.is() + "." + tool.key(), () -> add(tool), made -> made.id());
    }

    private Item<?> add(Company.Tool tool) {
        Caller maker = players.named(tool.by(), "api");
        String content = told(tool.content().toString());
        return switch (tool.is()) {
            case "template" -> templates.add(maker, label(tool), Json.read(content, Template.class));
            case "macro" -> macros.add(maker, label(tool), Json.read(content, Macro.class));
            default -> views.add(maker, label(tool), Json.read(content, SavedView.class));
        };
    }

    private Label label(Company.Tool tool) {
        String team = tool.team();
        return new Label(
                tool.name(),
                Reach.of(tool.reach()),
                team == null ? null : new TeamId(progress.id("team." + team)),
                tool.place());
    }

    private String told(String content) {
        return KEY.matcher(content)
                .replaceAll(key -> Matcher.quoteReplacement("\"" + progress.id(key.group(1)) + "\""));
    }
}
