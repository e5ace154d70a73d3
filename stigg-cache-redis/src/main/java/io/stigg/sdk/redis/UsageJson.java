package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.Optional;

/** Usage, under a key of its own or within a set. When it was counted stands beside the key, or in {@code updatedAt}. */
final class UsageJson {
    private static final String CURRENT = "currentUsage";
    private static final String START = "usagePeriodStart";
    private static final String END = "usagePeriodEnd";
    private static final String OLD_END = "nextResetDate";
    private static final String COUNTED_AT = "countedAt";
    private static final String UPDATED_AT = "updatedAt";

    private UsageJson() {}

    /** Leaves out what is absent, as Node does. */
    static void write(Usage usage, JsonObject to) {
        to.add(CURRENT, Json.of(usage.currentUsage()));
        Json.addInstant(to, START, usage.period().start());
        Json.addInstant(to, END, usage.period().end());
    }

    static void writeDated(Usage usage, JsonObject to) {
        write(usage, to);
        Json.addInstant(to, UPDATED_AT, usage.updatedAt());
    }

    static String text(Usage usage) {
        JsonObject json = new JsonObject();
        write(usage, json);
        return json.toString();
    }

    /** Says when it was counted as well, for where the timestamp beside it lies on another server. Node overlooks it. */
    static String countedText(Usage usage, Instant counted) {
        JsonObject json = new JsonObject();
        write(usage, json);
        json.addProperty(COUNTED_AT, counted.toEpochMilli());
        return json.toString();
    }

    static Usage read(JsonObject from, Optional<Instant> updatedAt) {
        return new Usage(
                Json.number(from, CURRENT).orElse(0.0),
                new UsagePeriod(
                        Json.instant(from, START), Json.instant(from, END).or(() -> Json.instant(from, OLD_END))),
                updatedAt);
    }

    /**
     * Reads usage under a key of its own. Without a count it says nothing, and is not to be taken for nothing used.
     *
     * @param timestamp what stands beside it
     * @return empty if the two do not belong together
     */
    static Optional<Usage> readCounted(JsonObject from, Instant timestamp) {
        if (Json.number(from, CURRENT).isEmpty()) {
            throw Json.nonsense(CURRENT);
        }
        boolean isTorn = Json.instant(from, COUNTED_AT)
                .filter(counted -> !counted.equals(timestamp))
                .isPresent();
        return isTorn
                ? Optional.empty()
                : Optional.of(read(from, Optional.of(timestamp).filter(time -> !time.equals(Instant.EPOCH))));
    }

    static Usage readDated(JsonObject from) {
        return read(from, Json.instant(from, UPDATED_AT).or(() -> Json.instant(from, "usageUpdatedAt")));
    }
}
