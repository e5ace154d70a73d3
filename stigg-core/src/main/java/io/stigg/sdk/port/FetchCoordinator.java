package io.stigg.sdk.port;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.concurrent.CompletionStage;

/**
 * Lets several processes that miss the same entitlements ask Stigg once. A cache that they share provides it; within one
 * process the core sees to that by itself, and asks for each scope one at a time.
 *
 * <p>Threading: called from any thread, returns at once. Failure: never throws; the stage fails with what asking failed
 * with, and never because another process failed.
 */
@FunctionalInterface
public interface FetchCoordinator {
    /**
     * Finds what is missing: by asking, or because another process has asked.
     *
     * @param scope whose entitlements are missing here, or are too old
     * @param question what would be asked
     * @return the entitlements; what was asked for is in the cache by then
     */
    CompletionStage<EntitlementSnapshot> fetch(CustomerScope scope, Question question);

    /**
     * Leaves each process to itself.
     *
     * @return asks at once, always
     */
    static FetchCoordinator alone() {
        return (scope, question) -> question.ask(scope);
    }

    /** A question to Stigg that may turn out not to be needed. Thread-safe. */
    interface Question {
        /**
         * Tells whether what another process has left will do.
         *
         * @param found what was found in the shared cache
         * @return whether there is no need to ask
         */
        boolean isAnsweredBy(EntitlementSnapshot found);

        /**
         * Asks Stigg, and keeps the answer in the cache.
         *
         * @param scope whose entitlements: those that are missing, or those of the customer whose resource it is
         * @return the answer
         */
        CompletionStage<EntitlementSnapshot> ask(CustomerScope scope);
    }
}
