package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.catalog.PricingType.CUSTOM;
import static io.stigg.sdk.catalog.PricingType.FREE;
import static io.stigg.sdk.catalog.PricingType.PAID;

import io.stigg.sdk.catalog.CustomCurrency;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceCreditRate;
import io.stigg.sdk.catalog.PricingType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be so in a catalogue, for all that is in it to mean something. Immutable. */
final class Consistency {
    private final Catalog catalog;

    private Consistency(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Throws an {@link IllegalArgumentException} that names what does not fit. */
    static void check(Catalog catalog) {
        Consistency consistency = new Consistency(catalog);
        catalog.features().forEach(consistency::check);
        catalog.products().forEach(consistency::check);
        catalog.plans().forEach(consistency::check);
        catalog.addons().forEach(consistency::check);
    }

    private void check(CatalogFeature feature) {
        feature.creditRate().ifPresent(rate -> currency(rate.currencyId(), feature.id()));
    }

    private void check(Product product) {
        Journey journey = product.journey();
        journey.start().planId().ifPresent(id -> {
            PricingType wanted = journey.start().kind() == JourneyStart.Kind.FREE_PLAN ? FREE : PAID;
            requirePlan(id, wanted, product);
            if (wanted == PAID && catalog.plan(id).flatMap(Plan::trial).isEmpty()) {
                throw new IllegalArgumentException(product.id() + " starts with a trial of " + id + ", which has none");
            }
        });
        journey.freePlanAtEnd().ifPresent(id -> requirePlan(id, FREE, product));
        for (String other : journey.cancels()) {
            // Stigg's own rule: one subscription can take several with it, and not the other way round.
            if (product.isPerResource()
                    || !found(catalog.product(other), other, product.id()).isPerResource()) {
                throw new IllegalArgumentException(product.id() + " cannot cancel " + other
                        + ": the former must be subscribed to once a customer, the latter for each resource");
            }
        }
    }

    private void requirePlan(String id, PricingType pricingType, Product product) {
        Plan plan = found(catalog.plan(id), id, product.id());
        if (!plan.productId().equals(product.id()) || plan.pricingType() != pricingType) {
            throw new IllegalArgumentException("the journey of " + product.id() + " needs a plan of its own that is "
                    + pricingType + ", not " + id);
        }
    }

    private void check(Plan plan) {
        found(catalog.product(plan.productId()), plan.productId(), plan.id());
        if (plan.grants().stream().anyMatch(Grant::overrides)
                || plan.allowances().stream().anyMatch(CreditAllowance::overrides)) {
            throw new IllegalArgumentException(plan.id() + " overrides something, which only add-ons can");
        }
        if (plan.trial().isPresent() && plan.pricingType() != PAID) {
            throw new IllegalArgumentException(plan.id() + " has a trial, which only paid plans can have");
        }
        if (!plan.prices().isEmpty() && plan.pricingType() == FREE) {
            throw new IllegalArgumentException(plan.id() + " is free, and has a price");
        }
        plan.addons().stream()
                .map(id -> found(catalog.addon(id), id, plan.id()))
                .filter(addon -> addon.pricingType() == CUSTOM && plan.pricingType() != CUSTOM)
                .forEach(addon -> {
                    throw new IllegalArgumentException(addon.id() + " only goes with custom plans, not " + plan.id());
                });
        plan.grants().forEach(grant -> check(grant, plan.id()));
        plan.allowances().forEach(allowance -> check(allowance, plan.id()));
        check(plan.offer(), plan.id());
        checkLine(plan);
    }

    private void checkLine(Plan plan) {
        Set<String> line = new HashSet<>();
        Optional<Plan> next = Optional.of(plan);
        while (next.isPresent()) {
            Plan heir = next.get();
            if (!line.add(heir.id())) {
                throw new IllegalArgumentException(plan.id() + " inherits from itself: " + line);
            }
            next = heir.baseId().map(base -> found(catalog.plan(base), base, heir.id()));
        }
    }

    private void check(Addon addon) {
        found(catalog.product(addon.productId()), addon.productId(), addon.id());
        addon.grants().forEach(grant -> check(grant, addon.id()));
        addon.allowances().forEach(allowance -> check(allowance, addon.id()));
        addon.dependencies().forEach(needed -> found(catalog.addon(needed), needed, addon.id()));
        check(addon.offer(), addon.id());
    }

    private void check(Grant grant, String owner) {
        CatalogFeature feature = feature(grant.featureId(), owner);
        if (grant.kind() == Grant.Kind.REVOKED) {
            return;
        }
        boolean fits = switch (feature.feature().type()) {
            case BOOLEAN -> grant.equals(Grant.of(grant.featureId()));
            case ENUM -> isChoice(grant) && !grant.values().isEmpty();
            default ->
                isNumber(grant)
                        && (feature.feature().isMetered()
                                || (grant.resetPeriod().isEmpty() && !grant.hasSoftLimit()));
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    owner + " grants " + grant.featureId() + " in a way that does not go with a feature that "
                            + KindOfFeature.of(feature.feature()).words());
        }
        grant.values().stream()
                .filter(value -> !feature.values().contains(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException(owner + " allows " + value + ", which is no value of "
                            + grant.featureId() + ", only " + feature.values());
                });
    }

    private static boolean isChoice(Grant grant) {
        return grant.limit().isEmpty()
                && grant.kind() == Grant.Kind.GRANTED
                && !grant.hasSoftLimit()
                && grant.resetPeriod().isEmpty()
                && grant.quantity().isEmpty();
    }

    private static boolean isNumber(Grant grant) {
        return grant.values().isEmpty()
                && grant.limit().isPresent() == (grant.kind() == Grant.Kind.GRANTED)
                && grant.quantity()
                        .map(quantity -> grant.limit().isPresent()
                                ? grant.limit().getAsDouble() == quantity.minimum()
                                : grant.quantity()
                                        .equals(Grant.agreed(grant.featureId()).quantity()))
                        .orElse(true);
    }

    private void check(CreditAllowance allowance, String owner) {
        currency(allowance.currencyId(), owner);
        allowance.perUnitOf().ifPresent(featureId -> feature(featureId, owner));
    }

    private void check(Offer offer, String owner) {
        Stream.concat(offer.prices().stream(), offer.overagePrices().stream()).forEach(price -> check(price, owner));
    }

    private void check(Price price, String owner) {
        price.feature().ifPresent(feature -> feature(feature.id(), owner));
        Stream.of(
                        price.topUpCustomCurrencyId(),
                        price.customCurrency().map(CustomCurrency::currencyId),
                        price.creditRate().map(PriceCreditRate::currencyId))
                .flatMap(Optional::stream)
                .forEach(id -> currency(id, owner));
    }

    private CatalogFeature feature(String id, String wanting) {
        return found(catalog.feature(id), id, wanting);
    }

    private void currency(String id, String wanting) {
        found(catalog.currency(id), id, wanting);
    }

    private static <V> V found(Optional<V> value, String id, String wanting) {
        return value.orElseThrow(
                () -> new IllegalArgumentException(wanting + " refers to " + id + ", which is not in the catalogue"));
    }
}
