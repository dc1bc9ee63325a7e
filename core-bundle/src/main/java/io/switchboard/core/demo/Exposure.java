package io.switchboard.core.demo;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where the desk can be reached.
 *
 * @param onlyHere whether from this machine alone
 */
record Exposure(boolean onlyHere) {

    /** Works it out from the address that is listened on and the one that people use. */
    static Exposure of(@Nullable String bind, @Nullable String publicAddress) {
        String people = publicAddress == null ? null : URI.create(publicAddress).getHost();
        return new Exposure(Stream.of(bind == null ? "127.0.0.1" : bind, people == null ? "127.0.0.1" : people)
                .allMatch(Exposure::isLoopback));
    }

    /**
     * Keeps people with a password that everybody knows off the network.
     *
     * @param guarded whether they have another
     */
    void check(boolean guarded) {
        if (!guarded && !onlyHere) {
            throw new DemoRefusal(
                    "The people of the demo have a password that stands in the documentation, so it is served on"
                            + " a loopback address only: leave out --bind and --public-address, or fill an empty data folder with a"
                            + " password of your own in SWITCHBOARD_DEMO_PASSWORD.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
