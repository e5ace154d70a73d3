package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.Explanation.Source;
import io.stigg.sdk.testkit.Explanation.Standing;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one source, a subscription or a promotion, gives of one feature.
 *
 * @param subscriptionId the subscription's id, empty for a promotion
 * @param grant what is given
 * @param parts what that is made of
 * @param start since when, which usage periods are counted from
 * @param isOverBudget whether it is not given for now, because it costs more than may be spent
 */
record Contribution(
        Optional<String> subscriptionId, Grant grant, List<Part> parts, Instant start, boolean isOverBudget) {
    private static final Comparator<Contribution> KIND = Comparator.comparingInt(Contribution::rank);
    private static final Comparator<Contribution> SIZE =
            Comparator.comparingDouble(one -> one.grant.limit().orElse(0));
    private static final Comparator<Contribution> SOFTNESS = Comparator.comparing(one -> one.grant.hasSoftLimit());
    private static final Comparator<Contribution> GENEROSITY =
            KIND.thenComparing(SIZE).thenComparing(SOFTNESS);

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
                best.subscriptionId,
                best.grant.withValues(union(grant.values(), other.grant.values())),
                best.parts,
                best.start,
                best.isOverBudget);
    }

    private static List<String> union(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return new ArrayList<>(all);
    }

    /** Tells how it stands beside the best of all. */
    Source beside(Contribution best) {
        return new Source(subscriptionId, grant, isOverBudget, parts, standing(best));
    }

    private Standing standing(Contribution best) {
        if (parts == best.parts) {
            return Standing.COUNTS;
        } else if (KIND.compare(this, best) != 0) {
            return switch (rank()) {
                case 0 -> Standing.WITHHOLDS;
                case 1 -> Standing.OVER_BUDGET;
                default -> Standing.LIMITED;
            };
        } else if (SIZE.compare(this, best) != 0) {
            return Standing.SMALLER;
        }
        return SOFTNESS.compare(this, best) == 0 ? Standing.SAME : Standing.HARD;
    }
}
