package io.stigg.sdk.subscription;

import io.stigg.sdk.wire.ApiName;

/**
 * How a scheduled update stands. Immutable.
 */
public enum ScheduleStatus {
    /** It will be made. */
    @ApiName("Scheduled")
    SCHEDULED,
    /** It will be made when it is paid. */
    @ApiName("PendingPayment")
    PENDING_PAYMENT,
    /** It was made. */
    @ApiName("Done")
    DONE,
    /** It was cancelled. */
    @ApiName("Canceled")
    CANCELED,
    /** It failed. */
    @ApiName("Failed")
    FAILED,
    /** One that this SDK does not know. */
    UNKNOWN
}
