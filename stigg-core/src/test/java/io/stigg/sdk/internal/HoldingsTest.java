package io.stigg.sdk.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Holdings")
class HoldingsTest {
    private final Holdings holdings = new Holdings();

    private static EntitlementSnapshot snapshot(String customerId, List<String> featureIds) {
        List<FeatureFact> facts = featureIds.stream()
                .map(id -> FeatureFact.of(Feature.of(id, FeatureType.BOOLEAN, MeterType.NONE)))
                .toList();
        return snapshotOf(customerId, facts);
    }

    private static EntitlementSnapshot snapshotOf(String customerId, List<FeatureFact> facts) {
        return new EntitlementSnapshot(
                CustomerScope.of(customerId), facts, Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "feature-" + i).toList();
    }

    @ParameterizedTest(name = "{0} features")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65, 1_000})
    @DisplayName("find each feature of a set, and none that is not in it")
    void findEach(int count) {
        Holding holding = holdings.of(snapshot("acme", ids(count)));

        assertThat(ids(count))
                .allSatisfy(id -> assertThat(requireNonNull(holding.feature(id))
                                .fact
                                .feature()
                                .id())
                        .isEqualTo(id));
        assertThat(holding.feature("feature-" + count)).isNull();
        assertThat(holding.feature("other")).isNull();
    }

    @Test
    @DisplayName("find features whose ids have the same hash code")
    void findColliding() {
        List<String> colliding = List.of("AaAa", "BBBB", "AaBB", "BBAa");

        Holding holding = holdings.of(snapshot("acme", colliding));

        assertThat(colliding)
                .allSatisfy(id -> assertThat(requireNonNull(holding.feature(id))
                                .fact
                                .feature()
                                .id())
                        .isEqualTo(id));
    }

    @Test
    @DisplayName("take the first of two facts for the same feature")
    void takeTheFirst() {
        EntitlementSnapshot twice = snapshot("acme", List.of("sso", "sso"));

        Holding holding = holdings.of(twice);

        assertThat(requireNonNull(holding.feature("sso")).fact)
                .isSameAs(twice.entitlements().get(0));
    }

    @Test
    @DisplayName("of customers with the same features do not mix up what is theirs")
    void shareNothingElse() {
        EntitlementSnapshot acme = snapshot("acme", ids(5));
        EntitlementSnapshot other = snapshot("other", ids(5));

        Holding ofAcme = holdings.of(acme);
        Holding ofOther = holdings.of(other);

        assertThat(requireNonNull(ofAcme.feature("feature-3")).fact)
                .isSameAs(acme.entitlements().get(3));
        assertThat(requireNonNull(ofOther.feature("feature-3")).fact)
                .isSameAs(other.entitlements().get(3));
    }

    @Test
    @DisplayName("of customers with the same features, granted alike, share the answers of boolean checks")
    void shareAnswers() {
        Holding ofAcme = holdings.of(snapshot("acme", ids(5)));
        Holding ofOther = holdings.of(snapshot("other", ids(5)));

        assertThat(ofAcme.freshBoolean("feature-3")).isNotNull().isSameAs(ofOther.freshBoolean("feature-3"));
    }

    @Test
    @DisplayName("do not share the answer of a feature that is withheld from one of them")
    void doNotShareDenials() {
        FeatureFact granted = FeatureFact.of(Feature.of("sso", FeatureType.BOOLEAN, MeterType.NONE));
        FeatureFact revoked = new FeatureFact(
                granted.feature(),
                Optional.of(Denial.of(AccessDeniedReason.REVOKED)),
                granted.usageLimit(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());

        Holding ofAcme = holdings.of(snapshotOf("acme", List.of(granted)));
        Holding ofOther = holdings.of(snapshotOf("other", List.of(revoked)));

        assertThat(requireNonNull(ofAcme.freshBoolean("sso")).hasAccess()).isTrue();
        assertThat(requireNonNull(ofOther.freshBoolean("sso")).hasAccess()).isFalse();
    }

    @Test
    @DisplayName("are right for more sets of features than share an index")
    void manySets() {
        assertThat(IntStream.range(0, 3_000))
                .allSatisfy(i -> assertThat(holdings.of(snapshot("acme", List.of("own-" + i)))
                                .feature("own-" + i))
                        .isNotNull());
    }
}
