package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;

/**
 * How often usage starts again from 0, and what the periods are aligned to. Immutable.
 *
 * @param unit the length of a period
 * @param accordingTo what the periods are aligned to
 */
public record ResetPeriod(Unit unit, Alignment accordingTo) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ResetPeriod {
        requireNonNull(unit, "unit");
        requireNonNull(accordingTo, "accordingTo");
    }

    /**
     * A period that counts from the subscription's start.
     *
     * @param unit the length of a period
     * @return the reset period
     */
    public static ResetPeriod of(Unit unit) {
        return new ResetPeriod(unit, Alignment.SUBSCRIPTION_START);
    }

    /** The length of a period. */
    public enum Unit {
        /** A year. */
        YEAR,
        /** A calendar month. */
        MONTH,
        /** Seven days. */
        WEEK,
        /** 24 hours. */
        DAY,
        /** An hour. */
        HOUR,
        /** A length that this SDK does not know. */
        UNKNOWN
    }

    /** What periods are aligned to. Calendar alignments are in UTC. */
    public enum Alignment {
        /** The instant at which the subscription started. */
        @ApiName("SubscriptionStart")
        SUBSCRIPTION_START,
        /** The first day of the month, 00:00. */
        @ApiName("StartOfTheMonth")
        START_OF_THE_MONTH,
        /** Sunday, 00:00. */
        @ApiName("EverySunday")
        EVERY_SUNDAY,
        /** Monday, 00:00. */
        @ApiName("EveryMonday")
        EVERY_MONDAY,
        /** Tuesday, 00:00. */
        @ApiName("EveryTuesday")
        EVERY_TUESDAY,
        /** Wednesday, 00:00. */
        @ApiName("EveryWednesday")
        EVERY_WEDNESDAY,
        /** Thursday, 00:00. */
        @ApiName("EveryThursday")
        EVERY_THURSDAY,
        /** Friday, 00:00. */
        @ApiName("EveryFriday")
        EVERY_FRIDAY,
        /** Saturday, 00:00. */
        @ApiName("EverySaturday")
        EVERY_SATURDAY,
        /** An alignment that this SDK does not know; the anchor that Stigg sends is used instead. */
        UNKNOWN
    }
}
