package io.switchboard.core.outgoing;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits.
 *
 * @param first its first address
 * @param bits how many bits they have in common
 */
record AddressRange(InetAddress first, int bits) {
    /**
     * Reads a range such as {@code 10.0.0.0/8} or {@code fd00::/8}; an address alone is a range of one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not a range of addresses such as 10.0.0.0/8: " + text);
        }
        try {
            InetAddress first = InetAddress.getByName(parts[0]);
            int most = first.getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= most) {
                return new AddressRange(first, bits);
            }
        } catch (UnknownHostException | NumberFormatException malformed) {
            throw new IllegalArgumentException("not a range of addresses such as 10.0.0.0/8: " + text, malformed);
        }
        throw new IllegalArgumentException("not a range of addresses such as 10.0.0.0/8: " + text);
    }

    boolean holds(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int rest = own.length * 8 - bits;
        return new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }
}
