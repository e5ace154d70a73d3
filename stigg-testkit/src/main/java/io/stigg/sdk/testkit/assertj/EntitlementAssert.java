package io.stigg.sdk.testkit.assertj;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.NumericEntitlement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an entitlement of any kind. What its kind does not have, such as the limit of a feature that is on or off,
 * fails. Failures tell all that the entitlement says.
 *
 * <p>Not thread-safe; confine it to one thread.
 */
public final class EntitlementAssert extends AbstractAssert<EntitlementAssert, Entitlement> {
    EntitlementAssert(@Nullable Entitlement actual) {
        super(actual, EntitlementAssert.class);
    }

    /**
     * Asserts that there is access.
     *
     * @return this assertion
     */
    public EntitlementAssert isGranted() {
        return holds(present().hasAccess(), "access to be granted");
    }

    /**
     * Asserts that there is no access, for whatever reason.
     *
     * @return this assertion
     */
    public EntitlementAssert isDenied() {
        return holds(!present().hasAccess(), "access to be denied");
    }

    /**
     * Asserts that there is no access, and why.
     *
     * @param reason the reason
     * @return this assertion
     */
    public EntitlementAssert isDenied(AccessDeniedReason reason) {
        requireNonNull(reason, "reason");
        return holds(
                present().accessDeniedReason().filter(reason::equals).isPresent(),
                "access to be denied, " + reason.wireName());
    }

    /**
     * Asserts that the answer is a fallback, because Stigg could not be asked.
     *
     * @return this assertion
     */
    public EntitlementAssert isFallback() {
        return holds(present().isFallback(), "a fallback");
    }

    /**
     * Asserts that the answer rests on what Stigg has said, or on an override.
     *
     * @return this assertion
     */
    public EntitlementAssert isNotFallback() {
        return holds(!present().isFallback(), "no fallback");
    }

    /**
     * Asserts how much there is: the limit of a metered feature, the number of a numeric one, all credits granted of a
     * currency.
     *
     * @param limit the number
     * @return this assertion
     */
    public EntitlementAssert hasLimit(double limit) {
        return holds(is(limit, limit(present())), "a limit of " + EntitlementText.number(limit));
    }

    /**
     * Asserts that a metered or numeric feature has no limit.
     *
     * @return this assertion
     */
    public EntitlementAssert isUnlimited() {
        return holds(isUnlimited(present()), "no limit");
    }

    /**
     * Asserts how much of a metered feature or of credits has been used.
     *
     * @param usage the usage of the current period
     * @return this assertion
     */
    public EntitlementAssert hasUsage(double usage) {
        return holds(is(usage, usage(present())), "a usage of " + EntitlementText.number(usage));
    }

    /**
     * Asserts which values of an enum feature are allowed.
     *
     * @param values all of them, in any order
     * @return this assertion
     */
    public EntitlementAssert hasValues(String... values) {
        return holds(
                present() instanceof EnumEntitlement choice
                        && Set.copyOf(choice.enumValues()).equals(Set.copyOf(List.of(values))),
                "the allowed values " + List.of(values));
    }

    private static boolean is(double expected, OptionalDouble actual) {
        return actual.isPresent() && Double.compare(expected, actual.getAsDouble()) == 0;
    }

    private static OptionalDouble limit(Entitlement entitlement) {
        if (entitlement instanceof MeteredEntitlement metered) {
            return metered.usageLimit();
        } else if (entitlement instanceof NumericEntitlement numeric) {
            return numeric.value();
        }
        return entitlement instanceof CreditEntitlement credit
                ? OptionalDouble.of(credit.usageLimit())
                : OptionalDouble.empty();
    }

    private static boolean isUnlimited(Entitlement entitlement) {
        return (entitlement instanceof MeteredEntitlement metered && metered.isUnlimited())
                || (entitlement instanceof NumericEntitlement numeric && numeric.isUnlimited());
    }

    private static OptionalDouble usage(Entitlement entitlement) {
        if (entitlement instanceof MeteredEntitlement metered) {
            return OptionalDouble.of(metered.currentUsage());
        }
        return entitlement instanceof CreditEntitlement credit
                ? OptionalDouble.of(credit.currentUsage())
                : OptionalDouble.empty();
    }

    private Entitlement present() {
        isNotNull();
        return actual;
    }

    private EntitlementAssert holds(boolean isSo, String expectation) {
        if (!isSo) {
            failWithMessage("%nExpected %s, but was%n  %s", expectation, EntitlementText.of(present()));
        }
        return this;
    }
}
