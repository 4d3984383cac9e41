package jp.shikaku.kit.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A verified token whose claims were read once. Of a claim that is not among the registered ones the library learns its
 * kind from an exception, each time it is asked for.
 */
final class ReadToken implements JsonWebToken {

    private final String name;
    private final Map<String, Object> claims;
    private final Set<String> groups;

    ReadToken(JsonWebToken verified) {
        this.name = verified.getName();
        Map<String, Object> read = new HashMap<>();
        for (String claim : verified.getClaimNames()) {
            read.put(claim, verified.getClaim(claim));
        }
        this.claims = read;
        this.groups = verified.getGroups() == null ? Set.of() : Set.copyOf(verified.getGroups());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return new TreeSet<>(claims.keySet());
    }

    @Override
    @SuppressWarnings("unchecked") // as the interface has it: whoever asks has to know the claim's type
    public <T> T getClaim(String claim) {
        return (T) claims.get(claim);
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }
}
