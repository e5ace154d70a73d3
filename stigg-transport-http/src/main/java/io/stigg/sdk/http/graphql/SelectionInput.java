package io.stigg.sdk.http.graphql;

import io.stigg.sdk.subscription.PlanSelection;

/** How a selection of a plan is sent; the same in every operation that subscribes. */
final class SelectionInput {
    private SelectionInput() {}

    /** The API knows a subscription's id by two names and refuses different ones, so both are sent alike. */
    static Input of(PlanSelection selection) {
        return new Input()
                .put("planId", selection.planId())
                .put("resourceId", selection.resourceId())
                .put("refId", selection.subscriptionId())
                .put("subscriptionId", selection.subscriptionId())
                .putEnum("billingPeriod", selection.billingPeriod())
                .putEach(
                        "addons",
                        selection.addons(),
                        (id, quantity) -> new Input().put("addonId", id).put("quantity", quantity))
                .putEach(
                        "billableFeatures",
                        selection.quantities(),
                        (id, quantity) -> new Input().put("featureId", id).put("quantity", quantity))
                .putAll("additionalMetaData", selection.metadata());
    }
}
