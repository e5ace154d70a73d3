package io.stigg.sdk;

import io.stigg.sdk.event.CacheHit;

/**
 * A listener that is also told of each check that the cache answers. That is an event for nearly every check, so it is
 * told only to who asks for it by implementing this; while nobody does, it costs nothing.
 */
public interface CacheHitListener extends StiggListener {
    /**
     * A check was answered from the cache at once.
     *
     * @param event what was looked for
     */
    void onCacheHit(CacheHit event);
}
