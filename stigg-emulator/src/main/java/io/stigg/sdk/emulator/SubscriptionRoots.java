package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import java.util.Map;

/** Answers the roots of subscriptions. A list of what the emulator tells by itself. */
final class SubscriptionRoots {
    private final OlderUpdateJson older;

    SubscriptionRoots(OlderUpdateJson older) {
        this.older = older;
    }

    Map<String, DataFetcher<?>> fetchers() {
        return Map.of(
                "entitlementsUpdatedV2", fetcher(UpdateJson::entitlements),
                "usageUpdatedV2", fetcher(UpdateJson::usage),
                "packagePublished", fetcher(UpdateJson::packagePublished),
                "entitlementsUpdated", fetcher(OlderUpdateJson::entitlements),
                "usageUpdated", fetcher(older::usage),
                "creditBalanceUpdated", fetcher(older::creditBalances));
    }

    private static DataFetcher<?> fetcher(Feed.Writer writer) {
        return environment -> Feed.writing(writer, environment);
    }
}
