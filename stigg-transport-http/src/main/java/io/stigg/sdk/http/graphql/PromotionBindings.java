package io.stigg.sdk.http.graphql;

import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.UnlinkPromotionalEntitlementsGroup;
import java.util.stream.Stream;

/** The operations about features granted beside subscriptions. */
final class PromotionBindings {
    private PromotionBindings() {}

    static Stream<Binding> all() {
        return Stream.of(
                Binding.once(GrantPromotionalEntitlements.class, "grantPromotionalEntitlements"),
                Binding.once(RevokePromotionalEntitlement.class, "revokePromotionalEntitlement"),
                Binding.once(GrantPromotionalEntitlementsGroup.class, "grantPromotionalEntitlementsGroup"),
                Binding.once(RevokePromotionalEntitlementsGroup.class, "revokePromotionalEntitlementsGroup"),
                Binding.once(UnlinkPromotionalEntitlementsGroup.class, "unlinkPromotionalEntitlementsGroup"));
    }
}
