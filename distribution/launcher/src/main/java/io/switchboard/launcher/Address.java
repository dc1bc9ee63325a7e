package io.switchboard.launcher;

import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where the server listens.
 *
 * @param bind the address of an interface, as given
 * @param port from 1 to 65535
 * @param secure whether it speaks HTTPS
 */
record Address(String bind, int port, boolean secure) {

    private static final String DEFAULT_BIND = "127.0.0.1";
    private static final String DEFAULT_PORT = "8080";

    /** @throws StartFailure if the port is taken, not allowed, or the address is none of this machine's */
    static Address choose(CommandLine line) throws StartFailure {
        String bind = line.value(Setting.BIND).orElse(DEFAULT_BIND);
        int port = Integer.parseInt(line.value(Setting.PORT).orElse(DEFAULT_PORT));
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return new Address(
                    bind, probe.getLocalPort(), line.value(Setting.TLS_KEYSTORE).isPresent());
        } catch (UnknownHostException e) {
            throw new StartFailure("The address '" + bind + "' is not known: give one of this machine's with --bind.");
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " of " + bind + " cannot be used (" + e.getMessage()
                    + "): stop what has it, or choose another with --port.");
        }
    }

    /** The address to show, as the server was told to listen. */
    String shown() {
        return url(bind);
    }

    /** The address to reach the server by from this machine. */
    String local() {
        return bind.equals("0.0.0.0") || bind.equals("::") ? url(DEFAULT_BIND) : url(bind);
    }

    private String url(String host) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + bracketed + ":" + port + "/";
    }
}
