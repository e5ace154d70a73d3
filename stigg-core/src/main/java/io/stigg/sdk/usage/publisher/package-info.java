/**
 * Events on their way to Stigg: {@link io.stigg.sdk.usage.publisher.EventPublisher} and what is set and told about it. For
 * applications.
 */
@NullMarked
package io.stigg.sdk.usage.publisher;

import org.jspecify.annotations.NullMarked;
