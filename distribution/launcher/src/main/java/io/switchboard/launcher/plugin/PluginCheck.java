package io.switchboard.launcher.plugin;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/**
 * Checks an archive as its vendor would before handing it out: the plan of an administrator, and the contract suites of what it
 * offers, on a server of its own that is gone afterwards.
 */
final class PluginCheck {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private final Path home;
    private final TrialServer server;
    private final PluginOrder order;
    private final Terminal terminal;

    PluginCheck(Path home, TrialServer server, PluginOrder order, Terminal terminal) {
        this.home = home;
        this.server = server;
        this.order = order;
        this.terminal = terminal;
    }

    /** @return the exit code: 0 if nothing is wrong with the archive */
    int carryOut() throws StartFailure, IOException, InterruptedException {
        if (!Files.isRegularFile(order.file())) {
            throw new StartFailure("There is no file " + order.file() + ".");
        }
        Path data = Files.createTempDirectory("switchboard-check-");
        try {
            CheckReport report = server.with(data, framework -> check(data, framework));
            if (order.has(PluginOption.JSON)) {
                terminal.document(GSON.toJson(report.json()));
            } else {
                report.lines().forEach(terminal::line);
            }
            return report.passed() ? 0 : StartFailure.FAILED;
        } finally {
            remove(data);
        }
    }

    private CheckReport check(Path data, BundleContext framework)
            throws StartFailure, IOException, InterruptedException {
        DeskConnection desk = DeskConnection.toFolder(data, order, Map.of());
        JsonObject plan = desk.upload("?dryRun=true", order.file(), 200).json();
        if (!Json.flag(plan, "possible")) {
            return CheckReport.impossible(plan);
        }
        String id = Json.text(plan, "id");
        try {
            desk.upload("?dryRun=false", order.file(), 201);
            configure(desk, id);
        } catch (StartFailure refused) {
            return CheckReport.notRunning(plan, String.valueOf(refused.getMessage()));
        }
        List<Map<String, String>> findings = new ContractSuites(home).ask(framework, id, Json.texts(plan, "sockets"));
        JsonObject operation = desk.get(id + "/operation").json();
        return CheckReport.of(plan, findings, desk.get(id + "/health").json(), Json.children(operation, "log"));
    }

    /** Settings that are given come first, since what a plugin answers may depend on them. */
    private void configure(DeskConnection desk, String id) throws StartFailure, InterruptedException {
        if (!order.edits()) {
            return;
        }
        JsonObject body = new JsonObject();
        body.add("values", SettingEdits.apply(desk.get(id + "/settings").json(), order, terminal));
        desk.put(id + "/settings", GSON.toJson(body), "*");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
