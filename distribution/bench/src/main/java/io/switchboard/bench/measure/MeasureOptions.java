package io.switchboard.bench.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param home the folder of the built server
 * @param work an empty folder, or that of an earlier measurement
 * @param sizes at how many tickets the reading is measured, in growing order; empty to measure the writing alone
 * @param filled how many tickets an earlier measurement or filling left in the work folder
 * @param clients by how many clients at once tickets are opened, one row each
 * @param beside the archive of a plugin with which writing is measured once more, or null
 * @param troubles a folder with archives of broken plugins, of which alone a table is made then, or null
 * @param loop how long and how often each thing is done
 */
record MeasureOptions(
        Path home,
        Path work,
        List<Integer> sizes,
        int filled,
        List<Integer> clients,
        @Nullable Path beside,
        @Nullable Path troubles,
        ClosedLoop loop) {
    static final String USAGE = """
            Usage: measure --home SERVER --work FOLDER [--sizes 1000,50000|none] [--filled 1000]
                           [--seconds 10] [--rounds 3] [--warming 12] [--clients 1,8,32]
                           [--beside PLUGIN.jar]
           measure --home SERVER --work FOLDER --troubles PLUGINS [--seconds 10] [--rounds 3] [--warming 12]

            Starts the built server in SERVER on a desk in FOLDER/data, and prints what it does as a table.
            The middle one of the rounds is printed, after at most so many of warming up.""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    static MeasureOptions of(String... arguments) {
        Path home = null;
        Path work = null;
        List<Integer> sizes = List.of(1_000, 50_000);
        int seconds = 10;
        int rounds = 3;
        int warming = 12;
        int filled = 0;
        List<Integer> clients = List.of(1, 8, 32);
        Path beside = null;
        Path troubles = null;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = words.next();
            switch (option) {
                case "--home" -> home = Path.of(value).toAbsolutePath();
                case "--work" -> work = Path.of(value).toAbsolutePath();
                case "--sizes" -> sizes = value.equals("none") ? List.of() : numbers(value);
                case "--filled" -> filled = number(value);
                case "--clients" -> clients = numbers(value);
                case "--beside" -> beside = Path.of(value).toAbsolutePath();
                case "--troubles" -> troubles = Path.of(value).toAbsolutePath();
                case "--warming" -> warming = number(value);
                case "--seconds" -> seconds = number(value);
                case "--rounds" -> rounds = number(value);
                default -> throw new IllegalArgumentException("What is '" + option + "'?\n\n" + USAGE);
            }
        }
        if (home == null || work == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new MeasureOptions(
                home,
                work,
                sizes,
                filled,
                clients,
                beside,
                troubles,
                new ClosedLoop(Duration.ofSeconds(seconds), rounds, warming));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(","))
                .map(MeasureOptions::number)
                .sorted()
                .toList();
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number from 1 to 99,999,999.\n\n" + USAGE);
        }
        return Integer.parseInt(text);
    }
}
