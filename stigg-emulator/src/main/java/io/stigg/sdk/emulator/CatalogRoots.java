package io.stigg.sdk.emulator;

import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import io.stigg.sdk.paywall.GetPaywall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The roots about what is sold. */
final class CatalogRoots {
    private CatalogRoots() {}

    static Stream<Root> all() {
        return Stream.of(
                new Root(Root.Kind.QUERY, "coupons", CatalogRoots::coupons),
                Root.list("products", GetProducts.class),
                Root.query("paywall", GetPaywall.class),
                Root.query("mockPaywall", GetPaywall.class));
    }

    /** What a filter says beside the status is not known here, and must not be taken for everything. */
    private static GetCoupons coupons(Map<String, Object> arguments) {
        Optional<Input> filter = new Input(arguments).optionalObject("filter");
        filter.ifPresent(asked -> refuseOthers(asked, Set.of("status", "environmentId")));
        filter.flatMap(asked -> asked.optionalObject("status"))
                .ifPresent(compared -> refuseOthers(compared, Set.of("eq")));
        return RequestReader.read(GetCoupons.class, arguments);
    }

    private static void refuseOthers(Input filter, Set<String> known) {
        Set<String> others = filter.saying(filter.values().keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw Refusal.unsupported(String.join(", ", others));
        }
    }
}
