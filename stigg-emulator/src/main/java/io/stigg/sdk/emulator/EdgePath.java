package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;

/** What a path of the edge asks for. Immutable. */
sealed interface EdgePath {
    /** The settings of server SDKs. */
    record Configuration() implements EdgePath {}

    /**
     * The entitlements of a customer or a resource.
     *
     * @param customerId the customer's id
     * @param resourceId the resource's id, empty for the customer level
     */
    record EntitlementsState(String customerId, Optional<String> resourceId) implements EdgePath {}

    /**
     * The entitlements of a customer or a resource, as older clients want them.
     *
     * @param customerId the customer's id
     * @param resourceId the resource's id, empty for the customer level
     */
    record Entitlements(String customerId, Optional<String> resourceId) implements EdgePath {}

    /**
     * Reads a path. Ids are whatever stands between two slashes, percent-decoded one by one, so that an encoded slash
     * belongs to the id.
     *
     * @return what it asks for, empty if the edge has no such path
     */
    static Optional<EdgePath> of(Call call) {
        if (call.path().equals("/v1/config/server-sdk-configuration.json")) {
            return Optional.of(new Configuration());
        }
        String[] segments = call.path().split("/", -1);
        boolean isOfCustomer = segments.length == 5 && segments[1].equals("v1") && segments[2].equals("c");
        return isOfCustomer ? decoded(segments[3]).flatMap(id -> file(segments[4], id, call)) : Optional.empty();
    }

    private static Optional<EdgePath> file(String name, String customerId, Call call) {
        return switch (name) {
            case "entitlements-state.json" -> Optional.of(new EntitlementsState(customerId, resourceId(call)));
            case "entitlements.json" -> Optional.of(new Entitlements(customerId, resourceId(call)));
            default -> Optional.empty();
        };
    }

    private static Optional<String> resourceId(Call call) {
        return parameter(call.query(), "resourceId");
    }

    private static Optional<String> parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .flatMap(pair -> decoded(pair.substring(name.length() + 1)).stream())
                .findFirst();
    }

    private static Optional<String> decoded(String text) {
        try {
            // In an id a plus sign is a plus sign.
            String id = URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
            return id.isBlank() ? Optional.empty() : Optional.of(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
