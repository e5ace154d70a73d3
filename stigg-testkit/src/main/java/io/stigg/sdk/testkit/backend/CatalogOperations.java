package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Page;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import io.stigg.sdk.catalog.Product;
import java.util.List;

/** What can be read of what is sold. Not thread-safe; guarded by the environment. */
final class CatalogOperations {
    private final World world;
    private final CatalogViews views;

    CatalogOperations(World world) {
        this.world = world;
        this.views = new CatalogViews(world.versions());
    }

    void serve(Operations operations) {
        operations
                .read(GetCoupons.class, (request, moment) -> coupons(request))
                .read(GetProducts.class, (request, moment) -> products(request));
    }

    private Page<Coupon> coupons(GetCoupons request) {
        List<Coupon> meant = world.catalog().coupons().stream()
                .filter(coupon -> request.status().map(coupon.status()::equals).orElse(true))
                .toList();
        return Pages.of(meant, request.paging(), new Refusals("GetCoupons"));
    }

    private Page<Product> products(GetProducts request) {
        List<Product> all =
                world.catalog().products().stream().map(views::product).toList();
        return Pages.of(all, request.paging(), new Refusals("GetProducts"));
    }
}
