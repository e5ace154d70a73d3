package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.testkit.catalog.Grant;
import java.util.List;
import java.util.Optional;

/**
 * Why a customer is entitled to something, or not: the verdict, what every source gives, and which of them counts. It is told by
 * the calculation that the verdict comes from. Immutable.
 *
 * <p>Source: Stigg's documentation of packages, add-ons and promotional entitlements: the most generous source counts, add-ons
 * add to their plan, and the largest add-on that overrides replaces it.
 *
 * @param verdict Stigg's answer
 * @param sources what gives the feature, subscriptions in the order in which they were made, then what was granted beside them;
 *     none for credits, for a customer or a resource that is not there, and where nothing gives it
 * @param credits the credits of the wallet that is asked about or that pays for the feature, in the order in which they are
 *     consumed
 */
public record Explanation(Verdict verdict, List<Source> sources, List<CreditGrant> credits) {
    /**
     * Checks the members and copies the lists.
     *
     * @throws NullPointerException if a member is null
     */
    public Explanation {
        requireNonNull(verdict, "verdict");
        sources = List.copyOf(sources);
        credits = List.copyOf(credits);
    }

    /**
     * Returns the source that counts.
     *
     * @return the most generous one, empty if there is none
     */
    public Optional<Source> decisive() {
        return sources.stream()
                .filter(source -> source.standing() == Standing.COUNTS)
                .findFirst();
    }

    /**
     * Puts the verdict into a sentence.
     *
     * @return what is granted and how much of it is used, or why it is denied
     */
    public String inWords() {
        return Wording.of(verdict);
    }

    /**
     * What one subscription, or one promotion, gives. Immutable.
     *
     * @param subscriptionId the subscription's id, empty if it was granted beside subscriptions
     * @param grant what its parts come to
     * @param isOverBudget whether it is not given for now, because it costs more than may be spent
     * @param parts what it is made of, the plan first
     * @param standing how it stands beside the others
     */
    public record Source(
            Optional<String> subscriptionId, Grant grant, boolean isOverBudget, List<Part> parts, Standing standing) {
        /**
         * Checks the members and copies the parts.
         *
         * @throws NullPointerException if a member is null
         */
        public Source {
            requireNonNull(subscriptionId, "subscriptionId");
            requireNonNull(grant, "grant");
            parts = List.copyOf(parts);
            requireNonNull(standing, "standing");
        }
    }

    /**
     * Something that a source is made of. Immutable.
     *
     * @param origin what it is
     * @param id the id of the plan or add-on that says so, which may be one that the plan inherits from; of a promotion, that of
     *     the feature
     * @param quantity how many of it there are
     * @param grant what one of it grants
     * @param effect what becomes of that
     */
    public record Part(Origin origin, String id, int quantity, Grant grant, Effect effect) {
        /**
         * Checks the members.
         *
         * @throws NullPointerException if a member is null
         */
        public Part {
            requireNonNull(origin, "origin");
            requireNonNull(id, "id");
            requireNonNull(grant, "grant");
            requireNonNull(effect, "effect");
        }

        /**
         * Makes a part that counts.
         *
         * @param origin what it is
         * @param id the id of what says so
         * @param quantity how many of it there are
         * @param grant what one of it grants
         */
        public Part(Origin origin, String id, int quantity, Grant grant) {
            this(origin, id, quantity, grant, Effect.COUNTS);
        }

        /**
         * Returns the part with another effect.
         *
         * @param other the effect
         * @return the changed part
         */
        public Part with(Effect other) {
            return new Part(origin, id, quantity, grant, other);
        }

        /**
         * Returns how much all of it comes to.
         *
         * @return the limit times the quantity, 0 without a limit
         */
        public double amount() {
            return grant.limit().orElse(0) * quantity;
        }
    }

    /** What a part is. */
    public enum Origin {
        /** The plan, or one that it inherits from. */
        PLAN,
        /** What was agreed on or bought with the subscription, in place of what the plan says. */
        AGREEMENT,
        /** An add-on. */
        ADDON,
        /** A grant beside subscriptions. */
        PROMOTION
    }

    /** What becomes of a part. */
    public enum Effect {
        /** It is, or is added to, what the source gives. */
        COUNTS,
        /** It replaces the limits of the other parts. */
        OVERRIDES,
        /** Another part overrides its limit. */
        REPLACED,
        /** It withholds the feature, which has no effect where another part grants it. */
        WITHHOLDS
    }

    /** How a source stands beside the one that counts. What an enum feature allows is what any source allows. */
    public enum Standing {
        /** It is the most generous one. */
        COUNTS,
        /** It withholds what another one grants. */
        WITHHOLDS,
        /** It costs more than may be spent for now, unlike another one. */
        OVER_BUDGET,
        /** It has a limit, and another one has none. */
        LIMITED,
        /** Its limit is smaller. */
        SMALLER,
        /** Its limit is a hard one, and another one's of the same size is soft. */
        HARD,
        /** It gives the same as another one that comes before it. */
        SAME
    }
}
