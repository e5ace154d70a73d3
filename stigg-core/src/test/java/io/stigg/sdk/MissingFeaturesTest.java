package io.stigg.sdk;

import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client with fallbacks for features that customers lack")
class MissingFeaturesTest extends ClientTest {
    @Test
    @DisplayName("answers with the fallback where there is one")
    void covered() {
        configure(Stigg.builder()
                .fallbacks(
                        Fallbacks.none().feature("beta", FixedAnswer.granted()).alsoForMissingFeatures()));
        transport.serve(scope -> now(scope, on("sso")));

        BooleanEntitlement covered = stigg.getBooleanEntitlement("acme", "beta");

        assertThat(covered.hasAccess()).isTrue();
        assertThat(covered.isFallback()).isTrue();
        assertThat(stigg.getBooleanEntitlement("acme", "gamma").isFallback()).isFalse();
    }

    @Test
    @DisplayName("leaves what Stigg does say alone, and without the option everything")
    void notCovered() {
        Fallbacks fallbacks = Fallbacks.none().feature("beta", FixedAnswer.granted());
        configure(Stigg.builder().fallbacks(fallbacks));
        transport.serve(scope -> now(scope, on("sso")));
        assertThat(stigg.getBooleanEntitlement("acme", "beta").hasAccess()).isFalse();

        configure(Stigg.builder().fallbacks(fallbacks.alsoForMissingFeatures()));
        transport.serve(scope -> nobody(scope, AccessDeniedReason.CUSTOMER_IS_ARCHIVED, clock.now()));
        assertThat(stigg.getBooleanEntitlement("acme", "beta").accessDeniedReason())
                .contains(AccessDeniedReason.CUSTOMER_IS_ARCHIVED);
    }
}
