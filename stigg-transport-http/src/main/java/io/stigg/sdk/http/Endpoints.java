package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where Stigg is. The edge is given, switched off, or derived from the base as the Node SDK does. */
record Endpoints(URI base, Optional<URI> edgeGiven, boolean usesEdge, boolean allowsPlainHttp) {
    private static final int LOCAL_EDGE_PORT = 3060;

    static Endpoints production() {
        return new Endpoints(URI.create("https://api.stigg.io"), Optional.empty(), true, false);
    }

    Endpoints withBase(URI uri) {
        return new Endpoints(checked("baseUri", uri), edgeGiven, usesEdge, allowsPlainHttp);
    }

    Endpoints withEdge(URI uri) {
        return new Endpoints(base, Optional.of(checked("baseEdgeUri", uri)), true, allowsPlainHttp);
    }

    Endpoints withoutEdge() {
        return new Endpoints(base, Optional.empty(), false, allowsPlainHttp);
    }

    Endpoints allowingPlainHttp() {
        return new Endpoints(base, edgeGiven, usesEdge, true);
    }

    URI graphQl() {
        return URI.create(base + "/graphql");
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
    }

    private void requireProtected(String option, URI uri) {
        if (!allowsPlainHttp && uri.getScheme().equals("http") && !Hosts.isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(option + " " + uri
                    + " would send the API key unencrypted: use https, or allowPlainHttp() where the network is yours");
        }
    }

    private static URI checked(String option, URI uri) {
        requireNonNull(uri, option);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(option + " must begin with https:// or http://, not " + shown(uri));
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
