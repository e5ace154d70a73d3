/**
 * Where published events are kept until Stigg has them: {@link io.stigg.sdk.outbox.MemoryOutbox} and
 * {@link io.stigg.sdk.outbox.FileOutbox} for applications, {@link io.stigg.sdk.outbox.EventOutbox} for those who write another.
 */
@NullMarked
package io.stigg.sdk.outbox;

import org.jspecify.annotations.NullMarked;
