package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.testkit.catalog.Limit.asBought;
import static io.stigg.sdk.testkit.catalog.Prices.inCountry;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Prices.yearly;
import static io.stigg.sdk.testkit.catalog.Trial.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.Catalog;
import io.stigg.sdk.catalog.CatalogRequest;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.CouponStatus;
import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import io.stigg.sdk.catalog.PackageEntitlement;
import io.stigg.sdk.catalog.PackageFeatureEntitlement;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.catalog.TrialPeriodUnits;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.paywall.PaywallPricePoint;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link Catalog} and pricing pages tell, whichever way it takes to Stigg. */
@DisplayName("What is sold")
public abstract class CatalogOperationsContract extends OperationsContract {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");
    private static final int COUPONS = 60;
    private static final int PRODUCTS = 45;
    private static final Paging ANY =
            new Paging(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

    private final List<StiggRequest<?>> asked = new ArrayList<>();

    private final Catalog catalog = new Catalog() {
        @Override
        public <R> R send(CatalogRequest<R> request) {
            asked.add(request);
            return ask(request);
        }
    };

    /** For subclasses. */
    protected CatalogOperationsContract() {
        super(StiggBackend.of(sold(), FakeClock.at(NOW)));
    }

    private static io.stigg.sdk.testkit.catalog.Catalog sold() {
        CatalogBuilder catalog = io.stigg.sdk.testkit.catalog.Catalog.builder();
        for (int i = 0; i < COUPONS; i++) {
            catalog.coupon(id("coupon", i))
                    .named("Coupon " + i)
                    .percentOff(i + 1)
                    .createdAt(NOW);
        }
        catalog.coupon("coupon-old").amountOff(usd("7.50")).createdAt(NOW).archived();
        for (int i = 0; i < PRODUCTS; i++) {
            catalog.product(id("product", i)).named("Product " + i);
        }
        catalog.product("sites").perResource();
        catalog.level("seats").inUnits("seat", "seats");
        catalog.addon("more")
                .in("product-00")
                .meters("seats", 10)
                .paid(monthly(usd(5)), inCountry("DE", monthly(usd(6))));
        addPlans(catalog);
        return catalog.build();
    }

    private static void addPlans(CatalogBuilder catalog) {
        catalog.plan("free").in("product-00").free().meters("seats", 1);
        catalog.plan("paid")
                .in("product-00")
                .basedOn("free")
                .described("For teams")
                .meters("seats", asBought(1, 50))
                .compatibleWith("more")
                .trial(days(14).thenCancelled())
                .paid(
                        monthly(usd("19.99")),
                        perUnit("seats", monthly(usd(3))),
                        yearly(usd(199)),
                        inCountry("DE", monthly(usd(24))));
        catalog.plan("secret").in("product-00").custom().hiddenFrom(WidgetType.PAYWALL);
        catalog.plan("site").in("sites").paid(monthly(usd(9)));
    }

    private static <T> List<T> numbered(int count, Function<Integer, T> make) {
        return IntStream.range(0, count).boxed().map(make).toList();
    }

    private static String id(String kind, int number) {
        return String.format("%s-%02d", kind, number);
    }

    @Nested
    @DisplayName("as coupons")
    class Coupons {
        @Test
        @DisplayName("is told as a whole, however many there are")
        void all() {
            assertThat(catalog.coupons().map(Coupon::id))
                    .containsExactlyElementsOf(numbered(COUPONS, i -> id("coupon", i)));
            assertThat(asked).hasSize(3);
        }

        @Test
        @DisplayName("is asked for no further than is looked at")
        void lazily() {
            assertThat(catalog.coupons().limit(25)).hasSize(25);
            assertThat(asked).hasSize(1);

            assertThat(catalog.coupons().anyMatch(coupon -> coupon.id().equals("coupon-30")))
                    .isTrue();
            assertThat(asked).hasSize(3);
        }

        @Test
        @DisplayName("has all that belongs to a coupon")
        void whole() {
            assertThat(catalog.coupons().findFirst()).hasValue(Coupon.percentage("coupon-00", "Coupon 0", 1, NOW));
            assertThat(catalog.coupons(new GetCoupons(Optional.of(CouponStatus.ARCHIVED), ANY))
                            .items())
                    .singleElement()
                    .satisfies(old -> {
                        assertThat(old.id()).isEqualTo("coupon-old");
                        assertThat(old.status()).isEqualTo(CouponStatus.ARCHIVED);
                        assertThat(old.amountsOff())
                                .singleElement()
                                .satisfies(off -> assertThat(off.amount()).isEqualByComparingTo("7.50"));
                    });
        }

        @Test
        @DisplayName("is what may be applied, unless all is asked for")
        void ofAnyStatus() {
            assertThat(catalog.coupons()).noneMatch(coupon -> coupon.id().equals("coupon-old"));
            assertThat(catalog.coupons(new GetCoupons(Optional.empty(), Paging.first(100)))
                            .items())
                    .hasSize(COUPONS + 1)
                    .anyMatch(coupon -> coupon.id().equals("coupon-old"));
        }

        @Test
        @DisplayName("is told page by page, forwards and backwards")
        void inPages() {
            Page<Coupon> first = catalog.coupons(GetCoupons.first().at(Paging.first(10)));
            Page<Coupon> second = catalog.coupons(GetCoupons.first()
                    .at(Paging.first(10).after(first.endCursor().orElseThrow())));
            Page<Coupon> again = catalog.coupons(GetCoupons.first()
                    .at(Paging.last(10).before(second.startCursor().orElseThrow())));
            Page<Coupon> last = catalog.coupons(GetCoupons.first().at(Paging.last(10)));

            assertThat(first.hasNextPage()).isTrue();
            assertThat(first.hasPreviousPage()).isFalse();
            assertThat(second.items())
                    .extracting(Coupon::id)
                    .startsWith("coupon-10")
                    .endsWith("coupon-19");
            assertThat(second.hasPreviousPage()).isTrue();
            assertThat(again.items()).isEqualTo(first.items());
            assertThat(last.items())
                    .extracting(Coupon::id)
                    .startsWith("coupon-50")
                    .endsWith("coupon-59");
            assertThat(last.hasNextPage()).isFalse();
        }

        @Test
        @DisplayName("is not told from a cursor that Stigg never gave out")
        void fromNowhere() {
            assertThat(refusal(GetCoupons.first().at(Paging.first(5).after("nowhere"))))
                    .isEqualTo(ErrorCode.BAD_USER_INPUT);
        }
    }

    @Nested
    @DisplayName("as products")
    class Products {
        @Test
        @DisplayName("is told as a whole, however many there are")
        void all() {
            List<io.stigg.sdk.catalog.Product> all = catalog.products().toList();

            assertThat(all).hasSize(PRODUCTS + 1);
            assertThat(all.subList(0, PRODUCTS))
                    .extracting(io.stigg.sdk.catalog.Product::id)
                    .containsExactlyElementsOf(numbered(PRODUCTS, i -> id("product", i)));
            assertThat(all.get(44).displayName()).hasValue("Product 44");
            assertThat(asked).hasSize(2);
        }

        @Test
        @DisplayName("is told page by page")
        void inPages() {
            Page<io.stigg.sdk.catalog.Product> page = catalog.products(new GetProducts(Paging.last(6)));

            assertThat(page.items())
                    .extracting(io.stigg.sdk.catalog.Product::id)
                    .startsWith("product-40")
                    .endsWith("sites");
            assertThat(page.hasNextPage()).isFalse();
            assertThat(page.hasPreviousPage()).isTrue();
        }
    }

    @Nested
    @DisplayName("on a pricing page")
    class PricingPage {
        private List<String> plans(GetPaywall request) {
            return ask(request).plans().stream()
                    .map(io.stigg.sdk.catalog.Plan::id)
                    .toList();
        }

        @Test
        @DisplayName("is the plans of a product or of all, in order, without those that are hidden")
        void plansInOrder() {
            assertThat(plans(GetPaywall.of("product-00"))).containsExactly("free", "paid");
            assertThat(plans(GetPaywall.of("sites"))).containsExactly("site");
            assertThat(plans(GetPaywall.of("product-01"))).isEmpty();
            assertThat(plans(GetPaywall.builder().build())).containsExactly("free", "paid", "site");
        }

        @Test
        @DisplayName("has hidden plans where they are asked for, or where another widget asks")
        void hiddenPlans() {
            GetPaywall.Builder page = GetPaywall.builder().productId("product-00");

            assertThat(plans(page.context(WidgetType.CHECKOUT).build())).containsExactly("free", "paid", "secret");
            assertThat(plans(page.context(WidgetType.PAYWALL).build())).containsExactly("free", "paid");
            assertThat(plans(page.includeHiddenPlans().build())).containsExactly("free", "paid", "secret");
            assertThat(plans(GetPaywall.builder()
                            .productId("product-00")
                            .includeHiddenPlans()
                            .build()))
                    .containsExactly("free", "paid", "secret");
        }

        @Test
        @DisplayName("has all that belongs to a plan")
        void wholePlans() {
            io.stigg.sdk.catalog.Plan plan =
                    ask(GetPaywall.of("product-00")).plans().get(1);

            assertThat(plan.displayName()).isEqualTo("Paid");
            assertThat(plan.description()).hasValue("For teams");
            assertThat(plan.product().displayName()).hasValue("Product 0");
            assertThat(plan.basePlan())
                    .hasValueSatisfying(base -> assertThat(base.id()).isEqualTo("free"));
            assertThat(plan.entitlements()).singleElement().satisfies(PricingPage.this::isSeats);
            assertThat(plan.inheritedEntitlements()).singleElement().satisfies(PricingPage.this::isSeats);
            assertThat(plan.compatibleAddons())
                    .extracting(io.stigg.sdk.catalog.Addon::id)
                    .containsExactly("more");
            assertThat(plan.defaultTrialConfig()).hasValueSatisfying(trial -> {
                assertThat(trial.duration()).isEqualTo(14);
                assertThat(trial.units()).isEqualTo(TrialPeriodUnits.DAY);
                assertThat(trial.trialEndBehavior()).hasValue(TrialEndBehavior.CANCEL_SUBSCRIPTION);
            });
        }

        private void isSeats(PackageEntitlement entitlement) {
            assertThat(((PackageFeatureEntitlement) entitlement).feature().id()).isEqualTo("seats");
        }

        private List<String> amounts(GetPaywall request) {
            return ask(request).plans().get(1).prices().stream()
                    .map(CatalogOperationsContract::amount)
                    .toList();
        }

        @Test
        @DisplayName("has the prices that hold everywhere, those of a country instead, or all")
        void pricesOfCountries() {
            GetPaywall.Builder page = GetPaywall.builder().productId("product-00");

            assertThat(amounts(page.build())).containsExactly("19.99", "3", "199");
            assertThat(amounts(page.billingCountryCode("DE").build())).containsExactly("3", "199", "24");
            assertThat(ask(page.build())
                            .plans()
                            .get(1)
                            .compatibleAddons()
                            .get(0)
                            .prices())
                    .extracting(CatalogOperationsContract::amount)
                    .containsExactly("6");
            assertThat(amounts(page.billingCountryCode("FR").build())).containsExactly("19.99", "3", "199");
            assertThat(amounts(page.fetchAllCountriesPrices().build())).containsExactly("19.99", "3", "199", "24");
        }

        @Test
        @DisplayName("has the amount to show for each plan and billing period, in dollars")
        void pricePoints() {
            Paywall paywall = ask(GetPaywall.of("product-00"));

            assertThat(paywall.currency().code()).isEqualTo("USD");
            assertThat(paywall.currency().symbol()).isEqualTo("$");
            assertThat(paywall.pricePoints())
                    .extracting(
                            PaywallPricePoint::planId,
                            PaywallPricePoint::billingPeriod,
                            point -> point.price().amount().doubleValue(),
                            point -> point.price().currency(),
                            PaywallPricePoint::additionalChargesMayApply)
                    .containsExactly(
                            tuple("paid", BillingPeriod.MONTHLY, 19.99, "USD", true),
                            tuple("paid", BillingPeriod.ANNUALLY, 199.0, "USD", false));
        }

        @Test
        @DisplayName("is of nobody unless a customer is named")
        void ofNobody() {
            Paywall paywall = ask(GetPaywall.of("product-00"));

            assertThat(paywall.customer()).isEmpty();
            assertThat(paywall.resourceId()).isEmpty();
            assertThat(paywall.activeSubscriptions()).isEmpty();
            assertThat(paywall.configuration()).isEmpty();
        }

        @Test
        @DisplayName("has the customer and what it is subscribed to")
        void ofACustomer() {
            givenCustomer("cust-1", PlanSelection.of("free"));
            ask(ProvisionSubscription.of("cust-1", PlanSelection.of("site").forResource("site-1")));
            ask(ProvisionSubscription.of("cust-1", PlanSelection.of("site").forResource("site-2")));

            Paywall customer = ask(GetPaywall.builder().customerId("cust-1").build());
            Paywall resource = ask(GetPaywall.builder()
                    .productId("sites")
                    .customerId("cust-1")
                    .resourceId("site-2")
                    .build());

            assertThat(customer.customer())
                    .hasValueSatisfying(known -> assertThat(known.id()).isEqualTo("cust-1"));
            assertThat(customer.resourceId()).isEmpty();
            assertThat(customer.activeSubscriptions())
                    .extracting(active -> active.plan().id())
                    .containsExactly("free");
            assertThat(resource.resourceId()).hasValue("site-2");
            assertThat(resource.activeSubscriptions())
                    .extracting(active -> active.subscription().resourceId())
                    .containsExactly(Optional.empty(), Optional.of("site-2"));
        }

        @Test
        @DisplayName("is of a product and a customer that there are, and of no offer")
        void refusals() {
            assertThat(refusal(GetPaywall.of("nope"))).isEqualTo(ErrorCode.PRODUCT_NOT_FOUND_ERROR);
            assertThat(refusal(GetPaywall.builder().customerId("nobody").build()))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(GetPaywall.builder().offerId("spring").build()))
                    .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        }
    }

    private static String amount(Price price) {
        return price.price().orElseThrow().amount().stripTrailingZeros().toPlainString();
    }
}
