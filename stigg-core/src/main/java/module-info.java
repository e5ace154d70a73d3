/** The core of the Stigg SDK: the public API, the domain and the ports. Needs the JDK alone. */
@SuppressWarnings("module") // The modules that internals are shared with are compiled after this one.
module io.stigg.sdk {
    requires static transitive org.jspecify;

    exports io.stigg.sdk;
    exports io.stigg.sdk.billing;
    exports io.stigg.sdk.bulk;
    exports io.stigg.sdk.catalog;
    exports io.stigg.sdk.credit;
    exports io.stigg.sdk.customer;
    exports io.stigg.sdk.entitlement;
    exports io.stigg.sdk.error;
    exports io.stigg.sdk.event;
    exports io.stigg.sdk.fact;
    exports io.stigg.sdk.outbox;
    exports io.stigg.sdk.paywall;
    exports io.stigg.sdk.port;
    exports io.stigg.sdk.promotion;
    exports io.stigg.sdk.subscription;
    exports io.stigg.sdk.usage;
    exports io.stigg.sdk.usage.publisher;
    exports io.stigg.sdk.wire;
    exports io.stigg.sdk.argument to
            io.stigg.sdk.testkit;
    exports io.stigg.sdk.thread to
            io.stigg.sdk.redis;
}
