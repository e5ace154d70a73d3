package io.stigg.sdk.testkit;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.backend.ChangeListener;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers with what a test has stated, whoever the customer is, and counts usage that is reported of it. Thread-safe;
 * changes are told without the lock.
 */
final class StatedEntitlements implements Server {
    private final SdkClock clock;
    private final ChangeListener listener;
    private final Map<EntitlementRef, EntitlementFact> facts = new LinkedHashMap<>();
    /** What reports have made of it; of everybody else it is as stated. */
    private final Map<EntitlementRef, Map<CustomerScope, Double>> used = new HashMap<>();

    private final Set<CustomerScope> asked = new LinkedHashSet<>();
    private final Map<ReportKey, ReportUsage> reports = new LinkedHashMap<>();
    private final Set<UsageEvent> events = new LinkedHashSet<>();

    /**
     * Makes a server that grants nothing.
     *
     * @param clock dates what it says
     * @param listener is told what changes
     */
    StatedEntitlements(SdkClock clock, ChangeListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** States something and what everybody has used of it, whatever has been reported. */
    void state(EntitlementFact fact) {
        change(() -> {
            used.remove(fact.ref());
            facts.put(fact.ref(), fact);
        });
    }

    /** States something of what there is, or is not. What has been reported of it counts on. */
    void restate(EntitlementRef ref, Function<@Nullable EntitlementFact, EntitlementFact> statement) {
        change(() -> facts.compute(ref, (same, known) -> statement.apply(known)));
    }

    private void change(Runnable statement) {
        synchronized (this) {
            statement.run();
            asked.forEach(scope -> listener.note(snapshot(scope, clock.now())));
        }
        listener.deliver();
    }

    @Override
    @SuppressWarnings("unchecked") // each request is answered with what its class says
    public <R> R answer(StiggRequest<R> request, Instant fetchedAt) {
        Object answer;
        synchronized (this) {
            answer = answerTo(request, fetchedAt);
        }
        listener.deliver();
        return (R) answer;
    }

    private Object answerTo(StiggRequest<?> request, Instant fetchedAt) {
        if (request instanceof GetEntitlementsState question) {
            asked.add(question.scope());
            return snapshot(question.scope(), fetchedAt);
        } else if (request instanceof ReportUsage report) {
            return accept(report);
        } else if (request instanceof ReportUsageBulk bulk) {
            return bulk.usages().stream().map(this::accept).toList();
        } else if (request instanceof ReportEvent report) {
            events.addAll(report.events());
            return Optional.empty();
        } else if (request instanceof GetSdkConfiguration) {
            return new SdkConfiguration(false);
        }
        throw unsupported(request.getClass().getSimpleName());
    }

    private static StiggApiException unsupported(String operation) {
        ApiError error = new ApiError(
                "FakeEntitlements answers checks and takes usage, and does nothing else; use StiggBackend instead",
                Optional.of(ErrorCode.UNSUPPORTED_PARAMETER.wireName()),
                Optional.empty(),
                Map.of());
        return StiggApiException.of(operation, 0, List.of(error));
    }

    private EntitlementSnapshot snapshot(CustomerScope scope, Instant fetchedAt) {
        List<EntitlementFact> own =
                facts.values().stream().map(fact -> of(scope, fact)).toList();
        return new EntitlementSnapshot(scope, own, Optional.empty(), Optional.of(clock.now()), fetchedAt);
    }

    private EntitlementFact of(CustomerScope scope, EntitlementFact fact) {
        double usage = used.getOrDefault(fact.ref(), Map.of())
                .getOrDefault(scope, fact.usage().currentUsage());
        return fact.withUsage(counted(usage));
    }

    private Usage counted(double usage) {
        return new Usage(usage, UsagePeriod.none(), Optional.of(clock.now()));
    }

    private UsageAck accept(ReportUsage report) {
        EntitlementRef ref = EntitlementRef.feature(report.featureId());
        if (reports.putIfAbsent(ReportKey.of(report), report) == null && facts.containsKey(ref)) {
            count(report, ref);
        }
        return new UsageAck(
                "measurement-" + report.idempotencyKey(),
                report.scope(),
                report.featureId(),
                usage(report.scope(), ref),
                UsagePeriod.none(),
                Optional.of(clock.now()),
                Optional.empty());
    }

    private void count(ReportUsage report, EntitlementRef ref) {
        double before = usage(report.scope(), ref).orElse(0);
        double after = report.updateBehavior() == UpdateBehavior.SET ? report.value() : before + report.value();
        double usage = Math.max(0, after);
        used.computeIfAbsent(ref, known -> new HashMap<>()).put(report.scope(), usage);
        listener.note(new UsageReading(report.scope(), ref, counted(usage)));
    }

    private OptionalDouble usage(CustomerScope scope, EntitlementRef ref) {
        EntitlementFact fact = facts.get(ref);
        return fact == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(of(scope, fact).usage().currentUsage());
    }

    synchronized void published(UsageEvent event) {
        events.add(event);
    }

    synchronized List<ReportUsage> reports() {
        return List.copyOf(reports.values());
    }

    synchronized List<UsageEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized String toString() {
        return facts.keySet().toString();
    }

    /** Two reports with the same are one. */
    private record ReportKey(String customerId, String idempotencyKey) {
        static ReportKey of(ReportUsage report) {
            return new ReportKey(report.scope().customerId(), report.idempotencyKey());
        }
    }
}
