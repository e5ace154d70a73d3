package io.stigg.sdk.port;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import java.util.List;

/**
 * Remembers what Stigg said.
 *
 * <p>A cache does not judge freshness: it returns what it holds, however old, and the core decides. It may forget
 * anything at any time to keep within its bounds.
 *
 * <p>Threading: every method is called from any thread and never blocks on I/O. {@link #find} is on the path of every
 * check: a cache in this process answers without a lock, a system call or an allocation.
 *
 * <p>Atomicity: {@link #store}, {@link #storeIfHeld} and {@link #applyUsage} combine with what is held by the rules of
 * {@link EntitlementSnapshot#mergedWith} and {@link EntitlementSnapshot#withUsage}, atomically for each scope, so that
 * the newest wins whatever the order of calls.
 *
 * <p>Failure: no method throws. A cache that cannot be reached finds nothing and stores nothing.
 */
public interface EntitlementCache extends AutoCloseable {
    /**
     * Looks up what is held.
     *
     * @param scope whose entitlements
     * @return what is held, or that there is nothing, or that it takes a moment
     */
    CacheLookup find(CustomerScope scope);

    /**
     * Looks up what is held in this process, and asks nobody else. The core looks here first at every check, and
     * wherever it must not wait; {@link #find} is for when that was not enough.
     *
     * @param scope whose entitlements
     * @return what is held here, or that there is nothing here; never pending. What {@link #find} returns, unless a remote
     *     cache says otherwise
     */
    default CacheLookup findNear(CustomerScope scope) {
        return find(scope);
    }

    /**
     * Keeps a snapshot, merged with what is held of its scope.
     *
     * @param snapshot the snapshot
     */
    void store(EntitlementSnapshot snapshot);

    /**
     * Keeps a snapshot as {@link #store} does if its scope is held. Nothing happens when it is not.
     *
     * @param snapshot the snapshot
     */
    void storeIfHeld(EntitlementSnapshot snapshot);

    /**
     * Applies news of usage to what is held. Nothing happens when its scope is not held.
     *
     * @param reading the news
     */
    void applyUsage(UsageReading reading);

    /**
     * Forgets what is held. A customer's resources depend on the customer, so they are forgotten with it, and a cache may
     * hold them only as long as it holds the customer; a resource is forgotten alone.
     *
     * @param scope whose entitlements
     */
    void evict(CustomerScope scope);

    /** Forgets everything. */
    void clear();

    /**
     * Lists what is held in this process, for {@link io.stigg.sdk.Stigg#exportEntitlements}. What only a remote cache holds is
     * not listed.
     *
     * @return what {@link #findNear} finds, in no particular order
     */
    List<EntitlementSnapshot> heldNear();

    /** Releases what the adapter made. Never throws; a closed cache finds nothing and stores nothing. */
    @Override
    void close();
}
