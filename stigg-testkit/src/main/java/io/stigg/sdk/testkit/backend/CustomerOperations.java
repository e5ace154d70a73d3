package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Change;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.GetCustomerStatistics;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.testkit.EndReason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done with customers. Not thread-safe; guarded by the environment. */
final class CustomerOperations {
    private final World world;
    private final CustomerViews views;
    private final SubscriptionViews subscriptions;

    CustomerOperations(World world) {
        this.world = world;
        this.views = new CustomerViews(world);
        this.subscriptions = new SubscriptionViews(world);
    }

    void serve(Operations operations) {
        operations
                .write(ProvisionCustomer.class, this::provision)
                .read(GetCustomerById.class, this::get)
                .read(GetCustomerStatistics.class, this::statistics)
                .write(UpdateCustomer.class, this::update)
                .write(ArchiveCustomer.class, this::archive)
                .write(UnarchiveCustomer.class, this::unarchive)
                .write(DetachCustomerPaymentMethod.class, this::detachPaymentMethod)
                .write(ImportCustomer.class, this::importOne)
                .write(ImportCustomerBulk.class, this::importBulk);
    }

    private ProvisionedCustomer provision(ProvisionCustomer request, Moment moment) {
        Refusals refusals = new Refusals("ProvisionCustomer");
        Instant now = moment.now();
        world.provisioning().requireFreeId(request.customerId(), refusals);
        request.couponId().ifPresent(id -> world.provisioning().requireCoupon(id, refusals));
        Optional<CustomerJourney> journey =
                request.subscription().map(asked -> CustomerJourney.of(asked, world, refusals));
        boolean isNew = !world.customers().containsKey(request.customerId());
        CustomerRecord customer = world.provisioning()
                .customer(request.customerId(), request.createdAt().orElse(now));
        CustomerChange.of(request).applyTo(customer, now);
        Set<CustomerScope> reached = new LinkedHashSet<>();
        if (isNew) {
            reached.add(CustomerScope.of(request.customerId()));
        }
        Optional<SubscriptionRecord> made = journey.map(
                begun -> begun.begin(customer, request.subscriptionStartDate().orElse(now), now));
        made.ifPresent(subscription -> reached.addAll(customer.reachedFrom(subscription.resourceId())));
        world.news().entitlements(reached, now);
        return new ProvisionedCustomer(
                customer.details(),
                journey.map(CustomerJourney::decision)
                        .orElse(ProvisionedCustomer.Decision.SKIPPED_SUBSCRIPTION_CREATION),
                made.map(subscription -> subscriptions.subscription(subscription, now)),
                Optional.of(world.snapshots().of(request.scope(), moment)));
    }

    private CustomerDetails get(GetCustomerById request, Moment moment) {
        return details(world.existing(request.customerId(), new Refusals("GetCustomerById")), moment.now());
    }

    CustomerDetails details(CustomerRecord customer, Instant now) {
        return views.details(customer, now);
    }

    private CustomerStatistics statistics(GetCustomerStatistics request, Moment moment) {
        return statistics(world.existing(request.customerId(), new Refusals("GetCustomerStatistics")));
    }

    CustomerStatistics statistics(CustomerRecord customer) {
        return views.statistics(customer);
    }

    private Customer update(UpdateCustomer request, Moment moment) {
        Refusals refusals = new Refusals("UpdateCustomer");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        if (request.couponId() instanceof Change.To<String> coupon) {
            world.provisioning().requireCoupon(coupon.value(), refusals);
        }
        CustomerChange.of(request).applyTo(customer, moment.now());
        return customer.details();
    }

    /** What it was subscribed to ends with it. */
    private Customer archive(ArchiveCustomer request, Moment moment) {
        CustomerRecord customer = world.existing(request.customerId(), new Refusals("ArchiveCustomer"));
        List.copyOf(customer.subscriptions()).stream()
                .filter(subscription -> !subscription.hasEnded())
                .forEach(subscription -> world.lifecycle()
                        .end(customer, subscription, new SubscriptionEnd(moment.now(), EndReason.CUSTOMER_ARCHIVED)));
        customer.archive(moment.now());
        world.news().entitlements(customer.reachedFrom(Optional.empty()), moment.now());
        return customer.details();
    }

    private Customer unarchive(UnarchiveCustomer request, Moment moment) {
        CustomerRecord customer = world.customers().get(request.customerId());
        if (customer == null) {
            throw new Refusals("UnarchiveCustomer").customerNotFound(request.customerId());
        }
        if (customer.isArchived()) {
            customer.unarchive(moment.now());
            world.news().entitlements(customer.reachedFrom(Optional.empty()), moment.now());
        }
        return customer.details();
    }

    private Customer detachPaymentMethod(DetachCustomerPaymentMethod request, Moment moment) {
        CustomerRecord customer = world.existing(request.customerId(), new Refusals("DetachCustomerPaymentMethod"));
        customer.setPaymentMethod(Optional.empty());
        return customer.details();
    }

    private Customer importOne(ImportCustomer request, Moment moment) {
        world.provisioning().requireFreeId(request.customerId(), new Refusals("ImportCustomer"));
        return imported(request, moment);
    }

    /** Takes all of them or none; at once, where Stigg itself takes its time. */
    private Optional<String> importBulk(ImportCustomerBulk request, Moment moment) {
        Refusals refusals = new Refusals("ImportCustomerBulk");
        request.customers().forEach(each -> world.provisioning().requireFreeId(each.customerId(), refusals));
        request.customers().forEach(each -> imported(each, moment));
        return Optional.empty();
    }

    private Customer imported(ImportCustomer request, Moment moment) {
        boolean isNew = !world.customers().containsKey(request.customerId());
        CustomerRecord customer = world.provisioning().customer(request.customerId(), moment.now());
        CustomerChange.of(request).applyTo(customer, moment.now());
        if (isNew) {
            world.news().entitlements(Set.of(CustomerScope.of(request.customerId())), moment.now());
        }
        return customer.details();
    }
}
