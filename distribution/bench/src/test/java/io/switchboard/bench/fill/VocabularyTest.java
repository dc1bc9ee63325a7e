package io.switchboard.bench.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void theSameSeedGivesTheSameText() {
        assertThat(vocabulary.paragraph(new Random(3), 5)).isEqualTo(new Vocabulary().paragraph(new Random(3), 5));
    }

    @Test
    void commonWordsOccurMoreOftenThanRareOnes() {
        String[] words = vocabulary
                .paragraph(new Random(1), 5_000)
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+");

        assertThat(count(words, "printer")).isGreaterThan(count(words, "invoice"));
        assertThat(count(words, "invoice")).isGreaterThan(count(words, "turnstile"));
    }

    private static long count(String[] words, String wanted) {
        return Arrays.stream(words).filter(wanted::equals).count();
    }
}
