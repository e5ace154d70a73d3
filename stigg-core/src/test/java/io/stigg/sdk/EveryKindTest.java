package io.stigg.sdk;

import static io.stigg.sdk.Facts.allowing;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.numeric;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.wallet;
import static io.stigg.sdk.entitlement.FixedAnswer.denied;
import static io.stigg.sdk.entitlement.FixedAnswer.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.event.FallbackServed;
import io.stigg.sdk.fact.CreditFact;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Every kind of question")
class EveryKindTest extends ClientTest {
    private static final BooleanQuery ON = BooleanQuery.of("acme", "sso");
    private static final NumericQuery NUMBER = NumericQuery.of("acme", "size");
    private static final MeteredQuery COUNTED = MeteredQuery.of("acme", "calls");
    private static final EnumQuery CHOICE = EnumQuery.of("acme", "regions");
    private static final CreditQuery WALLET = CreditQuery.of("acme", "tokens");

    private Entitlement ask(EntitlementQuery query) {
        return stigg.getEntitlement(query);
    }

    private FeatureQuery any(String featureId) {
        return FeatureQuery.of("acme", featureId);
    }

    @Nested
    @DisplayName("is answered by what is known")
    class Known {
        private void know() {
            transport.serve(scope -> now(
                    scope,
                    on("sso"),
                    numeric("size", OptionalDouble.of(5), false),
                    metered("calls", 10, 3),
                    allowing("regions", "eu"),
                    wallet("tokens", 100, 20, false)));
        }

        @Test
        @DisplayName("in its own kind, whoever asks without saying which")
        void kinds() {
            know();

            assertThat(ask(ON)).isInstanceOf(BooleanEntitlement.class);
            assertThat(ask(NUMBER)).isInstanceOf(NumericEntitlement.class);
            assertThat(ask(COUNTED)).isInstanceOf(MeteredEntitlement.class);
            assertThat(ask(CHOICE)).isInstanceOf(EnumEntitlement.class);
            assertThat(ask(WALLET)).isInstanceOf(CreditEntitlement.class);
            assertThat(ask(any("calls"))).isInstanceOf(MeteredEntitlement.class);
        }

        @Test
        @DisplayName("or by what is missing, in its own kind as well")
        void missing() {
            transport.serve(scope -> now(scope));

            List<Entitlement> answers = List.of(ask(ON), ask(NUMBER), ask(COUNTED), ask(CHOICE));

            assertThat(answers)
                    .extracting(answer -> answer.accessDeniedReason().orElseThrow())
                    .containsOnly(AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
            assertThat(answers)
                    .hasExactlyElementsOfTypes(
                            BooleanEntitlement.class,
                            NumericEntitlement.class,
                            MeteredEntitlement.class,
                            EnumEntitlement.class);
        }

        @Test
        @DisplayName("of credits that are withheld for a reason of Stigg's by that reason, whatever is left")
        void withheldCredits() {
            CreditFact full = wallet("tokens", 100, 20, false);
            CreditFact withheld = new CreditFact(
                    full.currency(),
                    Optional.of(Denial.of(AccessDeniedReason.CUSTOMER_IS_ARCHIVED)),
                    full.usageLimit(),
                    true,
                    full.usage(),
                    Optional.empty());
            transport.serve(scope -> now(scope, withheld));

            assertThat(stigg.getCreditEntitlement(WALLET).accessDeniedReason())
                    .contains(AccessDeniedReason.CUSTOMER_IS_ARCHIVED);
        }
    }

    @Nested
    @DisplayName("has a fallback of its own kind:")
    class Fallback {
        private void goDown() {
            transport.fail(DOWN);
        }

        @Test
        @DisplayName("a number")
        void numbers() {
            goDown();

            NumericEntitlement answer =
                    stigg.getNumericEntitlement(NUMBER.withFallback(granted().withLimit(7)));
            NumericEntitlement none = stigg.getNumericEntitlement(NUMBER.withFallback(denied().withLimit(7)));

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.value()).hasValue(7);
            assertThat(answer.isFallback()).isTrue();
            assertThat(none.accessDeniedReason()).contains(AccessDeniedReason.UNKNOWN);
        }

        @Test
        @DisplayName("values")
        void values() {
            goDown();
            FixedAnswer eu = granted().withEnumValues("eu");

            EnumEntitlement answer = stigg.getEnumEntitlement(CHOICE.withFallback(eu));
            EnumEntitlement none = stigg.getEnumEntitlement(CHOICE.withFallback(denied()));

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.enumValues()).containsExactly("eu");
            assertThat(none.accessDeniedReason()).contains(AccessDeniedReason.UNKNOWN);
        }

        @Test
        @DisplayName("for a feature of whatever type, the kind that question and fallback suggest")
        void suggested() {
            goDown();

            assertThat(ask(any("a").requesting(1))).isInstanceOf(MeteredEntitlement.class);
            assertThat(ask(any("a").withFallback(granted().withCurrentUsage(1))))
                    .isInstanceOf(MeteredEntitlement.class);
            assertThat(ask(any("a").requesting("eu"))).isInstanceOf(EnumEntitlement.class);
            assertThat(ask(any("a").withFallback(granted().withEnumValues("eu"))))
                    .isInstanceOf(EnumEntitlement.class);
            assertThat(ask(any("a").withFallback(granted().withLimit(1)))).isInstanceOf(NumericEntitlement.class);
            assertThat(ask(any("a").withFallback(granted().unlimited()))).isInstanceOf(NumericEntitlement.class);
            assertThat(ask(any("a").withFallback(granted()))).isInstanceOf(BooleanEntitlement.class);
        }

        @Test
        @DisplayName("and listeners are told for what it stood in")
        void told() {
            List<Optional<String>> ids = new CopyOnWriteArrayList<>();
            goDown();
            stigg.addListener(new StiggListener() {
                @Override
                public void onFallback(FallbackServed event) {
                    ids.add(event.id());
                }
            });

            List.of(ON, NUMBER, COUNTED, CHOICE, WALLET, any("other")).forEach(EveryKindTest.this::ask);

            Awaitility.await()
                    .untilAsserted(() -> assertThat(ids)
                            .containsExactly(
                                    Optional.of("sso"),
                                    Optional.of("size"),
                                    Optional.of("calls"),
                                    Optional.of("regions"),
                                    Optional.of("tokens"),
                                    Optional.of("other")));
        }
    }
}
