package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.credit.CreditGrantType.PAID;
import static io.stigg.sdk.credit.CreditGrantType.PROMOTIONAL;
import static io.stigg.sdk.credit.CreditLedgerEventType.CREDITS_CONSUMED;
import static io.stigg.sdk.credit.CreditLedgerEventType.CREDITS_EXPIRED;
import static io.stigg.sdk.credit.CreditLedgerEventType.CREDITS_GRANTED;
import static io.stigg.sdk.credit.CreditLedgerEventType.CREDITS_VOIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.billing.BillingAddress;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.billing.PaymentCollectionMethod;
import io.stigg.sdk.credit.AutomaticRechargeConfiguration;
import io.stigg.sdk.credit.CreditBalance;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantBilling;
import io.stigg.sdk.credit.CreditGrantStatus;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.CreditLedgerEvent;
import io.stigg.sdk.credit.CreditUsage;
import io.stigg.sdk.credit.CreditUsagePoint;
import io.stigg.sdk.credit.CreditUsageTimeRange;
import io.stigg.sdk.credit.GetAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.GetCreditBalance;
import io.stigg.sdk.credit.GetCreditGrants;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GetCreditUsage;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.GrantExpirationPeriod;
import io.stigg.sdk.credit.RechargeThresholdType;
import io.stigg.sdk.credit.SaveAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.usage.ReportUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link io.stigg.sdk.credit.Credits} comes to, whichever way it takes to Stigg. */
@DisplayName("Credits")
public abstract class CreditOperationsContract extends OperationsContract {
    private static final String TOKENS = "feature-ai-tokens";

    /** For subclasses. */
    protected CreditOperationsContract() {}

    /** It has 500 credits each month, and pays one for each token. */
    @BeforeEach
    final void aCustomerWithCredits() {
        givenCustomer("cust-1", PlanSelection.of("plan-pro").withoutTrial());
        givenCustomer("cust-free", PlanSelection.of("plan-free"));
    }

    private static GrantCredits.Builder gift(String customerId, double amount) {
        return GrantCredits.builder(customerId, "cred-ai", "A gift", PROMOTIONAL, amount);
    }

    private CreditGrant given(GrantCredits.Builder request) {
        return ask(request.build());
    }

    private void use(double tokens) {
        ask(ReportUsage.of("cust-1", TOKENS, tokens));
    }

    private void after(Duration time) {
        backend().clock().advance(time);
    }

    private Instant now() {
        return backend().clock().now();
    }

    private CreditBalance balance(String customerId) {
        return ask(new GetCreditBalance(customerId, Optional.empty(), Optional.of("cred-ai")))
                .balances()
                .get(0);
    }

    private CreditGrant stored(CreditGrant grant) {
        return ask(GetCreditGrants.of(grant.customerId())).items().stream()
                .filter(one -> one.grantId().equals(grant.grantId()))
                .findAny()
                .orElseThrow();
    }

    private List<CreditLedgerEvent> ledger() {
        return ask(GetCreditLedger.of("cust-1")).items();
    }

    @Nested
    @DisplayName("when they are granted")
    class Granted {
        @Test
        @DisplayName("say all that was asked for")
        void everyMember() {
            Instant end = Instant.parse("2025-06-01T00:00:00Z");
            BillingAddress address = new BillingAddress(
                    Optional.of("1 Main St"),
                    Optional.empty(),
                    Optional.of("Springfield"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("US"));

            CreditGrant granted = given(GrantCredits.builder("cust-1", "cred-ai", "Top-up", PAID, 120.5)
                    .comment("by phone")
                    .cost(Money.of("19.99", "EUR"))
                    .priority(3)
                    .effectiveAt(now().plusSeconds(60))
                    .expireAt(end)
                    .paymentCollectionMethod(PaymentCollectionMethod.INVOICE)
                    .awaitPaymentConfirmation(false)
                    .billingInformation(CreditGrantBilling.dueAfter(14).to(address))
                    .metadata(Map.of("order", "A-1")));

            assertThat(granted.customerId()).isEqualTo("cust-1");
            assertThat(granted.currencyId()).isEqualTo("cred-ai");
            assertThat(granted.displayName()).isEqualTo("Top-up");
            assertThat(granted.grantType()).isEqualTo(PAID);
            assertThat(granted.amount()).isEqualTo(120.5);
            assertThat(granted.consumedAmount()).isZero();
            assertThat(granted.comment()).contains("by phone");
            assertThat(granted.cost()).isEqualTo(Money.of("19.99", "EUR"));
            assertThat(granted.priority()).isEqualTo(3);
            assertThat(granted.effectiveAt()).isEqualTo(now().plusSeconds(60));
            assertThat(granted.expireAt()).contains(end);
            assertThat(granted.createdAt()).isEqualTo(now());
            assertThat(granted.metadata()).containsEntry("order", "A-1");
            assertThat(granted.status()).isEqualTo(CreditGrantStatus.SCHEDULED);
            assertThat(granted.paymentCollection()).isEqualTo(PaymentCollection.NOT_REQUIRED);
            assertThat(stored(granted)).isEqualTo(granted);
        }

        @Test
        @DisplayName("add to what the subscription gives")
        void added() {
            given(gift("cust-1", 100));

            assertThat(balance("cust-1").totalGranted()).isEqualTo(600);
            assertThat(balance("cust-1").currentBalance()).isEqualTo(600);
        }

        @Test
        @DisplayName("give access to a customer whose plan has none")
        void newWallet() {
            boolean before = backend()
                    .entitlement(CreditQuery.of("cust-free", "cred-ai"))
                    .denial()
                    .isEmpty();

            given(gift("cust-free", 100));

            assertThat(before).isFalse();
            assertThat(backend()
                            .entitlement(CreditQuery.of("cust-free", "cred-ai"))
                            .denial())
                    .isEmpty();
        }

        @Test
        @DisplayName("count from their beginning to their end")
        void lifetime() {
            CreditGrant granted = given(gift("cust-free", 100)
                    .effectiveAt(now().plus(Duration.ofDays(1)))
                    .expireAt(now().plus(Duration.ofDays(2))));
            CreditGrantStatus scheduled = stored(granted).status();
            after(Duration.ofDays(1));
            CreditGrantStatus active = stored(granted).status();
            double counting = balance("cust-free").currentBalance();
            after(Duration.ofDays(1));

            assertThat(List.of(scheduled, active, stored(granted).status()))
                    .containsExactly(CreditGrantStatus.SCHEDULED, CreditGrantStatus.ACTIVE, CreditGrantStatus.EXPIRED);
            assertThat(counting).isEqualTo(100);
            assertThat(balance("cust-free").currentBalance()).isZero();
        }

        @Test
        @DisplayName("are refused for what is not there")
        void refusals() {
            assertThat(refusal(gift("cust-2", 1).build())).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(GrantCredits.builder("cust-1", "cred-none", "A gift", PROMOTIONAL, 1)
                            .build()))
                    .isEqualTo(ErrorCode.CUSTOM_CURRENCY_NOT_FOUND);
            assertThat(refusal(gift("cust-1", 1).resourceId("site-none").build()))
                    .isEqualTo(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND);
            assertThat(refusal(gift("cust-1", 1).expireAt(now().minusSeconds(1)).build()))
                    .isEqualTo(ErrorCode.BAD_USER_INPUT);
        }

        @Test
        @DisplayName("to a resource, are its own")
        void resource() {
            givenCustomer("cust-sites", PlanSelection.of("plan-site-starter").forResource("site-1"));

            CreditGrant granted = given(gift("cust-sites", 40).resourceId("site-1"));

            assertThat(granted.resourceId()).contains("site-1");
            assertThat(ask(GetCreditGrants.of("cust-sites")).items()).isEmpty();
            assertThat(ask(GetCreditGrants.of("cust-sites").ofResource("site-1"))
                            .items())
                    .containsExactly(granted);
            assertThat(ask(new GetCreditBalance("cust-sites", Optional.of("site-1"), Optional.empty()))
                            .balances())
                    .singleElement()
                    .satisfies(balance -> assertThat(balance.currentBalance()).isEqualTo(40));
        }
    }

    @Nested
    @DisplayName("when they are consumed")
    class Consumed {
        @Test
        @DisplayName("go after those of the subscription, in their order")
        void order() {
            Instant autumn = Instant.parse("2025-09-01T00:00:00Z");
            CreditGrant late = given(gift("cust-1", 100).priority(2).expireAt(autumn.minusSeconds(1)));
            CreditGrant bought = given(GrantCredits.builder("cust-1", "cred-ai", "Bought", PAID, 50)
                    .priority(1)
                    .expireAt(autumn));
            CreditGrant gift = given(gift("cust-1", 20).priority(1).expireAt(autumn));

            use(560);

            assertThat(stored(gift).consumedAmount()).isEqualTo(20);
            assertThat(stored(bought).consumedAmount()).isEqualTo(40);
            assertThat(stored(late).consumedAmount()).isZero();
            assertThat(balance("cust-1").currentBalance()).isEqualTo(110);
            assertThat(balance("cust-1").totalConsumed()).isEqualTo(560);
        }

        @Test
        @DisplayName("stay consumed when the subscription's begin anew")
        void nextPeriod() {
            CreditGrant gift = given(gift("cust-1", 100));
            use(530);

            after(Duration.ofDays(31));

            assertThat(stored(gift).consumedAmount()).isEqualTo(30);
            assertThat(balance("cust-1").currentBalance()).isEqualTo(570);
        }

        @Test
        @DisplayName("are told feature by feature, over any time")
        void usage() {
            Instant first = now();
            use(510);
            after(Duration.ofDays(2));
            use(5);
            GetCreditUsage.Builder all = GetCreditUsage.builder("cust-1").currencyId("cred-ai");

            CreditUsage whole = ask(all.build());
            CreditUsage lastDay = ask(GetCreditUsage.builder("cust-1")
                    .timeRange(CreditUsageTimeRange.LAST_DAY)
                    .build());
            CreditUsage firstDay = ask(GetCreditUsage.builder("cust-1")
                    .startDate(first)
                    .endDate(first.plusSeconds(1))
                    .paging(Paging.first(10))
                    .build());

            assertThat(whole.currency().orElseThrow().currencyId()).isEqualTo("cred-ai");
            assertThat(whole.series()).singleElement().satisfies(series -> {
                assertThat(series.featureId()).contains(TOKENS);
                assertThat(series.featureName()).contains("AI tokens");
                assertThat(series.totalCredits()).isEqualTo(515);
                assertThat(series.points())
                        .containsExactly(new CreditUsagePoint(first, 510), new CreditUsagePoint(now(), 5));
            });
            assertThat(lastDay.series().get(0).totalCredits()).isEqualTo(5);
            assertThat(firstDay.series().get(0).totalCredits()).isEqualTo(510);
            assertThat(firstDay.hasNextPage()).isFalse();
        }

        @Test
        @DisplayName("are not told by dimensions, which this Stigg does not keep")
        void dimensions() {
            assertThat(refusal(GetCreditUsage.builder("cust-1")
                            .groupBy(List.of("model"))
                            .build()))
                    .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        }
    }

    @Nested
    @DisplayName("when they are taken back")
    class Voided {
        @Test
        @DisplayName("count no longer")
        void gone() {
            CreditGrant gift = given(gift("cust-1", 100));

            CreditGrant voided = ask(new VoidCreditGrant(gift.grantId()));

            assertThat(voided.status()).isEqualTo(CreditGrantStatus.VOIDED);
            assertThat(voided.voidedAt()).contains(now());
            assertThat(stored(gift)).isEqualTo(voided);
            assertThat(balance("cust-1").currentBalance()).isEqualTo(500);
        }

        @Test
        @DisplayName("are refused the second time, after their end, and if there are none")
        void refusals() {
            CreditGrant gift = given(gift("cust-1", 100));
            CreditGrant brief = given(gift("cust-1", 100).expireAt(now().plusSeconds(1)));
            ask(new VoidCreditGrant(gift.grantId()));
            after(Duration.ofSeconds(2));

            assertThat(refusal(new VoidCreditGrant(gift.grantId()))).isEqualTo(ErrorCode.CREDIT_GRANT_ALREADY_VOIDED);
            assertThat(refusal(new VoidCreditGrant(brief.grantId())))
                    .isEqualTo(ErrorCode.CREDIT_GRANT_CANNOT_BE_VOIDED);
            assertThat(refusal(new VoidCreditGrant("grant-none"))).isEqualTo(ErrorCode.CREDIT_GRANT_NOT_FOUND);
        }
    }

    @Nested
    @DisplayName("in the ledger")
    class Ledger {
        @Test
        @DisplayName("tell what happened to them, in that order")
        void events() {
            CreditGrant brief = given(gift("cust-1", 30).expireAt(now().plus(Duration.ofDays(1))));
            CreditGrant other = given(gift("cust-1", 50));
            use(10);
            ask(new VoidCreditGrant(other.grantId()));
            after(Duration.ofDays(2));

            assertThat(ledger())
                    .extracting(
                            CreditLedgerEvent::eventType, CreditLedgerEvent::creditGrantId, CreditLedgerEvent::amount)
                    .contains(
                            tuple(CREDITS_GRANTED, brief.grantId(), 30.0),
                            tuple(CREDITS_GRANTED, other.grantId(), 50.0),
                            tuple(CREDITS_CONSUMED, brief.grantId(), 10.0),
                            tuple(CREDITS_VOIDED, other.grantId(), 50.0),
                            tuple(CREDITS_EXPIRED, brief.grantId(), 20.0));
            assertThat(ledger())
                    .isSortedAccordingTo((one, next) -> one.timestamp().compareTo(next.timestamp()));
            assertThat(ledger())
                    .filteredOn(event -> event.eventType() == CREDITS_CONSUMED)
                    .singleElement()
                    .satisfies(event -> assertThat(event.featureId()).contains(TOKENS));
        }

        @Test
        @DisplayName("can be asked for some kinds of events, and one currency")
        void filtered() {
            given(gift("cust-1", 50));
            use(10);

            List<CreditLedgerEvent> consumed = ask(GetCreditLedger.of("cust-1")
                            .ofCurrency("cred-ai")
                            .ofTypes(CREDITS_CONSUMED))
                    .items();

            assertThat(consumed)
                    .singleElement()
                    .satisfies(event -> assertThat(event.amount()).isEqualTo(10));
            assertThat(refusal(GetCreditLedger.of("cust-1").ofCurrency("cred-none")))
                    .isEqualTo(ErrorCode.CUSTOM_CURRENCY_NOT_FOUND);
        }

        @Test
        @DisplayName("come page by page, like their list, and say how many there are")
        void pages() {
            CreditGrant first = given(gift("cust-1", 1));
            given(gift("cust-1", 2));
            given(gift("cust-1", 3));

            Page<CreditGrant> grants = ask(GetCreditGrants.of("cust-1").at(Paging.first(2)));
            Page<CreditGrant> rest = ask(GetCreditGrants.of("cust-1")
                    .ofCurrency("cred-ai")
                    .at(Paging.first(2).after(grants.endCursor().orElseThrow())));
            Page<CreditLedgerEvent> events = ask(GetCreditLedger.of("cust-1").at(Paging.first(1)));

            assertThat(grants.items()).hasSize(2).endsWith(first);
            assertThat(grants.items().get(0).grantType()).isEqualTo(CreditGrantType.RECURRING);
            assertThat(grants.totalCount()).hasValue(4);
            assertThat(grants.hasNextPage()).isTrue();
            assertThat(rest.items()).hasSize(2);
            assertThat(rest.hasNextPage()).isFalse();
            assertThat(events.items()).hasSize(1);
            assertThat(events.totalCount()).hasValue(4);
        }
    }

    @Nested
    @DisplayName("when few are left")
    class Recharged {
        private AutomaticRechargeConfiguration read() {
            return ask(new GetAutomaticRechargeConfiguration("cust-1", "cred-ai"));
        }

        @Test
        @DisplayName("are not bought unless that is wanted")
        void byDefault() {
            assertThat(read().isEnabled()).isFalse();
        }

        @Test
        @DisplayName("are to be bought as was said")
        void saved() {
            AutomaticRechargeConfiguration saved = ask(SaveAutomaticRechargeConfiguration.builder("cust-1", "cred-ai")
                    .thresholdType(RechargeThresholdType.DOLLAR_AMOUNT)
                    .thresholdValue(5)
                    .targetBalance(200)
                    .maxSpendLimit(new BigDecimal("99.95"))
                    .grantExpirationPeriod(GrantExpirationPeriod.ONE_MONTH)
                    .build());

            assertThat(saved.isEnabled()).isTrue();
            assertThat(saved.thresholdType()).isEqualTo(RechargeThresholdType.DOLLAR_AMOUNT);
            assertThat(saved.thresholdValue()).isEqualTo(5);
            assertThat(saved.targetBalance()).isEqualTo(200);
            assertThat(saved.maxSpendLimit()).contains(new BigDecimal("99.95"));
            assertThat(saved.grantExpirationPeriod()).isEqualTo(GrantExpirationPeriod.ONE_MONTH);
            assertThat(saved.updatedAt()).contains(now());
            assertThat(read()).isEqualTo(saved);
        }

        @Test
        @DisplayName("are bought no more once that is switched off, with all else kept")
        void switchedOff() {
            ask(SaveAutomaticRechargeConfiguration.builder("cust-1", "cred-ai")
                    .targetBalance(200)
                    .build());

            ask(SaveAutomaticRechargeConfiguration.builder("cust-1", "cred-ai")
                    .isEnabled(false)
                    .build());

            assertThat(read().isEnabled()).isFalse();
            assertThat(read().targetBalance()).isEqualTo(200);
        }

        @Test
        @DisplayName("need a customer and a currency that are there")
        void refusals() {
            assertThat(refusal(new GetAutomaticRechargeConfiguration("cust-2", "cred-ai")))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(SaveAutomaticRechargeConfiguration.builder("cust-1", "cred-none")
                            .build()))
                    .isEqualTo(ErrorCode.CUSTOM_CURRENCY_NOT_FOUND);
        }
    }
}
