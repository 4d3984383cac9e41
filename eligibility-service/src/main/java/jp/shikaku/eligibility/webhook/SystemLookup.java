package jp.shikaku.eligibility.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;

/** As this machine finds addresses. */
@ApplicationScoped
class SystemLookup implements Receivers.Lookup {

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
