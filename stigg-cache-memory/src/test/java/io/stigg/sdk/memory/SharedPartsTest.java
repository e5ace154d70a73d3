package io.stigg.sdk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What snapshots share")
class SharedPartsTest {
    private final SharedParts shared = new SharedParts();

    private static EntitlementSnapshot snapshot(String customerId, String name) {
        return of(customerId, feature(name));
    }

    private static EntitlementSnapshot of(String customerId, FeatureFact fact) {
        return new EntitlementSnapshot(
                CustomerScope.of(customerId), List.of(fact), Optional.empty(), Optional.empty(), Facts.START);
    }

    private static FeatureFact feature(String name) {
        return FeatureFact.of(new Feature(
                "feature-calls",
                name,
                FeatureType.NUMBER,
                MeterType.INCREMENTAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of()));
    }

    private static FeatureFact only(EntitlementSnapshot snapshot) {
        return (FeatureFact) snapshot.entitlements().get(0);
    }

    @Test
    @DisplayName("changes nothing of what they say")
    void equal() {
        EntitlementSnapshot realistic = Facts.realistic("cust-1", 30);

        EntitlementSnapshot same = shared.of(realistic);

        assertThat(same.scope()).isEqualTo(realistic.scope());
        assertThat(same.entitlements()).isEqualTo(realistic.entitlements());
        assertThat(same.denial()).isEqualTo(realistic.denial());
        assertThat(same.updatedAt()).isEqualTo(realistic.updatedAt());
        assertThat(same.fetchedAt()).isEqualTo(realistic.fetchedAt());
    }

    @Test
    @DisplayName("is a feature that is described alike")
    void features() {
        FeatureFact one = only(shared.of(snapshot("cust-1", copy("Calls"))));
        FeatureFact other = only(shared.of(snapshot("cust-2", copy("Calls"))));

        assertThat(other.feature()).isSameAs(one.feature());
    }

    @Test
    @DisplayName("is a feature that is described otherwise once two agree about it")
    void renamed() {
        shared.of(snapshot("cust-1", "Calls"));

        Feature renamed = only(shared.of(snapshot("cust-2", copy("API calls")))).feature();
        boolean isSharedAtOnce = shared.isShared(renamed);
        Feature later = only(shared.of(snapshot("cust-3", copy("API calls")))).feature();

        assertThat(renamed.displayName()).isEqualTo("API calls");
        assertThat(isSharedAtOnce).isFalse();
        assertThat(later).isSameAs(renamed);
        assertThat(shared.isShared(later)).isTrue();
    }

    @Test
    @DisplayName("is no feature that is described differently for each customer")
    void different() {
        shared.of(snapshot("cust-0", "Calls"));

        for (int i = 1; i < 10; i++) {
            assertThat(shared.isShared(
                            only(shared.of(snapshot("cust-" + i, "Calls " + i))).feature()))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("is no feature with a description of unusual length")
    void large() {
        String endless = "x".repeat(3_000);

        Feature one = only(shared.of(snapshot("cust-1", endless))).feature();
        shared.of(snapshot("cust-2", endless));

        assertThat(shared.isShared(one)).isFalse();
    }

    @Test
    @DisplayName("is no feature whose description has become of unusual length")
    void grown() {
        String endless = "x".repeat(3_000);
        shared.of(snapshot("cust-1", "Calls"));

        shared.of(snapshot("cust-2", endless));
        Feature again = only(shared.of(snapshot("cust-3", endless))).feature();
        Feature small = only(shared.of(snapshot("cust-4", "Calls"))).feature();

        assertThat(shared.isShared(again)).isFalse();
        assertThat(shared.isShared(small)).isTrue();
    }

    @Test
    @DisplayName("are the times of all features of a customer")
    void times() {
        EntitlementSnapshot twice = new EntitlementSnapshot(
                CustomerScope.of("cust-1"),
                List.of(with(usage()), with(usage())),
                Optional.empty(),
                Optional.empty(),
                Facts.START);

        List<EntitlementFact> facts = shared.of(twice).entitlements();

        FeatureFact first = (FeatureFact) facts.get(0);
        FeatureFact second = (FeatureFact) facts.get(1);
        assertThat(second.usage().period()).isSameAs(first.usage().period());
        assertThat(second.resetPeriod()).isSameAs(first.resetPeriod());
    }

    private static Usage usage() {
        return new Usage(
                3,
                UsagePeriod.between(Facts.START.plusSeconds(1), Facts.START.plusSeconds(2)),
                Optional.of(Facts.START.plusSeconds(3)));
    }

    @Test
    @DisplayName("is that nothing is used")
    void unused() {
        Usage equal = new Usage(0, Usage.none().period(), Optional.empty());

        Usage none = only(shared.of(of("cust-1", with(equal)))).usage();

        assertThat(none).isSameAs(Usage.none());
    }

    private static FeatureFact with(Usage usage) {
        FeatureFact plain = feature("Calls");
        return new FeatureFact(
                plain.feature(),
                plain.denial(),
                plain.usageLimit(),
                false,
                false,
                List.of(),
                Optional.of(ResetPeriod.of(ResetPeriod.Unit.MONTH)),
                Optional.empty(),
                usage,
                Optional.empty(),
                Optional.empty());
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }
}
