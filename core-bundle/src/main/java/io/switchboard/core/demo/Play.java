package io.switchboard.core.demo;

import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.intake.Channels;
import io.switchboard.core.feed.ListReactions;
import io.switchboard.core.feed.Subscriptions;
import io.switchboard.core.timing.HeldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plays the demo: sorts all that happens by time, and for each scene moves the clock there, has it done, and waits until
 * triage has heard of it. So every ticket was assigned by the rules, on the day on which it was opened.
 */
@Component(service = Play.class)
public final class Play {
    /** How long ago the company began to use the desk. */
    static final Duration LENGTH = Duration.ofDays(61);

    private static final Caller STAGE = Caller.system("demo");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What the core remembers of agents is forgotten after two seconds. */
    private static final Duration STALE = Duration.ofMillis(2_100);

    private final DemoProgress progress;
    private final Cast cast;
    private final Toolbox toolbox;
    private final Stage stage;
    private final Channels channels;
    private final ListReactions reactions;
    private final HeldClock clock;

    /** Makes it. */
    @Activate
    public Play(
            @Reference DemoProgress progress,
            @Reference Cast cast,
            @Reference Toolbox toolbox,
            @Reference Stage stage,
            @Reference Channels channels,
            @Reference ListReactions reactions,
            @Reference HeldClock clock) {
        this.progress = progress;
        this.cast = cast;
        this.toolbox = toolbox;
        this.stage = stage;
        this.channels = channels;
        this.reactions = reactions;
        this.clock = clock;
    }

    /**
     * Plays what has not been played yet, and lets the clock go.
     *
     * @throws IllegalStateException if a scene cannot be played; the ones before it stand
     */
    void play(Script script, DemoProgress.State begun, String password) {
        Set<String> needed = script.stories().stream().map(Story::via).collect(Collectors.toSet());
        needed.remove(Channels.API);
        await("the channels " + needed, () -> channelsThere(needed));
        Moments moments = new Moments(begun.until());
        Instant beginning = begun.until().minus(LENGTH);
        List<Scene> scenes = cast.scenes(script.company(), beginning, moments, password);
        scenes.addAll(toolbox.scenes(script.company(), beginning));
        int opening = scenes.size();
        scenes.addAll(happening(script.stories(), moments));
        for (int number = begun.scenes(); number < scenes.size(); number++) {
            if (number == opening) {
                pause(STALE);
            }
            play(begun, number, scenes.get(number));
        }
        progress.complete(begun);
        clock.release();
    }

    private void play(DemoProgress.State state, int number, Scene scene) {
        clock.hold(scene.at());
        try {
            progress.play(state, number, scene.at(), scene.preparation().get());
        } catch (RuntimeException failure) {
            throw new IllegalStateException("the scene " + scene.title() + " cannot be played", failure);
        }
        awaitTriage();
    }

    private List<Scene> happening(List<Story> stories, Moments moments) {
        List<Scene> scenes = new ArrayList<>();
        for (Story story : stories) {
            Instant at = moments.beginning(story);
            scenes.add(new Scene(at, story.key(), () -> stage.opening(story)));
            for (Story.Step step : story.steps()) {
                at = at.plus(Moments.length(step.after()));
                scenes.add(scene(Objects.requireNonNullElse(step.on(), story.key()), step, at));
            }
        }
        scenes.sort(Comparator.comparing(Scene::at));
        return scenes;
    }

    private Scene scene(String story, Story.Step step, Instant at) {
        return new Scene(at, story + ": " + step.act(), () -> {
            if (step.what() == Story.Act.WAKE) {
                await(story + " to wake", () -> !stage.asleep(story));
                return progress::pass;
            }
            return stage.acting(story, step);
        });
    }

    private boolean channelsThere(Set<String> needed) {
        return channels.installed().stream()
                .map(Channels.Channel::id)
                .collect(Collectors.toSet())
                .containsAll(needed);
    }

    private void awaitTriage() {
        await(
                "triage",
                () -> reactions.handle(STAGE).stream()
                        .allMatch(reaction -> !reaction.name().equals(Subscriptions.TRIAGE)
                                || reaction.backlog() <= reaction.parked()));
    }

    private static void await(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the demo waited for " + what + " in vain");
            }
            pause(Duration.ofMillis(2));
        }
    }

    /** Waits; a server that stops ends the play, which goes on when it starts again. */
    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", stopping);
        }
    }
}
