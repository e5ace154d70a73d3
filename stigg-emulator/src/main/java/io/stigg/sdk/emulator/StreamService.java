package io.stigg.sdk.emulator;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.util.Optional;

/** What conversations are about: who may have one, where news come from, what executes operations. Thread-safe. */
final class StreamService {
    private final UpdateStream updates;
    private final ExpectedKey key;
    private final Throttle throttle;
    private final StreamFaults faults;
    private final Roots roots;
    private final Recorder recorder;
    private final Live live;

    StreamService(
            UpdateStream updates,
            ExpectedKey key,
            Throttle throttle,
            StreamFaults faults,
            Roots roots,
            Recorder recorder,
            Live live) {
        this.updates = updates;
        this.key = key;
        this.throttle = throttle;
        this.faults = faults;
        this.roots = roots;
        this.recorder = recorder;
        this.live = live;
    }

    Optional<Closing> refusalOf(ClientMessage.Init init) {
        boolean isRight = key.accepts(init.header("X-API-KEY"));
        return faults.refusal().or(() -> isRight ? Optional.empty() : Optional.of(Closing.INVALID_KEY));
    }

    /** What is asked over a socket counts as what is asked over HTTP. */
    Quota quotaOf(ClientMessage.Init init) {
        return throttle.quota(init.header("X-API-KEY"));
    }

    /** Tells those who look on that somebody came, went, or listens to something else. */
    void streamsChanged() {
        live.tell(Live.Topic.LOG);
    }

    Registration updates(UpdateListener listener) {
        return updates.open(listener);
    }

    GraphqlExecution execution() {
        return new GraphqlExecution(
                faults.isWithoutV2() ? SchemaWiring::engineWithoutV2 : SchemaWiring::engine, roots, recorder);
    }
}
