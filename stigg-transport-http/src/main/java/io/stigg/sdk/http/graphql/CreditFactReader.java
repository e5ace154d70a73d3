package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.Usage;
import java.util.Optional;

/** Reads {@code CreditEntitlement}. */
final class CreditFactReader {
    private CreditFactReader() {}

    static CreditFact fact(JsonView entitlement) {
        return new CreditFact(
                currency(entitlement.at("currency")),
                EntitlementReader.denial(entitlement),
                entitlement.at("usageLimit").numberIfAny().orElse(0),
                entitlement.at("hasSoftLimit").flagOrFalse(),
                usage(entitlement),
                entitlement.at("validUntil").instantIfAny());
    }

    private static CreditCurrency currency(JsonView currency) {
        return new CreditCurrency(
                currency.at("currencyId").id(),
                currency.at("displayName").text(),
                currency.at("description").textIfAny(),
                currency.at("unitSingular").textIfAny(),
                currency.at("unitPlural").textIfAny(),
                currency.at("additionalMetaData").members());
    }

    private static Usage usage(JsonView entitlement) {
        return new Usage(
                entitlement.at("currentUsage").numberIfAny().orElse(0),
                new UsagePeriod(
                        Optional.empty(), entitlement.at("usagePeriodEnd").instantIfAny()),
                entitlement.at("usageUpdatedAt").instantIfAny());
    }
}
