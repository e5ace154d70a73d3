package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where Stigg is. The edge is given, switched off, or derived from the base as the Node SDK does; so are updates. */
record Endpoints(
        URI base, Optional<URI> edgeGiven, boolean usesEdge, Optional<URI> webSocketGiven, boolean allowsPlainHttp) {
    private static final int LOCAL_EDGE_PORT = 3060;

    static Endpoints production() {
        return new Endpoints(URI.create("https://api.stigg.io"), Optional.empty(), true, Optional.empty(), false);
    }

    Endpoints withBase(URI uri) {
        return new Endpoints(checked("baseUri", uri, "http"), edgeGiven, usesEdge, webSocketGiven, allowsPlainHttp);
    }

    Endpoints withEdge(URI uri) {
        return new Endpoints(
                base, Optional.of(checked("baseEdgeUri", uri, "http")), true, webSocketGiven, allowsPlainHttp);
    }

    Endpoints withoutEdge() {
        return new Endpoints(base, Optional.empty(), false, webSocketGiven, allowsPlainHttp);
    }

    Endpoints withWebSocket(URI uri) {
        return new Endpoints(base, edgeGiven, usesEdge, Optional.of(checked("baseWsUri", uri, "ws")), allowsPlainHttp);
    }

    Endpoints allowingPlainHttp() {
        return new Endpoints(base, edgeGiven, usesEdge, webSocketGiven, true);
    }

    URI graphQl() {
        return URI.create(base + "/graphql");
    }

    /** With {@code http} and {@code https} go {@code ws} and {@code wss}. */
    URI updates() {
        String derived = base.toString().replaceFirst("^http", "ws");
        return URI.create(webSocketGiven.map(URI::toString).orElse(derived) + "/graphql");
    }

    Optional<URI> edge() {
        return usesEdge ? edgeGiven.or(this::derivedEdge) : Optional.empty();
    }

    /** An address that is a number has no neighbour whose name could be derived. */
    private Optional<URI> derivedEdge() {
        String host = base.getHost();
        String port = base.getPort() < 0 ? "" : ":" + base.getPort();
        if (Hosts.isLoopback(host)) {
            return Optional.of(URI.create(base.getScheme() + "://" + host + ":" + LOCAL_EDGE_PORT + base.getRawPath()));
        }
        return Hosts.isIpLiteral(host)
                ? Optional.empty()
                : Optional.of(URI.create(base.getScheme() + "://edge." + host + port + base.getRawPath()));
    }

    /** The key goes with every request, so what carries it is encrypted or stays on this machine. */
    void requireProtected() {
        requireProtected("baseUri", base);
        edgeGiven.ifPresent(uri -> requireProtected("baseEdgeUri", uri));
        webSocketGiven.ifPresent(uri -> requireProtected("baseWsUri", uri));
    }

    private void requireProtected(String option, URI uri) {
        boolean encrypts = uri.getScheme().endsWith("s");
        if (!allowsPlainHttp && !encrypts && !Hosts.isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(option + " " + uri + " would send the API key unencrypted: use "
                    + uri.getScheme() + "s, or allowPlainHttp() where the network is yours");
        }
    }

    private static URI checked(String option, URI uri, String plain) {
        requireNonNull(uri, option);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals(plain) && !scheme.equals(plain + "s")) {
            throw new IllegalArgumentException(
                    option + " must begin with " + plain + "s:// or " + plain + "://, not " + shown(uri));
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(option + " has no host that Java accepts: " + shown(uri));
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    option + " must have no user, query or fragment: " + scheme + "://" + uri.getHost());
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().replaceAll("/+$", "");
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /** Without what may be a password. */
    private static String shown(URI uri) {
        return uri.toString().replaceAll("//[^/]*@", "//***@");
    }
}
