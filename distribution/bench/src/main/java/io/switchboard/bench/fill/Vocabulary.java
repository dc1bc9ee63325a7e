package io.switchboard.bench.fill;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Made-up words that occur as often as words do: the word of rank r with a share of 1 / (r + 2.7), after Zipf and
 * Mandelbrot. A few real words stand at known ranks, so that searches for rare and for common words can be measured.
 */
final class Vocabulary {
    /** The words to search for, by rank: the higher, the rarer. */
    static final Map<Integer, String> MARKED =
            Map.of(40, "printer", 80, "password", 160, "network", 400, "invoice", 1200, "projector", 4000, "turnstile");

    private static final int SIZE = 20_000;
    private static final String[] BEGINNINGS = "b c d f g h j k l m n p r s t v w br dr fl gr pl st tr".split(" ");
    private static final String[] VOWELS = "a e i o u ai ea ou".split(" ");
    private static final String[] ENDINGS = "n r s t l m k nd st rk".split(" ");

    private final String[] words = new String[SIZE];
    private final double[] shares = new double[SIZE];

    Vocabulary() {
        Random random = new Random(7);
        Set<String> known = new HashSet<>(MARKED.values());
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            words[rank] = MARKED.containsKey(rank) ? MARKED.get(rank) : fresh(random, known);
            sum += 1 / (rank + 2.7);
            shares[rank] = sum;
        }
        for (int rank = 0; rank < SIZE; rank++) {
            shares[rank] /= sum;
        }
    }

    private static String fresh(Random random, Set<String> known) {
        while (true) {
            StringBuilder word = new StringBuilder();
            int syllables = 2 + random.nextInt(2);
            for (int syllable = 0; syllable < syllables; syllable++) {
                word.append(any(random, BEGINNINGS)).append(any(random, VOWELS));
            }
            String made = word.append(any(random, ENDINGS)).toString();
            if (known.add(made)) {
                return made;
            }
        }
    }

    static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns a sentence of so many words. */
    String sentence(Random random, int length) {
        StringBuilder sentence = new StringBuilder();
        for (int place = 0; place < length; place++) {
            sentence.append(place == 0 ? "" : " ").append(word(random));
        }
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        return sentence.toString();
    }

    /** Returns sentences of a dozen words, one a line. */
    String paragraph(Random random, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < sentences; sentence++) {
            text.append(sentence(random, 12)).append(".\n");
        }
        return text.toString();
    }

    private String word(Random random) {
        int rank = Arrays.binarySearch(shares, random.nextDouble());
        return words[Math.min(SIZE - 1, rank < 0 ? -rank - 1 : rank)];
    }
}
