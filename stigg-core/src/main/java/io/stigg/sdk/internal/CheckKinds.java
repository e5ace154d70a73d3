package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureEntitlement;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;

/** The kinds of checks. Not constants of {@link CheckKind}, whose subclasses they are: initializing that could deadlock. */
public final class CheckKinds {
    /** Features that are on or off. */
    public static final CheckKind<BooleanQuery, BooleanEntitlement> BOOLEAN = new BooleanCheck();
    /** Numeric configurations. */
    public static final CheckKind<NumericQuery, NumericEntitlement> NUMERIC = new NumericCheck();
    /** Features whose usage is counted. */
    public static final CheckKind<MeteredQuery, MeteredEntitlement> METERED = new MeteredCheck();
    /** Lists of allowed values. */
    public static final CheckKind<EnumQuery, EnumEntitlement> ENUM = new EnumCheck();
    /** Wallets of credits. */
    public static final CheckKind<CreditQuery, CreditEntitlement> CREDIT = new CreditCheck();
    /** Features of whatever type. */
    public static final CheckKind<FeatureQuery, FeatureEntitlement> FEATURE = new FeatureCheck();

    private CheckKinds() {}

    /**
     * Finds how a question of whatever type is answered.
     *
     * @param query the question
     * @return its kind
     */
    @SuppressWarnings("unchecked") // each kind is found by the type of question that it takes
    public static CheckKind<EntitlementQuery, Entitlement> of(EntitlementQuery query) {
        return (CheckKind<EntitlementQuery, Entitlement>) (CheckKind<?, ?>) kind(query);
    }

    private static CheckKind<?, ?> kind(EntitlementQuery query) {
        if (query instanceof FeatureQuery) {
            return FEATURE;
        } else if (query instanceof CreditQuery) {
            return CREDIT;
        } else if (query instanceof MeteredQuery) {
            return METERED;
        } else if (query instanceof EnumQuery) {
            return ENUM;
        }
        return query instanceof NumericQuery ? NUMERIC : BOOLEAN;
    }
}
