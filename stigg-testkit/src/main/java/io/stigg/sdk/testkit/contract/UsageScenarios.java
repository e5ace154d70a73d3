package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.CUSTOMER_IS_ARCHIVED;
import static io.stigg.sdk.entitlement.AccessDeniedReason.INSUFFICIENT_CREDITS;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantStatus;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.UsageMarker;
import io.stigg.sdk.usage.UsageMarkerType;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of the usage of customers of the Acme catalogue, numbered so that each scenario can be named. */
public abstract class UsageScenarios extends Scenarios {
    private static final String MAU = "feature-mau";

    /** For subclasses. */
    protected UsageScenarios() {}

    private void login(String user, String time, String key) {
        ask(new ReportEvent(List.of(UsageEvent.of("cust-1", "user_login")
                .withDimension("user_id", user)
                .at(Instant.parse(time))
                .withIdempotencyKey(key))));
    }

    @Test
    @DisplayName("S42: usage starts again with the subscription's month")
    void monthlyReset() {
        customerOn("plan-free");
        report(CALLS, 60);

        advanceTo("2025-02-15T09:59:59Z");
        double before = usage(CALLS);
        advanceTo("2025-02-15T10:00:00Z");
        MeteredEntitlement after = metered(CALLS);

        assertThat(before).isEqualTo(60);
        assertThat(after.currentUsage()).isZero();
        assertThat(after.usagePeriod())
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2025-02-15T10:00:00Z"), Instant.parse("2025-03-15T10:00:00Z")));
        assertThat(ask(GetUsageHistoryV2.builder("cust-1", CALLS, T0).build()).markers())
                .extracting(UsageMarker::type)
                .containsExactly(UsageMarkerType.PERIODIC_RESET);
    }

    @Test
    @DisplayName("S43: usage starts again on Monday, 00:00 UTC")
    void weeklyReset() {
        customerOn("plan-free");
        advanceTo("2025-01-17T12:00:00Z");
        report(EXPORTS, 3);

        advanceTo("2025-01-19T23:59:59Z");
        MeteredEntitlement sunday = metered(EXPORTS, 1);
        advanceTo("2025-01-20T00:00:00Z");
        MeteredEntitlement monday = metered(EXPORTS, 1);

        assertDenied(sunday, REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertGranted(monday);
        assertThat(monday.currentUsage()).isZero();
        assertThat(monday.usagePeriod())
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2025-01-20T00:00:00Z"), Instant.parse("2025-01-27T00:00:00Z")));
    }

    @Test
    @DisplayName("S44: a level goes on across months, and has no period")
    void levelsAreNotReset() {
        customerOn("plan-basic");
        report(SEATS, 4);

        advanceTo("2025-02-16T00:00:00Z");

        assertThat(usage(SEATS)).isEqualTo(4);
        assertThat(metered(SEATS).usagePeriod()).isEqualTo(UsagePeriod.none());
    }

    @Test
    @DisplayName("S45: events count where they happened, each user once")
    void events() {
        customerOn("plan-basic");
        advanceTo("2025-01-20T12:00:00Z");

        login("u1", "2025-01-16T00:00:00Z", "k1");
        login("u2", "2025-01-17T00:00:00Z", "k2");
        login("u1", "2025-01-18T00:00:00Z", "k3");
        login("u3", "2024-12-31T00:00:00Z", "k4");
        eventually(() -> assertThat(usage(MAU)).isEqualTo(2));
        MeteredEntitlement users = metered(MAU);

        assertGranted(users);
        assertThat(users.usageLimit()).hasValue(100);
        assertThat(users.usagePeriod())
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-02-01T00:00:00Z")));
    }

    @Test
    @DisplayName("S46: an event counts once, unless it happened at another time")
    void sameEvent() {
        customerOn("plan-basic");

        login("u1", "2025-01-15T09:00:00Z", "k1");
        login("u1", "2025-01-15T09:00:00Z", "k1");
        eventually(() -> assertThat(usage(MAU)).isEqualTo(1));
        login("u2", "2025-01-15T09:30:00Z", "k1");

        eventually(() -> assertThat(usage(MAU)).isEqualTo(2));
        assertThat(backend().duplicateEvents()).isEqualTo(1);
    }

    @Test
    @DisplayName("S47: what is counted from events, not entitled to, or too much at once is not accepted")
    void refusedReports() {
        customerOn("plan-basic");
        List<ReportUsage> tooMany = Collections.nCopies(101, ReportUsage.of("cust-1", CALLS, 1));

        assertThat(refusal(ReportUsage.of("cust-1", MAU, 1)))
                .isEqualTo(ErrorCode.CANNOT_REPORT_USAGE_FOR_ENTITLEMENT_WITH_METER_ERROR);
        assertThat(refusal(ReportUsage.of("cust-1", PAGES, 1)))
                .isEqualTo(ErrorCode.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertThat(catchThrowable(() -> new ReportUsageBulk(tooMany)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101");
        assertThat(backend().measurements("cust-1")).isEmpty();
    }

    @Test
    @DisplayName("S49: use that costs credits consumes them, beyond all of them as well, until a grant makes up for it")
    void credits() {
        customerOn("plan-pro");

        UsageAck ack = report(TOKENS, 120);
        assertThat(ack.credit()).hasValueSatisfying(credit -> {
            assertThat(credit.consumed()).isEqualTo(120);
            assertThat(credit.currentUsage()).isEqualTo(120);
        });
        assertThat(credits(0).usageLimit()).isEqualTo(500);
        assertGranted(credits(380));
        assertDenied(credits(381), INSUFFICIENT_CREDITS);

        report(TOKENS, 400);
        assertThat(credits(0).remaining()).isEqualTo(-20);
        assertThat(overdraft().status()).isEqualTo(CreditGrantStatus.ACTIVE);

        ask(GrantCredits.builder("cust-1", "cred-ai", "A gift", CreditGrantType.PROMOTIONAL, 50)
                .build());
        assertThat(credits(0).remaining()).isEqualTo(30);
        assertThat(overdraft().status()).isEqualTo(CreditGrantStatus.VOIDED);
    }

    private CreditGrant overdraft() {
        return ask(GetCreditGrants.of("cust-1")).items().stream()
                .filter(grant -> grant.grantType() == CreditGrantType.OVERDRAFT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("S53: an archived customer is denied as such, and comes back without name and e-mail")
    void archived() {
        ask(ProvisionCustomer.of("cust-1")
                .withName("Acme")
                .withEmail("mail@acme.example")
                .subscribedTo(PlanSelection.of("plan-free")));

        ask(new ArchiveCustomer("cust-1"));
        assertDenied(metered(CUST_1, CALLS), CUSTOMER_IS_ARCHIVED);
        assertThat(refusal(new GetCustomerById("cust-1"))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusal(ProvisionCustomer.of("cust-1"))).isEqualTo(ErrorCode.ENTITY_IS_ARCHIVED_ERROR);

        Customer back = ask(new UnarchiveCustomer("cust-1"));
        assertThat(back.name()).isEmpty();
        assertThat(back.email()).isEmpty();
        assertThat(route().state(CUST_1).accessDeniedReason()).contains(NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S51: what is granted is told at once")
    void told() {
        untilItListens();
        customerOn("plan-free");
        double before = limit(CALLS);
        int questions = backend().requests(GetEntitlementsState.class).size();
        backend().clearPushes();

        backend().promote("cust-1", Grant.limited(CALLS, 5_000));

        assertThat(before).isEqualTo(100);
        assertThat(backend().pushes(EntitlementSnapshot.class)).hasSize(1);
        eventually(() -> assertThat(limit(CALLS)).isEqualTo(5_000));
        assertThat(backend().requests(GetEntitlementsState.class)).hasSize(questions);
    }
}
