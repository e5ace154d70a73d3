package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would change the outcome and cannot be done here. It is refused, so that nobody takes silence for success; what only
 * concerns billing or other systems is ignored.
 *
 * @param members the members of requests that are refused
 */
record Unsupported(Set<String> members) {
    /** What is refused of the terms of a subscription, whatever is done with it. */
    static final Unsupported TERMS = new Unsupported(Set.of("priceUnitAmount"));

    /** Refuses a request, or a part of one, that gives any of the members. */
    void refuse(Record request, Refusals refusals) {
        Set<String> given = new TreeSet<>();
        for (Member member : RecordShape.of(request.getClass()).members()) {
            if (members.contains(member.name()) && says(member.in(request))) {
                given.add(member.name());
            }
        }
        if (!given.isEmpty()) {
            throw refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: " + String.join(", ", given));
        }
    }

    private static boolean says(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.filter(Unsupported::says).isPresent();
        }
        return !(value.equals(false)
                || value.equals(OptionalDouble.empty())
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty()));
    }
}
