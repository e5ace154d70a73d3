package io.stigg.sdk;

import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Stigg of three customers whose entitlements and usage change all the time, which answers when it likes, tells what
 * changes in any order, and loses its connection; and a client of it.
 */
@DisplayName("A client whose answers and updates overtake each other")
@Timeout(60)
class InterleavingTest extends ClientTest {
    private static final Duration TTL = Duration.ofSeconds(30);
    private static final int STEPS = 60;
    private static final int KINDS_OF_STEPS = 15;
    private static final List<CustomerScope> SCOPES = List.of(ACME, CustomerScope.of("beta"), ACME.resource("site"));

    private final ScriptedStream stream = new ScriptedStream();
    private final List<Customer> customers = SCOPES.stream().map(Customer::new).toList();
    private final List<Question> questions = new ArrayList<>();
    private final List<Update> untold = new ArrayList<>();
    private Random random = new Random();

    /** What holds of one customer, and what held before. */
    private final class Customer {
        final CustomerScope scope;
        final List<EntitlementSnapshot> history = new ArrayList<>();
        double limit = 1;
        double usage;
        Instant limitChanged = clock.now();
        Instant usageChanged = clock.now();

        Customer(CustomerScope scope) {
            this.scope = scope;
            changed();
        }

        void changed() {
            history.add(Facts.snapshot(
                    scope, limitChanged, metered("calls", limit, 0).withUsage(used(usage, usageChanged))));
        }

        EntitlementSnapshot latest() {
            return history.get(history.size() - 1).withFetchedAt(clock.now());
        }

        /** What a place says that lags behind. */
        EntitlementSnapshot recent() {
            int age = Math.min(random.nextInt(3), history.size() - 1);
            return history.get(history.size() - 1 - age).withFetchedAt(clock.now());
        }
    }

    /** Asked by the client, answered by Stigg some time later, and come back some time after that. */
    private final class Question {
        final GetEntitlementsState request;
        final CompletableFuture<EntitlementSnapshot> arrival = new CompletableFuture<>();
        EntitlementSnapshot answer;

        Question(GetEntitlementsState request) {
            this.request = request;
        }

        void proceed() {
            if (answer == null) {
                Customer customer = customer(request.scope());
                answer = request.freshness() == GetEntitlementsState.Freshness.LATEST
                        ? customer.latest()
                        : customer.recent();
            } else {
                questions.remove(this);
                arrival.complete(answer.withFetchedAt(clock.now()));
            }
        }
    }

    @BeforeEach
    void start() {
        updates = stream;
        transport.script = request -> {
            if (request instanceof GetEntitlementsState read) {
                questions.add(new Question(read));
                return questions.get(questions.size() - 1).arrival;
            }
            return CompletableFuture.completedFuture(new SdkConfiguration(false));
        };
        // A check that gives up does so on a thread of its own, whose turn no seed decides.
        configure(Stigg.builder().checkTimeout(Duration.ofHours(1)));
    }

    @ParameterizedTest(name = "beginning with seed {0}")
    @ValueSource(longs = {1, 1001, 2001, 3001})
    @DisplayName("knows the newest state as soon as all has arrived, in whatever order")
    void newestWins(long firstSeed) {
        clock.advance(TTL);
        for (long seed = firstSeed; seed < firstSeed + 500; seed++) {
            random = new Random(seed);

            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMillis(random.nextInt(3)));
                step(any(customers), random.nextInt(KINDS_OF_STEPS));
            }
            everythingArrives();

            assertKnown(seed);
        }
    }

    @ParameterizedTest(name = "beginning with seed {0}")
    @ValueSource(longs = {1, 1001, 2001, 3001})
    @DisplayName("knows the newest state within the TTL, also when the stream breaks off and Stigg lags all the time")
    void newestWinsAfterLosses(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 500; seed++) {
            random = new Random(seed);

            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMillis(random.nextInt(3)));
                if (random.nextInt(KINDS_OF_STEPS) > 0) {
                    step(any(customers), random.nextInt(KINDS_OF_STEPS));
                } else {
                    lossOrPublication();
                }
            }
            everythingArrives();
            timePasses();

            assertKnown(seed);
        }
    }

    private void step(Customer customer, int kind) {
        switch (kind) {
            case 0, 1 -> changeLimit(customer);
            case 2, 3 -> changeUsage(customer);
            case 4, 5 -> stigg.async().getMeteredEntitlement(query(customer.scope));
            case 6, 7 -> stigg.async().reloadEntitlements(customer.scope);
            case 8, 9, 10 -> tellAny();
            case 11, 12, 13 -> answerAny();
            default -> happened(new EntitlementsInvalidated(customer.scope));
        }
    }

    private void lossOrPublication() {
        if (random.nextBoolean()) {
            happened(new PackagePublished("plan-pro", "Plan", 2, Migration.ALL_CUSTOMERS));
        } else if (stream.listening.isEmpty()) {
            clock.advance(Duration.ofMillis(500));
        } else {
            stream.end(DOWN);
            untold.clear();
        }
    }

    private void happened(Update update) {
        if (!stream.listening.isEmpty()) {
            untold.add(update);
        }
    }

    private void changeLimit(Customer customer) {
        clock.advance(Duration.ofMillis(1));
        customer.limit++;
        customer.limitChanged = clock.now();
        customer.changed();
        untold.add(random.nextInt(5) > 0 ? customer.latest() : new EntitlementsInvalidated(customer.scope));
    }

    private void changeUsage(Customer customer) {
        clock.advance(Duration.ofMillis(1));
        customer.usage++;
        customer.usageChanged = clock.now();
        customer.changed();
        happened(new UsageReading(
                customer.scope, EntitlementRef.feature("calls"), used(customer.usage, customer.usageChanged)));
    }

    private void tellAny() {
        if (!untold.isEmpty() && !stream.listening.isEmpty()) {
            stream.tell(untold.remove(random.nextInt(untold.size())));
        }
    }

    private void answerAny() {
        if (!questions.isEmpty()) {
            any(questions).proceed();
        }
    }

    /** Nothing changes any more; all that is under way arrives, still in any order. */
    private void everythingArrives() {
        while (stream.listening.isEmpty()) {
            clock.advance(Duration.ofSeconds(1));
        }
        while (!untold.isEmpty() || !questions.isEmpty()) {
            if (random.nextBoolean()) {
                tellAny();
            } else {
                answerAny();
            }
        }
    }

    private void timePasses() {
        customers.forEach(customer ->
                customer.history.subList(0, customer.history.size() - 1).clear());
        for (long second = 0; second < TTL.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            customers.forEach(customer -> stigg.async().getMeteredEntitlement(query(customer.scope)));
            while (!questions.isEmpty()) {
                answerAny();
            }
        }
    }

    private void assertKnown(long seed) {
        for (Customer customer : customers) {
            String described = customer.scope + ", seed " + seed;
            CompletableFuture<MeteredEntitlement> answer = stigg.async().getMeteredEntitlement(query(customer.scope));
            while (!questions.isEmpty()) {
                answerAny();
            }
            assertThat(answer).as(described).isCompleted();
            MeteredEntitlement known = answer.join();
            assertThat(known.usageLimit()).as(described).hasValue(customer.limit);
            assertThat(known.currentUsage()).as(described).isEqualTo(customer.usage);
            assertThat(known.basis()).as(described).isEqualTo(AnswerBasis.FRESH);
        }
    }

    private Customer customer(CustomerScope scope) {
        return customers.stream()
                .filter(customer -> customer.scope.equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static MeteredQuery query(CustomerScope scope) {
        MeteredQuery query = MeteredQuery.of(scope.customerId(), "calls");
        return scope.resourceId().isPresent()
                ? query.forResource(scope.resourceId().get())
                : query;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
