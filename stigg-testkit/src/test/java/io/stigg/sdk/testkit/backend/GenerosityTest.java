package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.testkit.Explanation.Origin;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What several sources come to")
class GenerosityTest {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private static Contribution from(Grant grant) {
        return new Contribution(
                Optional.empty(), grant, List.of(new Part(Origin.PROMOTION, "f", 1, grant)), START, false);
    }

    private static Grant better(Grant one, Grant other) {
        return from(one).orBetter(from(other)).grant();
    }

    private static Grant limited(double limit) {
        return Grant.limited("f", limit);
    }

    @Nested
    @DisplayName("across subscriptions and promotions")
    class Across {
        @Test
        @DisplayName("is the most generous of them")
        void mostGenerous() {
            assertThat(better(limited(1_000), limited(5_000))).isEqualTo(limited(5_000));
            assertThat(better(limited(5_000).soft(), Grant.unlimited("f"))).isEqualTo(Grant.unlimited("f"));
            assertThat(better(limited(1_000), limited(1_000).soft()))
                    .isEqualTo(limited(1_000).soft());
            assertThat(better(limited(1_000).soft(), limited(2_000))).isEqualTo(limited(2_000));
            assertThat(better(Grant.revoked("f"), limited(0))).isEqualTo(limited(0));
        }

        @Test
        @DisplayName("does not depend on their order, and is no less than any of them")
        void orderDoesNotMatter() {
            for (long seed = 0; seed < 500; seed++) {
                Random random = new Random(seed);
                Grant one = any(random);
                Grant other = any(random);

                Grant best = better(one, other);

                assertThat(best)
                        .as("seed %s", seed)
                        .isEqualTo(better(other, one))
                        .isIn(one, other);
                assertThat(better(best, one)).as("seed %s", seed).isEqualTo(best);
                assertThat(better(best, other)).as("seed %s", seed).isEqualTo(best);
            }
        }

        private Grant any(Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> Grant.revoked("f");
                case 1 -> Grant.unlimited("f");
                case 2 -> limited(random.nextInt(3)).soft();
                default -> limited(random.nextInt(3));
            };
        }
    }

    @Nested
    @DisplayName("of a plan and its add-ons")
    class Folding {
        private final Grant plan = limited(1_000);

        private Part addon(Grant grant, int quantity) {
            return new Part(Origin.ADDON, "addon", quantity, grant);
        }

        private AddonFolding.Folded folded(Optional<Grant> own, List<Part> addons) {
            List<Part> parts = new ArrayList<>();
            own.ifPresent(grant -> parts.add(new Part(Origin.PLAN, "plan", 1, grant)));
            parts.addAll(addons);
            return AddonFolding.fold(parts).orElseThrow();
        }

        private Grant fold(Optional<Grant> own, Part... addons) {
            return folded(own, List.of(addons)).grant();
        }

        @Test
        @DisplayName("is the plan's alone without add-ons")
        void planAlone() {
            assertThat(fold(Optional.of(plan.soft()))).isEqualTo(plan.soft());
            assertThat(AddonFolding.fold(List.of())).isEmpty();
        }

        @Test
        @DisplayName("is the sum of what adds")
        void sum() {
            Grant folded = fold(Optional.of(plan), addon(limited(100), 2), addon(limited(10), 3));

            assertThat(folded.limit()).hasValue(1_230);
        }

        @Test
        @DisplayName("grows by exactly what one more add-on brings, in whichever order they are told")
        void addsInAnyOrder() {
            for (long seed = 0; seed < 500; seed++) {
                Random random = new Random(seed);
                List<Part> addons = new ArrayList<>();
                double expected = 1_000;
                for (int i = 0; i <= random.nextInt(5); i++) {
                    Part addon = addon(limited(random.nextInt(1_000)), 1 + random.nextInt(4));
                    addons.add(addon);
                    expected += addon.grant().limit().orElseThrow() * addon.quantity();
                }

                assertThat(folded(Optional.of(plan), addons).grant().limit())
                        .as("seed %s", seed)
                        .hasValue(expected);
                Collections.shuffle(addons, random);
                assertThat(folded(Optional.of(plan), addons).grant().limit())
                        .as("seed %s, shuffled", seed)
                        .hasValue(expected);
            }
        }

        @Test
        @DisplayName("is the largest of what overrides, each as often as it is there")
        void largestOverride() {
            Grant folded = fold(
                    Optional.of(limited(90_000)),
                    addon(limited(100), 2),
                    addon(limited(500).overriding(), 3),
                    addon(limited(1_000).overriding(), 1));

            assertThat(folded.limit()).hasValue(1_500);
        }

        @Test
        @DisplayName("is unlimited when any part is, the plan under an override included")
        void unlimited() {
            assertThat(fold(Optional.of(plan), addon(Grant.unlimited("f"), 1)).kind())
                    .isEqualTo(Grant.Kind.UNLIMITED);
            Grant folded =
                    fold(Optional.of(Grant.unlimited("f")), addon(limited(5).overriding(), 1));
            assertThat(folded.kind()).isEqualTo(Grant.Kind.UNLIMITED);
            assertThat(folded.limit()).isEmpty();
        }

        @Test
        @DisplayName("is what an add-on grants where the plan withholds or lacks it")
        void addonAlone() {
            assertThat(fold(Optional.of(Grant.revoked("f")), addon(limited(5), 2))
                            .limit())
                    .hasValue(10);
            assertThat(fold(Optional.empty(), addon(Grant.of("f"), 2))).isEqualTo(Grant.of("f"));
        }

        @Test
        @DisplayName("is the plan's where an add-on withholds, which cannot take away")
        void addonsDoNotTakeAway() {
            assertThat(fold(Optional.of(plan), addon(Grant.revoked("f"), 1))).isEqualTo(plan);
            assertThat(fold(Optional.empty(), addon(Grant.revoked("f"), 1))).isEqualTo(Grant.revoked("f"));
        }

        @Test
        @DisplayName("allows the values of all")
        void values() {
            Grant folded = fold(Optional.of(Grant.values("f", "a", "b")), addon(Grant.values("f", "b", "c"), 1));

            assertThat(folded.values()).containsExactly("a", "b", "c");
            assertThat(folded.limit()).isEmpty();
        }
    }
}
