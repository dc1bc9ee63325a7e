package io.switchboard.core.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    /** Half a minute past midnight at the company: what is told of yesterday must be over by then. */
    private static final Instant JUST_AFTER_MIDNIGHT = Instant.parse("2026-03-17T23:00:30Z");

    private final Script script = Script.load();

    @Test
    void nothingHappensInTheFutureWheneverTheDemoIsFilled() {
        Moments moments = new Moments(JUST_AFTER_MIDNIGHT);
        for (Story story : script.stories()) {
            Instant at = moments.beginning(story);
            assertThat(at)
                    .as(story.key())
                    .isAfter(JUST_AFTER_MIDNIGHT.minus(Play.LENGTH).plusSeconds(3_600));
            for (Story.Step step : story.steps()) {
                at = at.plus(Moments.length(step.after()));
            }
            assertThat(at).as(story.key()).isBeforeOrEqualTo(JUST_AFTER_MIDNIGHT);
        }
    }

    @Test
    void everybodyAndEverythingThatIsSpokenOfIsThere() {
        Set<String> people = new HashSet<>();
        script.company().agents().forEach(agent -> people.add(agent.key()));
        script.company().customers().forEach(customer -> people.add(customer.key()));
        Set<String> tickets = new HashSet<>();
        script.stories().forEach(story -> {
            tickets.add(story.key());
            story.steps().forEach(step -> Stream.ofNullable(step.key()).forEach(tickets::add));
        });

        for (Story story : script.stories()) {
            assertThat(people).contains(story.from());
            for (Story.Step step : story.steps()) {
                assertThatCode(step::what).as(story.key()).doesNotThrowAnyException();
                assertThat(people)
                        .as(story.key())
                        .containsAll(Stream.ofNullable(step.as()).toList());
                assertThat(people)
                        .as(story.key())
                        .containsAll(Stream.ofNullable(step.agent()).toList());
                assertThat(tickets)
                        .as(story.key())
                        .containsAll(Stream.ofNullable(step.on()).toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void noTicketIsSpokenOfBeforeItIsThereOnWhateverDayTheDemoIsFilled(int days) {
        Moments moments = new Moments(JUST_AFTER_MIDNIGHT.plus(Duration.ofDays(days)));
        Map<String, Instant> made = new HashMap<>();
        each(moments, (story, step, at) -> made.putIfAbsent(step == null ? story.key() : step.key(), at));
        each(moments, (story, step, at) -> {
            if (step != null) {
                Stream.of(step.to(), step.on())
                        .filter(Objects::nonNull)
                        .filter(made::containsKey)
                        .forEach(key -> assertThat(made.get(key))
                                .as("%s speaks of %s", story.key(), key)
                                .isBefore(at));
            }
        });
    }

    /** Something that is told: the opening of a story, or one of its steps. */
    private interface Telling {
        void of(Story story, Story.@Nullable Step step, Instant at);
    }

    private void each(Moments moments, Telling telling) {
        for (Story story : script.stories()) {
            Instant at = moments.beginning(story);
            telling.of(story, null, at);
            for (Story.Step step : story.steps()) {
                at = at.plus(Moments.length(step.after()));
                telling.of(story, step, at);
            }
        }
    }

    @Test
    void everyToolIsMadeBySomebodyAndSpeaksOfWhatIsThereBeforeIt() {
        Set<String> there = new HashSet<>();
        script.company().teams().forEach(team -> there.add("team." + team.key()));
        script.company().agents().forEach(agent -> there.add("person." + agent.key()));
        for (Company.Tool tool : script.company().tools()) {
            assertThat(there).as(tool.key()).contains("person." + tool.by());
            Stream.ofNullable(tool.team()).forEach(team -> assertThat(there).contains("team." + team));
            Matcher spoken = Pattern.compile("@([a-z]+\\.[a-z.-]+)\"")
                    .matcher(tool.content().toString());
            while (spoken.find()) {
                assertThat(there).as(tool.key()).contains(spoken.group(1));
            }
            assertThat(there.add(tool.is() + "." + tool.key())).as(tool.key()).isTrue();
        }
        assertThat(script.company().tools()).extracting(Company.Tool::is).contains("template", "macro", "view");
    }

    @Test
    void keysAreUnique() {
        assertThat(script.stories().stream().map(Story::key)).doesNotHaveDuplicates();
        assertThat(script.company().customers().stream().map(Company.Customer::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFileIsWhatItsNameSays() {
        assertThat(DemoFile.of("error.png|not found").content()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(DemoFile.of("a.pdf|one;two").content(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.4")
                .contains("(one) Tj")
                .endsWith("%%EOF\n");
        assertThat(new String(DemoFile.of("a.log|one;two").content(), StandardCharsets.UTF_8))
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void aKnownPasswordIsServedOnThisMachineOnly() {
        assertThatCode(() -> Exposure.of("127.0.0.1", null).check(false)).doesNotThrowAnyException();
        assertThatCode(() -> Exposure.of("0.0.0.0", null).check(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Exposure.of("0.0.0.0", null).check(false)).hasMessageContaining("--bind");
        assertThatThrownBy(() -> Exposure.of("127.0.0.1", "https://192.0.2.7/").check(false))
                .hasMessageContaining("SWITCHBOARD_DEMO_PASSWORD");
    }
}
