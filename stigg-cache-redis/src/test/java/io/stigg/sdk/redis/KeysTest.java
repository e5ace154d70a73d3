package io.stigg.sdk.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keys")
class KeysTest {
    private static final CustomerScope CUSTOMER = CustomerScope.of("cust-1");
    private static final List<String> IDS = List.of(
            "a",
            "b",
            "a:r_b",
            "a:f_b",
            "a:metadata",
            "a#timestamp",
            "a:credit_b",
            "a%3Ar_b",
            "a%253Ar_b",
            "a{",
            "a%7B",
            "a}",
            "a%7D",
            "a%257B",
            "{a}",
            "ä",
            "\ud800",
            "\udc00",
            "?",
            "%uD800",
            "%25uD800",
            "\ud83d\ude00",
            "a b");

    @Test
    @DisplayName("are those of Node")
    void layout() {
        Keys keys = new Keys("production", false);
        CustomerScope resource = CUSTOMER.resource("site-a");

        assertThat(Stream.of(
                        keys.entitlements(CUSTOMER),
                        keys.metadata(resource),
                        keys.usage(resource, EntitlementRef.feature("feature-api-calls")),
                        Keys.timestamp(keys.usage(CUSTOMER, EntitlementRef.credit("cred-ai"))),
                        keys.writeLock(resource),
                        keys.fetchLock(resource),
                        keys.fetchChannel(resource)))
                .containsExactly(
                        "production:c_cust-1",
                        "production:c_cust-1:r_site-a:metadata",
                        "production:c_cust-1:r_site-a:f_feature-api-calls",
                        "production:c_cust-1:credit_cred-ai#timestamp",
                        "production-cust-1:site-a",
                        "production:refetchEntityEntitlementsAfterCacheMiss-cust-1:site-a",
                        "production:refetchEntityEntitlementsAfterCacheMiss:cust-1:site-a");
    }

    @ParameterizedTest(name = "tagged: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("of different things are different, whatever the ids")
    void distinct(boolean tagged) {
        Keys keys = new Keys("production", tagged);
        List<String> all = new ArrayList<>();
        for (String id : IDS) {
            CustomerScope customer = CustomerScope.of(id);
            all.addAll(keysOf(keys, customer));
            IDS.forEach(resource -> all.addAll(keysOf(keys, customer.resource(resource))));
        }

        assertThat(all).doesNotHaveDuplicates();
        assertThat(all)
                .as("as they are written")
                .allSatisfy(key ->
                        assertThat(new String(key.getBytes(UTF_8), UTF_8)).isEqualTo(key));
    }

    private static List<String> keysOf(Keys keys, CustomerScope scope) {
        List<String> values = List.of(
                keys.entitlements(scope),
                keys.metadata(scope),
                keys.usage(scope, EntitlementRef.feature("b")),
                keys.usage(scope, EntitlementRef.credit("b")));
        return Stream.concat(values.stream(), values.stream().map(Keys::timestamp))
                .toList();
    }

    @Test
    @DisplayName("of a customer lie in one slot when they are tagged")
    void tagged() {
        Keys keys = new Keys("production", true);

        assertThat(keysOf(keys, CustomerScope.of("a{b}c")))
                .allSatisfy(key -> assertThat(key).startsWith("production:c_{a%7Bb%7Dc}"));
    }
}
