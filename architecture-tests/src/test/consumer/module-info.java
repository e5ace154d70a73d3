/** An application that is a module, and takes each module of the SDK by its name. */
module com.example.consumer {
    requires io.stigg.sdk;
    requires io.stigg.sdk.http;
    requires io.stigg.sdk.memory;
    requires io.stigg.sdk.offline;
    requires io.stigg.sdk.redis;
    requires io.stigg.sdk.testkit;
}
