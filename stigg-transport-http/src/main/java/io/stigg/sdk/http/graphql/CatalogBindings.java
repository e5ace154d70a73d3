package io.stigg.sdk.http.graphql;

import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import java.util.stream.Stream;

/** The operations about what is sold. */
final class CatalogBindings {
    private CatalogBindings() {}

    static Stream<Binding> all() {
        return Stream.of(Binding.list(GetCoupons.class, "coupons"), Binding.list(GetProducts.class, "products"));
    }
}
