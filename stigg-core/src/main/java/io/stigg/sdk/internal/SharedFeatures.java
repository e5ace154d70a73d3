package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers with the same features have in common: where a feature stands among them, and the answers of boolean
 * checks. Immutable.
 *
 * <p>That sharing is what makes checks of many customers quick. What is shared stays in the processor's cache, while
 * every object of a customer's own that a check has to read is waited for.
 */
final class SharedFeatures {
    // A hash table of ids, in open addressing.
    private final @Nullable String[] ids;
    private final int[] positions;
    private final BooleanEntitlement[] freshBooleans;

    /** Indexes features by their boolean answers; of two for the same feature the first counts. */
    SharedFeatures(List<BooleanEntitlement> answers) {
        freshBooleans = answers.toArray(BooleanEntitlement[]::new);
        // At least as many gaps as ids keep the searches short.
        int slots = Integer.highestOneBit(Math.max(1, freshBooleans.length)) * 4;
        ids = new String[slots];
        positions = new int[slots];
        for (int position = 0; position < freshBooleans.length; position++) {
            String id = freshBooleans[position].featureId();
            int slot = slotOf(id);
            if (ids[slot] == null) {
                // Interned, as the constants of a program are: they are then found without comparing characters.
                ids[slot] = id.intern();
                positions[slot] = position;
            }
        }
    }

    /** Returns the position of a feature, or -1 if it is not among them. */
    int find(String featureId) {
        int slot = slotOf(featureId);
        return ids[slot] == null ? -1 : positions[slot];
    }

    BooleanEntitlement freshBoolean(int position) {
        return freshBooleans[position];
    }

    private int slotOf(String id) {
        int hash = id.hashCode();
        int mask = ids.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        for (String there = ids[slot]; there != null && !there.equals(id); there = ids[slot]) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
