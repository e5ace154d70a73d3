package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
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
}
