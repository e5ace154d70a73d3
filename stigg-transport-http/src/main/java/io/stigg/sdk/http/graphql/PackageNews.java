package io.stigg.sdk.http.graphql;

import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.Update;
import java.time.Instant;

/** Reads {@code PackagePublished}. */
final class PackageNews {
    private static final WireEnum<Migration> MIGRATION = WireEnum.of(Migration.class, Migration.UNKNOWN);

    private PackageNews() {}

    static Update published(JsonView event, Instant arrivedAt) {
        return new PackagePublished(
                event.at("packageRefId").id(),
                event.at("packageType").text(),
                event.at("packageVersion").wholeNumber(),
                MIGRATION.read(event.at("migrationType")));
    }
}
