package io.stigg.sdk.emulator;

import org.jspecify.annotations.Nullable;

/** Executes operations by the whole schema, or by what it was in former days. Thread-safe. */
final class Executions {
    private final Roots roots;
    private final StreamFaults faults;
    private final GraphqlExecution whole;
    private @Nullable GraphqlExecution withoutV2;

    Executions(Roots roots, StreamFaults faults) {
        this.roots = roots;
        this.faults = faults;
        whole = new GraphqlExecution(SchemaWiring.engine(roots));
    }

    GraphqlExecution whole() {
        return whole;
    }

    /** What subscriptions are executed by at present. */
    synchronized GraphqlExecution ofSubscriptions() {
        if (!faults.isWithoutV2()) {
            return whole;
        }
        if (withoutV2 == null) {
            withoutV2 = new GraphqlExecution(SchemaWiring.engineWithoutV2(roots.withoutV2()));
        }
        return withoutV2;
    }
}
