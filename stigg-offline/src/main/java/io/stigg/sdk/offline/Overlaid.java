package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A source with statements in place of those that it makes of the same customers and resources. Thread-safe.
 *
 * @param source the source
 * @param statements the statements
 */
record Overlaid(Source source, OfflineDocument statements) implements Source {
    @Override
    public OfflineDocument document(Instant now) {
        OfflineDocument below = source.document(now);
        Map<CustomerScope, EntitlementSnapshot> customers = new LinkedHashMap<>(below.customers());
        customers.putAll(statements.customers());
        return new OfflineDocument(
                below.statedAt(), customers, statements.defaults().or(below::defaults));
    }

    @Override
    public Object stamp() {
        return source.stamp();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
