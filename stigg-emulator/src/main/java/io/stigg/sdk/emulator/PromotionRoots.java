package io.stigg.sdk.emulator;

import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.UnlinkPromotionalEntitlementsGroup;
import java.util.stream.Stream;

/** The roots about features granted beside subscriptions. */
final class PromotionRoots {
    private PromotionRoots() {}

    static Stream<Root> all() {
        return Stream.of(
                Root.mutation("grantPromotionalEntitlements", GrantPromotionalEntitlements.class),
                Root.mutation("grantPromotionalEntitlementsGroup", GrantPromotionalEntitlementsGroup.class),
                Root.mutation("revokePromotionalEntitlementsGroup", RevokePromotionalEntitlementsGroup.class),
                Root.mutation("unlinkPromotionalEntitlementsGroup", UnlinkPromotionalEntitlementsGroup.class));
    }
}
