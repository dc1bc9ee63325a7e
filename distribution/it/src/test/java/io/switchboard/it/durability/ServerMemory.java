package io.switchboard.it.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the tools of the JDK tell of a server's memory, each time after all garbage was collected. */
record ServerMemory(long process) {
    private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");
    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    /** Returns how many class loaders of bundles are alive. */
    int bundleLoaders() {
        // The histogram counts what is reachable, after a collection of its own.
        return run("jcmd", Long.toString(process), "GC.class_histogram")
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].startsWith(LOADER))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .sum();
    }

    /** Returns how many bytes of metaspace are used. */
    long metaspace() {
        run("jcmd", Long.toString(process), "GC.run");
        List<String> table = run("jstat", "-gc", Long.toString(process)).lines().toList();
        int column = Arrays.asList(table.get(0).trim().split("\\s+")).indexOf("MU");
        return Math.round(Double.parseDouble(table.get(1).trim().split("\\s+")[column]) * 1024);
    }

    private static String run(String tool, String... words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(TOOLS.resolve(tool).toString());
            builder.command().addAll(List.of(words));
            Process run = builder.redirectErrorStream(true).start();
            run.getOutputStream().close();
            return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
