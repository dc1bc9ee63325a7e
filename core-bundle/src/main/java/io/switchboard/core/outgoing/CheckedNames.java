package io.switchboard.core.outgoing;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up and lets nobody have an address that may not be reached. */
final class CheckedNames implements DnsResolver {
    private final ReachableAddresses addresses;

    CheckedNames(ReachableAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!addresses.mayReach(address)) {
                throw new SwitchboardException(
                        ErrorCode.POLICY_REFUSED,
                        host + " is an address inside, which plugins may not reach; an administrator can open it"
                                + " in switchboard.outgoing.allow");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolve(host)[0].getHostName();
    }
}
