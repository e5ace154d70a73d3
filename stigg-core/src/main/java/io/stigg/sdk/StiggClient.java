package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Catalog;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.Credits;
import io.stigg.sdk.customer.Customers;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.internal.Await;
import io.stigg.sdk.internal.CacheWriter;
import io.stigg.sdk.internal.CheckKinds;
import io.stigg.sdk.internal.CheckSettings;
import io.stigg.sdk.internal.EntitlementChecks;
import io.stigg.sdk.internal.EntitlementReader;
import io.stigg.sdk.internal.FormerKnowledge;
import io.stigg.sdk.internal.LateAnswers;
import io.stigg.sdk.internal.Listeners;
import io.stigg.sdk.internal.LiveUpdates;
import io.stigg.sdk.internal.Polling;
import io.stigg.sdk.internal.ReadinessProbe;
import io.stigg.sdk.internal.RequestSender;
import io.stigg.sdk.internal.StatusTracker;
import io.stigg.sdk.internal.Trust;
import io.stigg.sdk.internal.UpdateHandler;
import io.stigg.sdk.internal.UpdateSettings;
import io.stigg.sdk.internal.delivery.OutboxPublisher;
import io.stigg.sdk.internal.delivery.Reporting;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.EntitlementArchive;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.promotion.Promotions;
import io.stigg.sdk.subscription.Subscriptions;
import io.stigg.sdk.usage.Metering;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.UsageRequest;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The client: wires the core to its adapters, and gives each question to the part that answers it. */
final class StiggClient implements Stigg {
    private static final Duration DELIVERY_AT_THE_END = Duration.ofSeconds(3);

    private final AdapterSet adapters;
    private final Listeners listeners;
    private final StatusTracker status;
    private final RequestSender sender;
    private final EntitlementReader reader;
    private final EntitlementChecks checks;
    private final LiveUpdates updates;
    private final Reporting reporting;
    private final EventPublisher publisher;
    private final LateAnswers late = new LateAnswers();
    private final AsyncStigg async = new AsyncView();
    private final Metering metering = new MeteringView();

    StiggClient(
            AdapterSet adapters,
            Fallbacks fallbacks,
            Overrides overrides,
            FormerKnowledge former,
            CheckSettings settings,
            UpdateSettings updateSettings,
            EventOutbox outbox,
            PublisherOptions publisherOptions,
            List<StiggListener> firstListeners) {
        this.adapters = adapters;
        listeners = new Listeners(firstListeners);
        status = new StatusTracker(adapters.clock(), listeners);
        var trust = new Trust(adapters.clock(), settings);
        var writer =
                new CacheWriter(adapters.cache(), former, trust, adapters.clock(), settings, updateSettings.keepsAll());
        sender = new RequestSender(adapters.transport(), writer, adapters.clock(), status);
        reader = new EntitlementReader(
                adapters.cache(),
                former,
                adapters.fetches(),
                sender,
                status,
                adapters.clock(),
                listeners,
                trust,
                settings);
        checks = new EntitlementChecks(
                reader, listeners, status, adapters.clock(), fallbacks, settings.checkTimeout(), late);
        checks.setOverrides(overrides);
        updates = new LiveUpdates(
                updateSettings.isOn() ? adapters.updates() : UpdateStream.none(),
                new UpdateHandler(writer, trust, reader, checks, listeners),
                trust,
                status,
                new Polling(adapters.clock(), writer, reader, settings),
                adapters.clock());
        reporting = new Reporting(sender, adapters.clock());
        publisher = new OutboxPublisher(outbox, publisherOptions, sender::send, adapters.clock());
        var probe = new ReadinessProbe(sender, status, adapters.clock());
        status.whenInDoubt(probe::start);
        updates.start();
        probe.start();
    }

    @Override
    public BooleanEntitlement getBooleanEntitlement(BooleanQuery query) {
        return checks.answer(query, CheckKinds.BOOLEAN);
    }

    @Override
    public NumericEntitlement getNumericEntitlement(NumericQuery query) {
        return checks.answer(query, CheckKinds.NUMERIC);
    }

    @Override
    public MeteredEntitlement getMeteredEntitlement(MeteredQuery query) {
        return checks.answer(query, CheckKinds.METERED);
    }

    @Override
    public EnumEntitlement getEnumEntitlement(EnumQuery query) {
        return checks.answer(query, CheckKinds.ENUM);
    }

    @Override
    public CreditEntitlement getCreditEntitlement(CreditQuery query) {
        return checks.answer(query, CheckKinds.CREDIT);
    }

    @Override
    public Entitlement getEntitlement(EntitlementQuery query) {
        return checks.answer(query, CheckKinds.of(query));
    }

    @Override
    public EntitlementsState getEntitlementsState(CustomerScope scope) {
        return checks.state(requireNonNull(scope, "scope"));
    }

    @Override
    public EntitlementsState reloadEntitlements(CustomerScope scope) {
        return Await.answer(async.reloadEntitlements(scope));
    }

    @Override
    public UsageAck reportUsage(ReportUsage report) {
        return send(report);
    }

    @Override
    public List<UsageAck> reportUsageBulk(Collection<ReportUsage> reports) {
        return Await.answer(async.reportUsageBulk(reports));
    }

    @Override
    public void reportEvent(Collection<UsageEvent> events) {
        Await.answer(async.reportEvent(events));
    }

    @Override
    public CreditConsumption consumeCredits(ConsumeCredits consumption) {
        return send(consumption);
    }

    @Override
    public void consumeCreditsAsync(Collection<ConsumeCredits> consumptions) {
        Await.answer(async.consumeCreditsAsync(consumptions));
    }

    @Override
    public Customers customers() {
        return this::send;
    }

    @Override
    public Subscriptions subscriptions() {
        return this::send;
    }

    @Override
    public Catalog catalog() {
        return this::send;
    }

    @Override
    public Paywall getPaywall(GetPaywall request) {
        return send(request);
    }

    @Override
    public Promotions promotions() {
        return this::send;
    }

    @Override
    public Credits credits() {
        return this::send;
    }

    @Override
    public Metering usage() {
        return metering;
    }

    private <R> R send(StiggRequest<R> request) {
        return Await.answer(sendAsync(request));
    }

    @Override
    public AsyncStigg async() {
        return async;
    }

    @Override
    public <R> CompletableFuture<R> sendAsync(StiggRequest<R> request) {
        return sender.send(requireNonNull(request, "request"));
    }

    @Override
    public Overrides overrides() {
        return checks.overrides();
    }

    @Override
    public void setOverrides(Overrides overrides) {
        checks.setOverrides(requireNonNull(overrides, "overrides"));
    }

    @Override
    public void exportEntitlements(EntitlementArchive archive) {
        requireNonNull(archive, "archive");
        if (status().state() == StiggStatus.State.CLOSED) {
            throw new IllegalStateException("the client is closed");
        }
        archive.write(reader.export());
    }

    @Override
    public StiggStatus status() {
        return status.status();
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative: " + timeout);
        }
        return status.awaitReady(timeout);
    }

    @Override
    public Registration addListener(StiggListener listener) {
        return listeners.add(requireNonNull(listener, "listener"));
    }

    @Override
    public void close() {
        publisher.close(DELIVERY_AT_THE_END);
        if (status.close()) {
            updates.close();
            adapters.transport().close();
            adapters.cache().close();
            adapters.clock().close();
            late.close();
            listeners.close();
        }
    }

    @Override
    public String toString() {
        return "Stigg[" + status().state() + ", " + adapters.transport() + ", " + adapters.cache() + "]";
    }

    private final class AsyncView implements AsyncStigg {
        @Override
        public CompletableFuture<BooleanEntitlement> getBooleanEntitlement(BooleanQuery query) {
            return checks.answerAsync(query, CheckKinds.BOOLEAN);
        }

        @Override
        public CompletableFuture<NumericEntitlement> getNumericEntitlement(NumericQuery query) {
            return checks.answerAsync(query, CheckKinds.NUMERIC);
        }

        @Override
        public CompletableFuture<MeteredEntitlement> getMeteredEntitlement(MeteredQuery query) {
            return checks.answerAsync(query, CheckKinds.METERED);
        }

        @Override
        public CompletableFuture<EnumEntitlement> getEnumEntitlement(EnumQuery query) {
            return checks.answerAsync(query, CheckKinds.ENUM);
        }

        @Override
        public CompletableFuture<CreditEntitlement> getCreditEntitlement(CreditQuery query) {
            return checks.answerAsync(query, CheckKinds.CREDIT);
        }

        @Override
        public CompletableFuture<Entitlement> getEntitlement(EntitlementQuery query) {
            return checks.answerAsync(query, CheckKinds.of(query));
        }

        @Override
        public CompletableFuture<EntitlementsState> getEntitlementsState(CustomerScope scope) {
            return checks.stateAsync(requireNonNull(scope, "scope"));
        }

        @Override
        public CompletableFuture<EntitlementsState> reloadEntitlements(CustomerScope scope) {
            return sendAsync(new GetEntitlementsState(scope, Freshness.LATEST))
                    .thenApply(checks::state)
                    .exceptionallyCompose(failure -> RequestSender.cause(failure) instanceof StiggOfflineException
                            // Nothing is newer than what is known.
                            ? getEntitlementsState(scope)
                            : CompletableFuture.failedFuture(failure));
        }

        @Override
        public CompletableFuture<UsageAck> reportUsage(ReportUsage report) {
            return sendAsync(report);
        }

        @Override
        public CompletableFuture<List<UsageAck>> reportUsageBulk(Collection<ReportUsage> reports) {
            return reporting.usage(reports);
        }

        @Override
        public CompletableFuture<Void> reportEvent(Collection<UsageEvent> events) {
            return reporting.events(events);
        }

        @Override
        public CompletableFuture<CreditConsumption> consumeCredits(ConsumeCredits consumption) {
            return sendAsync(consumption);
        }

        @Override
        public CompletableFuture<Void> consumeCreditsAsync(Collection<ConsumeCredits> consumptions) {
            return reporting.consumptions(consumptions);
        }
    }

    private final class MeteringView implements Metering {
        @Override
        public <R> R send(UsageRequest<R> request) {
            return StiggClient.this.send(request);
        }

        @Override
        public EventPublisher publisher() {
            return publisher;
        }
    }
}
