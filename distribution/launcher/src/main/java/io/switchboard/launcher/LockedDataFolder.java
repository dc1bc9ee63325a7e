package io.switchboard.launcher;

import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.OwnServerTrust;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What can be done while another process, normally the running server, has the data folder. */
final class LockedDataFolder {

    private final Path path;
    private final PrintStream out;

    LockedDataFolder(Path path, PrintStream out) {
        this.path = path;
        this.out = out;
    }

    int carryOut(CommandLine line) throws StartFailure, IOException, InterruptedException {
        if (line.command() == Command.BACKUP && line.file() != null) {
            return backUp(line.file());
        }
        throw new StartFailure("The data folder " + path + " is in use by another process"
                + DataFolder.addressOfServer(path)
                        .map(address -> ", the server at " + address)
                        .orElse("")
                + ": stop it first, or name another folder with --data.");
    }

    private int backUp(Path file) throws StartFailure, IOException, InterruptedException {
        String address = DataFolder.addressOfServer(path)
                .orElseThrow(() -> new StartFailure("The data folder " + path
                        + " is in use, but no server there says where it listens yet: try again."));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        HttpRequest request = HttpRequest.newBuilder(URI.create(address).resolve("/api/v1/backup"))
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<Path> response = client().send(request, HttpResponse.BodyHandlers.ofFile(part));
            if (response.statusCode() != 200) {
                throw new StartFailure("The server at " + address + " refuses the backup with status "
                        + response.statusCode() + ": " + Files.readString(part).strip());
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        out.println("Backup written to " + file);
        return 0;
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder();
        DataFolder.certificateOfServer(path).map(OwnServerTrust::of).ifPresent(client::sslContext);
        return client.build();
    }

    private String token() throws StartFailure {
        Path token = path.resolve("admin.token");
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "The administrator's token " + token + " cannot be read: run this as the server's user.");
        }
    }
}
