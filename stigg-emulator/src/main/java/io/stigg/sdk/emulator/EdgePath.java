package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * The subscriptions of a customer or of resources that give access.
     *
     * @param customerId the customer's id
     * @param resourceId the resource's id, empty for the customer level or for several
     * @param resourceIds the ids of several resources, empty for the customer level or for one
     */
    record ActiveSubscriptions(String customerId, Optional<String> resourceId, List<String> resourceIds)
            implements EdgePath {}

    /**
     * What a pricing page shows to anybody.
     *
     * @param productId the product's id, empty for all products
     * @param billingCountryCode the country whose prices are meant, empty for those that hold everywhere
     * @param fetchAllCountriesPrices whether the prices of all countries are meant
     * @param includeHiddenPlans whether plans are meant that are not shown
     */
    record Paywall(
            Optional<String> productId,
            Optional<String> billingCountryCode,
            boolean fetchAllCountriesPrices,
            boolean includeHiddenPlans)
            implements EdgePath {}

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
        if (call.path().equals("/v1/paywall.json")) {
            return Optional.of(paywall(Optional.empty(), call));
        }
        String[] segments = call.path().split("/", -1);
        if (segments.length != 5 || !segments[1].equals("v1")) {
            return Optional.empty();
        }
        return switch (segments[2]) {
            case "c" -> decoded(segments[3]).flatMap(id -> file(segments[4], id, call));
            case "p" ->
                decoded(segments[3])
                        .filter(id -> segments[4].equals("paywall.json"))
                        .map(id -> paywall(Optional.of(id), call));
            default -> Optional.empty();
        };
    }

    private static EdgePath paywall(Optional<String> productId, Call call) {
        return new Paywall(
                productId,
                parameters(call.query(), "billingCountryCode").findFirst(),
                isOn("fetchAllCountriesPrices", call),
                isOn("includeHiddenPlans", call));
    }

    /** Some clients send "undefined" where nothing was said. */
    private static boolean isOn(String name, Call call) {
        return parameters(call.query(), name).anyMatch("true"::equals);
    }

    private static Optional<EdgePath> file(String name, String customerId, Call call) {
        return switch (name) {
            case "entitlements-state.json" -> Optional.of(new EntitlementsState(customerId, resourceId(call)));
            case "entitlements.json" -> Optional.of(new Entitlements(customerId, resourceId(call)));
            case "subscriptions.json" ->
                Optional.of(new ActiveSubscriptions(
                        customerId,
                        resourceId(call),
                        parameters(call.query(), "resourceIds").toList()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> resourceId(Call call) {
        return parameters(call.query(), "resourceId").findFirst();
    }

    private static Stream<String> parameters(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .flatMap(pair -> decoded(pair.substring(name.length() + 1)).stream());
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
