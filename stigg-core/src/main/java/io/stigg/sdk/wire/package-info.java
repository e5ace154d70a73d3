/**
 * What Stigg's API calls the requests and models, where that differs. For those who write transports.
 */
@NullMarked
package io.stigg.sdk.wire;

import org.jspecify.annotations.NullMarked;
