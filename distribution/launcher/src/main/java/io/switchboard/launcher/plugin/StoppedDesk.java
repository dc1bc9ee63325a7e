package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Prepares a server that is stopped: its plugin folder is changed, and the server does what follows from that when it starts
 * next. The caller holds the data folder meanwhile.
 */
final class StoppedDesk {
    private static final String AT_NEXT_START =
            "Within seconds of the next start (not in safe mode, which leaves the" + " folder alone) the server ";

    private final Path folder;
    private final PluginOrder order;
    private final Terminal terminal;

    StoppedDesk(Path data, PluginOrder order, Terminal terminal) {
        this.folder = data.resolve("plugins");
        this.order = order;
        this.terminal = terminal;
    }

    /** @return the exit code */
    int carryOut() throws StartFailure {
        if (order.has(PluginOption.JSON)) {
            throw new StartFailure("The server is stopped, so there is no answer of its to print: start it first.");
        }
        return switch (order.verb()) {
            case LIST -> list();
            case INSTALL, UPGRADE -> bring();
            case REMOVE -> remove();
            case CHECK -> throw new IllegalStateException("it has a server of its own");
            case PLAN, AVAILABLE, DEVELOP, ROLLBACK, CONFIG, ENABLE, DISABLE, LIFT ->
                throw new StartFailure("The server is stopped, and '"
                        + order.verb().id() + "' is for the running one: start it first"
                        + (List.of(PluginVerb.PLAN, PluginVerb.AVAILABLE).contains(order.verb())
                                ? "."
                                : ", with --safe-mode if a plugin is in its way."));
        };
    }

    private int list() throws StartFailure {
        terminal.line("The server is stopped; its database knows what is installed. The plugin folder holds:");
        List<FolderPlugin> plugins = FolderPlugin.in(folder);
        plugins.forEach(plugin -> terminal.line("  " + plugin.id() + " " + plugin.version() + "  "
                + plugin.file().getFileName()));
        if (plugins.isEmpty()) {
            terminal.line("  nothing");
        }
        return 0;
    }

    private int bring() throws StartFailure {
        if (order.namesOffer()) {
            throw new StartFailure("There is no file " + order.file() + ", and update sites are for the running server:"
                    + " start it first.");
        }
        FolderPlugin coming = FolderPlugin.read(order.file());
        List<FolderPlugin> present = ofId(coming.id());
        if (present.size() > 1) {
            throw new StartFailure("The plugin folder " + folder + " holds " + coming.id() + " more than once: 'remove'"
                    + " takes all of its files out.");
        }
        Path target = present.isEmpty()
                ? folder.resolve(coming.id() + ".jar")
                : present.get(0).file();
        if (isSame(coming.file(), target)) {
            terminal.line(target + " has these very bytes already, so the next start changes nothing. If " + coming.id()
                    + " was removed or stopped since, do it on the running server.");
            return 0;
        }
        terminal.line(coming.id() + " " + coming.version() + " is put into the plugin folder as " + target.getFileName()
                + (present.isEmpty()
                        ? ""
                        : ", in the place of version " + present.get(0).version()));
        terminal.line("The server is stopped, so nothing is checked yet. " + AT_NEXT_START
                + "checks and installs it, or refuses it and says why in its log and in 'plugin list'.");
        confirm();
        copy(coming.file(), target);
        terminal.line(target + " waits for the next start");
        return 0;
    }

    private int remove() throws StartFailure {
        List<FolderPlugin> present = ofId(order.argument());
        if (present.isEmpty()) {
            throw new StartFailure("The plugin folder " + folder + " holds no " + order.argument() + ", and what came"
                    + " otherwise can only be removed while the server runs: start it, with --safe-mode if need be.");
        }
        present.forEach(plugin -> terminal.line(plugin.id() + " " + plugin.version()
                + " is taken out of the plugin folder: " + plugin.file().getFileName()));
        terminal.line(AT_NEXT_START + "removes it, having started it once more before, unless another archive has"
                + " taken its place since. Its settings and tables are kept.");
        confirm();
        for (FolderPlugin plugin : present) {
            delete(plugin.file());
        }
        return 0;
    }

    private List<FolderPlugin> ofId(String id) throws StartFailure {
        return FolderPlugin.in(folder).stream()
                .filter(plugin -> plugin.id().equals(id))
                .toList();
    }

    private void confirm() throws StartFailure {
        if (!order.has(PluginOption.YES)) {
            terminal.confirm("Carry this out?");
        }
    }

    private static boolean isSame(Path one, Path other) throws StartFailure {
        try {
            return Files.exists(other) && Files.mismatch(one, other) < 0;
        } catch (IOException unreadable) {
            throw new StartFailure("An archive cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /** The folder never shows a file that is there in part: the server may have been killed, and so may this be. */
    private void copy(Path from, Path target) throws StartFailure {
        Path part = folder.resolve("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StartFailure("The archive cannot be put into " + folder + ": " + failure.getMessage() + ".");
        }
    }

    private static void delete(Path file) throws StartFailure {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new StartFailure("The file cannot be deleted: " + failure.getMessage() + ".");
        }
    }
}
