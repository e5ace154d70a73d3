package io.stigg.sdk.testkit.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.RevokedPromotionalEntitlement;
import io.stigg.sdk.promotion.UnlinkPromotionalEntitlementsGroup;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be done with features granted beside subscriptions. Not thread-safe; guarded by the environment. */
final class PromotionOperations {
    private final World world;
    private final FeatureGroups groups = new FeatureGroups();

    PromotionOperations(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations
                .write(GrantPromotionalEntitlements.class, this::grant)
                .write(RevokePromotionalEntitlement.class, this::revoke)
                .write(GrantPromotionalEntitlementsGroup.class, this::grantGroup)
                .write(RevokePromotionalEntitlementsGroup.class, this::revokeGroup)
                .write(UnlinkPromotionalEntitlementsGroup.class, this::unlinkGroup);
    }

    /** Grants as a test does, past the rules about periods. */
    void promote(String customerId, Grant grant, Optional<Instant> until, Instant now) {
        Refusals refusals = new Refusals("GrantPromotionalEntitlements");
        CustomerRecord customer = world.existing(customerId, refusals);
        world.requireFeature(grant.featureId(), refusals);
        keep(customer, List.of(new Promotion(grant, now, until, true, Set.of())));
        changed(customer, now);
    }

    private List<PromotionalEntitlement> grant(GrantPromotionalEntitlements request, Moment moment) {
        Refusals refusals = new Refusals("GrantPromotionalEntitlements");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        List<Promotion> made = promotions(request.grants(), moment.now(), refusals);
        keep(customer, made);
        changed(customer, moment.now());
        return views(made, moment);
    }

    private List<Promotion> promotions(List<PromotionalGrant> grants, Instant now, Refusals refusals) {
        Promoting promoting = new Promoting(world.catalog(), now, refusals);
        return grants.stream().map(promoting::promotion).toList();
    }

    /** One feature is granted once: the latest grant counts, and stays in the groups that the earlier one was in. */
    private void keep(CustomerRecord customer, List<Promotion> made) {
        for (Promotion promotion : made) {
            customer.promotions()
                    .merge(promotion.featureId(), promotion, (former, latter) -> latter.in(former.groups()));
            promotion.end().ifPresent(end -> endsAt(end, customer, promotion.featureId()));
        }
    }

    private void endsAt(Instant end, CustomerRecord customer, String featureId) {
        customer.changesAt(end);
        world.timeline().at(end, due -> {
            boolean isStillTheOne = Optional.ofNullable(customer.promotions().get(featureId))
                    .flatMap(Promotion::end)
                    .equals(Optional.of(end));
            if (isStillTheOne) {
                world.news().entitlements(customer.reachedFrom(Optional.empty()), due);
            }
        });
    }

    private void changed(CustomerRecord customer, Instant now) {
        customer.changesAt(now);
        world.news().entitlements(customer.reachedFrom(Optional.empty()), now);
    }

    private RevokedPromotionalEntitlement revoke(RevokePromotionalEntitlement request, Moment moment) {
        revoke(request.customerId(), request.featureId(), moment.now());
        byte[] name = ("promotion:" + request.customerId() + ":" + request.featureId()).getBytes(UTF_8);
        return new RevokedPromotionalEntitlement(UUID.nameUUIDFromBytes(name).toString());
    }

    void revoke(String customerId, String featureId, Instant now) {
        Refusals refusals = new Refusals("RevokePromotionalEntitlement");
        CustomerRecord customer = world.existing(customerId, refusals);
        if (customer.promotions().remove(featureId) == null) {
            throw refusals.because(
                    ErrorCode.PROMOTIONAL_ENTITLEMENT_NOT_FOUND_ERROR, "There is no promotion of " + featureId);
        }
        changed(customer, now);
    }

    private List<PromotionalEntitlement> grantGroup(GrantPromotionalEntitlementsGroup request, Moment moment) {
        Refusals refusals = new Refusals("GrantPromotionalEntitlementsGroup");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        List<Promotion> made = promotions(request.grants().orElse(List.of()), moment.now(), refusals);
        Set<String> granted = made.stream().map(Promotion::featureId).collect(Collectors.toSet());
        Set<String> members = groups.check(request.featureGroupId(), granted, live(customer, moment.now()), refusals);
        keep(customer, made);
        members.forEach(id ->
                customer.promotions().computeIfPresent(id, (same, held) -> held.joining(request.featureGroupId())));
        changed(customer, moment.now());
        return views(of(request.featureGroupId(), customer), moment);
    }

    private static Set<String> live(CustomerRecord customer, Instant now) {
        return customer.promotions().values().stream()
                .filter(promotion -> promotion.isLive(now))
                .map(Promotion::featureId)
                .collect(Collectors.toSet());
    }

    private List<PromotionalEntitlement> revokeGroup(RevokePromotionalEntitlementsGroup request, Moment moment) {
        Refusals refusals = new Refusals("RevokePromotionalEntitlementsGroup");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        List<Promotion> left = leave(request.featureGroupId(), customer, refusals);
        List<Promotion> ended =
                left.stream().filter(promotion -> promotion.groups().isEmpty()).toList();
        ended.forEach(promotion -> customer.promotions().remove(promotion.featureId()));
        changed(customer, moment.now());
        return views(ended, moment);
    }

    private List<PromotionalEntitlement> unlinkGroup(UnlinkPromotionalEntitlementsGroup request, Moment moment) {
        Refusals refusals = new Refusals("UnlinkPromotionalEntitlementsGroup");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        return views(leave(request.featureGroupId(), customer, refusals), moment);
    }

    /** Takes the group away from what it holds, and returns that. */
    private static List<Promotion> leave(String groupId, CustomerRecord customer, Refusals refusals) {
        List<Promotion> held = of(groupId, customer);
        if (held.isEmpty()) {
            throw FeatureGroups.notFound(groupId, refusals);
        }
        List<Promotion> left =
                held.stream().map(promotion -> promotion.leaving(groupId)).toList();
        left.forEach(promotion -> customer.promotions().put(promotion.featureId(), promotion));
        return left;
    }

    private static List<Promotion> of(String groupId, CustomerRecord customer) {
        return customer.promotions().values().stream()
                .filter(promotion -> promotion.isOf(groupId))
                .toList();
    }

    private List<PromotionalEntitlement> views(Collection<Promotion> promotions, Moment moment) {
        return new PromotionViews(world.catalog()).all(promotions, moment.now());
    }
}
