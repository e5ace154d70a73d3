package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.CouponStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;

/** Coupons as JSON. */
final class CouponJson {
    private CouponJson() {}

    static void read(JsonValue value, CouponBuilder coupon) {
        JsonMembers members = value.members();
        if (!members.atMostOne("percentOff", "amountOff")) {
            throw members.wrong("must have one of percentOff and amountOff");
        }
        members.change("name", coupon, (told, name) -> told.named(name.text()));
        members.change("description", coupon, (told, text) -> told.described(text.text()));
        members.change("percentOff", coupon, (told, percent) -> told.percentOff(percent.number()));
        members.change(
                "amountOff",
                coupon,
                (told, amounts) -> told.amountOff(
                        amounts.list().stream().map(JsonValue::money).toArray(Money[]::new)));
        members.change("months", coupon, (told, months) -> told.forMonths(months.count()));
        members.change("archived", coupon, (told, yes) -> yes.yes(told.archived()));
        members.change("createdAt", coupon, (told, instant) -> told.createdAt(instant(instant)));
        members.end();
    }

    private static Instant instant(JsonValue value) {
        try {
            return Instant.parse(value.text());
        } catch (DateTimeParseException noInstant) {
            throw value.wrong("must be an instant such as 2025-01-15T10:00:00Z, not " + value.text());
        }
    }

    static Object write(Coupon coupon, OptionalInt months) {
        JsonDraft draft = new JsonDraft()
                .unless(DisplayNames.of(coupon.id(), "coupon")::equals, "name", coupon.name())
                .with("description", coupon.description());
        coupon.percentOff().ifPresent(percent -> draft.with("percentOff", percent));
        months.ifPresent(number -> draft.with("months", number));
        return draft.all(
                        "amountOff",
                        coupon.amountsOff().stream().map(JsonValue::of).toList())
                .flag("archived", coupon.status() == CouponStatus.ARCHIVED)
                .unless(
                        Instant.EPOCH.toString()::equals,
                        "createdAt",
                        coupon.createdAt().toString())
                .map();
    }
}
