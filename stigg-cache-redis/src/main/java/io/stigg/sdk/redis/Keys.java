package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementRef;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What everything is called in Redis. Immutable.
 *
 * <p>Source: keys, locks and channels are those of the Node server SDK 4.55 and of Stigg's persistent-cache-service. In
 * the tagged layout, which only this SDK knows, customer ids stand in braces, so that a cluster keeps all that belongs to
 * a customer in one slot.
 *
 * <p>Node writes ids as they are, so that some could be taken for others: a customer {@code a:r_b} for the resource
 * {@code b} of {@code a}. Such ids are escaped here, and not shared with Node.
 */
final class Keys {
    private static final String REFETCH = "refetchEntityEntitlementsAfterCacheMiss";
    private static final Pattern MISTAKABLE = Pattern.compile(":[rf]_|:credit_|:metadata|#timestamp|%(?:25|3A|23|uD)");
    /** Half a character, which would be written as a question mark: then whoever has such an id would be somebody else. */
    private static final Pattern HALF = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private static final Pattern BRACED = Pattern.compile("[{}]|%7[BD]");

    private final String prefix;
    private final boolean tagged;

    Keys(String prefix, boolean tagged) {
        this.prefix = prefix;
        this.tagged = tagged;
    }

    /** Whether all keys of a customer are in one slot of a cluster. */
    boolean areTagged() {
        return tagged;
    }

    String entitlements(CustomerScope scope) {
        String customer = prefix + ":c_" + customer(scope);
        return scope.resourceId().map(id -> customer + ":r_" + escaped(id)).orElse(customer);
    }

    String metadata(CustomerScope scope) {
        return entitlements(scope) + ":metadata";
    }

    String usage(CustomerScope scope, EntitlementRef ref) {
        String kind = ref.type() == EntitlementRef.Type.FEATURE ? ":f_" : ":credit_";
        return entitlements(scope) + kind + escaped(ref.id());
    }

    static String timestamp(String key) {
        return key + "#timestamp";
    }

    String writeLock(CustomerScope scope) {
        return prefix + "-" + plain(scope);
    }

    String fetchLock(CustomerScope scope) {
        return prefix + ":" + REFETCH + "-" + plain(scope);
    }

    String fetchChannel(CustomerScope scope) {
        return prefix + ":" + REFETCH + ":" + plain(scope);
    }

    /** The lock of the one process that follows Stigg for all; for this SDK only. */
    String leaderLock() {
        return prefix + ":java:leader";
    }

    /** Says how far what is kept here has been kept up to date; for this SDK only. */
    String followed() {
        return prefix + ":java:followed";
    }

    String updatesChannel() {
        return prefix + ":java:updates";
    }

    String evictionsChannel() {
        return prefix + ":java:evictions";
    }

    /** Matches everything that is kept of customers. */
    String everything() {
        return prefix.replaceAll("([\\\\*?\\[\\]])", "\\\\$1") + ":c_*";
    }

    private String plain(CustomerScope scope) {
        String customer = tagged ? customer(scope) : whole(scope.customerId());
        return scope.resourceId().map(id -> customer + ":" + whole(id)).orElse(customer);
    }

    private String customer(CustomerScope scope) {
        return tagged ? "{" + taggable(scope.customerId()) + "}" : escaped(scope.customerId());
    }

    /** A tag ends at the first brace. */
    private static String taggable(String id) {
        return BRACED.matcher(id).find()
                ? whole(id.replace("%", "%25")
                        .replace(":", "%3A")
                        .replace("#", "%23")
                        .replace("{", "%7B")
                        .replace("}", "%7D"))
                : escaped(id);
    }

    private static String escaped(String id) {
        return whole(
                MISTAKABLE.matcher(id).find()
                        ? id.replace("%", "%25").replace(":", "%3A").replace("#", "%23")
                        : id);
    }

    private static String whole(String id) {
        return HALF.matcher(id)
                .replaceAll(half ->
                        "%u" + Integer.toHexString(half.group().charAt(0)).toUpperCase(Locale.ROOT));
    }
}
