package io.switchboard.core.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of the public network from those inside, which only an administrator's list opens. What is not for
 * ordinary use, or carries another address inside, counts as inside.
 */
final class ReachableAddresses {
    private static final List<AddressRange> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(AddressRange::of)
            .toList();

    private final List<AddressRange> opened;

    private ReachableAddresses(List<AddressRange> opened) {
        this.opened = opened;
    }

    /**
     * Reads an administrator's list.
     *
     * @param list ranges with commas between them, or null for none
     */
    static ReachableAddresses with(@Nullable String list) {
        return new ReachableAddresses(
                list == null || list.isBlank()
                        ? List.of()
                        : Arrays.stream(list.split(",")).map(AddressRange::of).toList());
    }

    boolean mayReach(InetAddress address) {
        return opened.stream().anyMatch(range -> range.holds(address))
                || INSIDE.stream().noneMatch(range -> range.holds(address));
    }
}
