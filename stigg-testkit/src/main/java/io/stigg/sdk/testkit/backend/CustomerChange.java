package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Change;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerBillingInfo;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says of a customer, whichever it is; the rest of it is for other systems. What is absent stays as it is.
 */
record CustomerChange(
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        Optional<String> awsMarketplaceCustomerId,
        Map<String, Object> metadata,
        Change<String> couponId,
        Optional<String> paymentMethodId) {
    static CustomerChange of(ProvisionCustomer request) {
        return new CustomerChange(
                request.name(),
                request.email(),
                request.billingId(),
                request.awsMarketplaceCustomerId(),
                request.metadata(),
                request.couponId().map(Change::to).orElseGet(Change::keep),
                request.billingInformation().flatMap(CustomerBillingInfo::paymentMethodId));
    }

    static CustomerChange of(UpdateCustomer request) {
        return new CustomerChange(
                request.name(),
                request.email(),
                request.billingId(),
                request.awsMarketplaceCustomerId(),
                request.metadata(),
                request.couponId(),
                request.billingInformation().flatMap(CustomerBillingInfo::paymentMethodId));
    }

    static CustomerChange of(ImportCustomer request) {
        return new CustomerChange(
                request.name(),
                request.email(),
                request.billingId(),
                Optional.empty(),
                request.metadata(),
                Change.keep(),
                request.paymentMethodId());
    }

    void applyTo(CustomerRecord customer, Instant now) {
        customer.setDetails(changed(customer.details(), now));
        paymentMethodId.ifPresent(id -> customer.setPaymentMethod(Optional.of(id)));
        if (couponId instanceof Change.To<String> coupon) {
            customer.setCoupon(Optional.of(coupon.value()));
        } else if (couponId instanceof Change.Clear) {
            customer.setCoupon(Optional.empty());
        }
    }

    private Customer changed(Customer customer, Instant now) {
        Map<String, Object> merged = new HashMap<>(customer.metadata());
        merged.putAll(metadata);
        return new Customer(
                customer.id(),
                name.or(customer::name),
                email.or(customer::email),
                billingId.or(customer::billingId),
                awsMarketplaceCustomerId.or(customer::awsMarketplaceCustomerId),
                customer.createdAt(),
                now,
                merged);
    }
}
