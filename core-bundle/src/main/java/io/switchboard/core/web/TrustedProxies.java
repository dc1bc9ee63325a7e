package io.switchboard.core.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machines whose {@code X-Forwarded-For} is believed. The client is the last address in that list that is not
 * itself a trusted proxy: what stands left of it may be made up by the client.
 */
final class TrustedProxies {
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks such as {@code 10.0.0.7, 192.168.0.0/16, ::1}, separated by commas.
     *
     * @throws IllegalArgumentException that names what is neither
     */
    static TrustedProxies of(String text) {
        List<Network> networks = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                networks.add(Network.of(part.strip()));
            }
        }
        return new TrustedProxies(networks);
    }

    /** Returns the address of the client behind a connection, in numbers. */
    String client(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !trusts(peer)) {
            return peer;
        }
        String client = peer;
        String[] hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (parse(hop) == null) {
                return client;
            }
            client = hop;
            if (!trusts(hop)) {
                return client;
            }
        }
        return client;
    }

    boolean trusts(String address) {
        byte[] bytes = parse(address);
        return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
    }

    private static byte @Nullable [] parse(String address) {
        if (!NUMERIC.matcher(address).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    private record Network(byte[] address, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            byte[] address = parse(slash < 0 ? text : text.substring(0, slash));
            if (address == null) {
                throw new IllegalArgumentException("a trusted proxy must be an address or a network, not " + text);
            }
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException("the network " + text + " has no such number of bits");
            }
            return new Network(address, bits);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
        }
    }
}
