package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one source, a subscription or a promotion, gives of one feature.
 *
 * @param grant what is given
 * @param start since when, which usage periods are counted from
 * @param isOverBudget whether it is not given for now, because it costs more than may be spent
 */
record Contribution(Grant grant, Instant start, boolean isOverBudget) {
    private static final Comparator<Contribution> GENEROSITY = Comparator.comparingInt(Contribution::rank)
            .thenComparingDouble(one -> one.grant.limit().orElse(0))
            .thenComparing(one -> one.grant.hasSoftLimit());

    private int rank() {
        if (grant.kind() == Grant.Kind.REVOKED) {
            return 0;
        } else if (isOverBudget) {
            return 1;
        }
        return grant.kind() == Grant.Kind.GRANTED ? 2 : 3;
    }

    /**
     * Returns the more generous of two, with its own flags and periods: what is granted beats what is withheld, no limit
     * beats a limit, a larger limit a smaller one, and a soft one a hard one of the same size. It allows the values of
     * both. Of equals the first counts.
     */
    Contribution orBetter(Contribution other) {
        Contribution best = GENEROSITY.compare(other, this) > 0 ? other : this;
        return new Contribution(
                best.grant.withValues(union(grant.values(), other.grant.values())), best.start, best.isOverBudget);
    }

    private static List<String> union(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return new ArrayList<>(all);
    }
}
