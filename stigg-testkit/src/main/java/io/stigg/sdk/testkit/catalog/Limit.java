package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.argument.Arguments;
import java.util.function.Function;

/** The words for how much a plan or an add-on grants of a feature where that is not just a number. Immutable. */
public final class Limit {
    private final Function<String, Grant> grant;

    private Limit(Function<String, Grant> grant) {
        this.grant = grant;
    }

    static Limit of(double number) {
        Arguments.amount(number, "limit");
        return new Limit(featureId -> Grant.limited(featureId, number));
    }

    /**
     * There is none.
     *
     * @return the limit
     */
    public static Limit unlimited() {
        return new Limit(Grant::unlimited);
    }

    /**
     * As many units as a subscription buys.
     *
     * @param fewest the fewest, which it has if it says nothing
     * @param most the most
     * @return the limit
     * @throws IllegalArgumentException if the fewest are more than the most
     */
    public static Limit asBought(double fewest, double most) {
        Arguments.amount(fewest, "fewest");
        if (!(most >= fewest)) {
            throw new IllegalArgumentException("most must be " + fewest + " or more, not " + most);
        }
        return new Limit(featureId -> Grant.perUnit(featureId, fewest, most));
    }

    /**
     * What is agreed with each customer: what its subscription says, and no limit if it says nothing.
     *
     * @return the limit
     */
    public static Limit asAgreed() {
        return new Limit(Grant::agreed);
    }

    Grant of(String featureId) {
        return grant.apply(featureId);
    }
}
