package io.stigg.sdk.http;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells hosts apart by their names alone, as {@link java.net.URI} spells them; nothing is resolved. */
final class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private Hosts() {}

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host)
                || (host.startsWith("127.") && IPV4.matcher(host).matches());
    }

    static boolean isIpLiteral(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }
}
