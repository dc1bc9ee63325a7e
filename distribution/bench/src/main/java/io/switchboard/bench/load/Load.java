package io.switchboard.bench.load;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/**
 * The command. Ends with 0 if every line is a ticket now, 1 if some were refused, 2 if it could not go on, 3 if the desk was
 * compared with the files and differs.
 */
public final class Load {

    private Load() {}

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        try {
            LoadOptions options = LoadOptions.of(arguments, System.getenv("SWITCHBOARD_TOKEN"));
            DeskClient client = new DeskClient(options.server(), options.token());
            int made = new CatalogFilling(client).run(options.files());
            System.out.println(made + " categories and products made");
            Tally tally = new Tally(System.out, Duration.ofSeconds(5));
            boolean complete = false;
            try {
                Loader loader = new Loader(client, options.connections(), tally);
                for (TicketFile file : options.files()) {
                    loader.run(file);
                }
            } finally {
                complete = tally.finish();
            }
            if (options.verify() && !new Verification(client, options.files(), System.out).run()) {
                return 3;
            }
            return complete ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
        } catch (NoSuchFileException missing) {
            System.err.println("There is no file " + missing.getFile());
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
        }
        return 2;
    }
}
