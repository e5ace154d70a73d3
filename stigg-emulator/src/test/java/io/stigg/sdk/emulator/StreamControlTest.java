package io.stigg.sdk.emulator;

import static io.stigg.sdk.emulator.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control of the emulator's sockets")
@Timeout(30)
class StreamControlTest {
    private static final String USAGE = "subscription { usageUpdatedV2 { usage { currentUsage } } }";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final StreamControl streams = emulator.streams();
    private final RawClient http = new RawClient(emulator.uri(), "key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private RawSocket connect() {
        return RawSocket.connect(emulator.uri());
    }

    private RawSocket open() {
        return RawSocket.open(emulator.uri(), "key");
    }

    private void provision() {
        backend.connect()
                .send(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")))
                .toCompletableFuture()
                .join();
    }

    private void use(double usage) {
        backend.setUsage(new CustomerScope("cust-1", Optional.empty()), "feature-seats", usage);
    }

    private static String used(int usage) {
        return "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"usageUpdatedV2\":{\"usage\":{\"currentUsage\":"
                + usage + "}}}}}";
    }

    @Nested
    @DisplayName("from within the process")
    class Programmatic {
        @Test
        @DisplayName("cuts every socket, and takes new ones")
        void drop() {
            try (RawSocket one = open();
                    RawSocket other = connect()) {
                soon().until(() -> streams.open() == 2);

                streams.drop();

                assertThat(one.end()).isEqualTo(RawSocket.CUT);
                assertThat(other.end()).isEqualTo(RawSocket.CUT);
                soon().until(() -> streams.open() == 0);
                open().close();
                assertThat(streams.opened()).isEqualTo(3);
            }
        }

        @ParameterizedTest
        @CsvSource({"1000,bye", "1012,''", "1013,try again", "4429,ThrottlerException: Too Many Requests", "3000,ö"})
        @DisplayName("closes every socket with any code")
        void closeWith(int code, String reason) {
            try (RawSocket socket = open()) {
                streams.close(code, reason);

                assertThat(socket.end()).isEqualTo(code + " " + reason);
                soon().until(() -> streams.open() == 0);
            }
        }

        @Test
        @DisplayName("refuses what no close frame can carry")
        void wrongClosing() {
            assertThatThrownBy(() -> streams.close(1006, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("code must be one of a close frame, such as 1012 or 4429, not 1006");
            assertThatThrownBy(() -> streams.refuse(4000, "x".repeat(124)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reason must not exceed 123 bytes");
            assertThatThrownBy(() -> streams.delay(Duration.ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("delay must be from zero to a day, not PT-0.001S");
            assertThatThrownBy(() -> streams.delay(Duration.ofSeconds(Long.MAX_VALUE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("delay must be from zero to a day, not PT");
        }

        @Test
        @DisplayName("sends garbage over every socket, which stays open")
        void sendText() {
            try (RawSocket socket = open()) {
                streams.sendText("{\"garbage");

                assertThat(socket.next()).isEqualTo("{\"garbage");
                socket.sync();
            }
        }

        @Test
        @DisplayName("delays what is told and answered")
        void delay() {
            provision();
            try (RawSocket socket = open().subscribe("1", USAGE).sync()) {
                streams.delay(Duration.ofMillis(100));
                long start = System.nanoTime();
                use(1);

                assertThat(socket.next()).isEqualTo(used(1));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
                socket.sync();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            }
        }

        @Test
        @DisplayName("keeps the order when the delay ends")
        void delayEnds() {
            try (RawSocket socket = open()) {
                streams.delay(Duration.ofMillis(50));
                streams.sendText("first");
                streams.delay(Duration.ZERO);
                streams.sendText("second");

                assertThat(List.of(socket.next(), socket.next())).containsExactly("first", "second");
                socket.sync();
            }
        }

        @Test
        @DisplayName("sends at once what was delayed, when it behaves")
        void delayIsForgiven() {
            try (RawSocket socket = open()) {
                streams.delay(Duration.ofHours(1));
                streams.sendText("late");

                streams.behave();

                assertThat(socket.next()).isEqualTo("late");
                socket.sync();
            }
        }

        @Test
        @DisplayName("sends what waits as late as the present delay wants it, be it shorter than before")
        void delayChanges() {
            try (RawSocket socket = open()) {
                streams.delay(Duration.ofHours(1));
                streams.sendText("late");

                streams.delay(Duration.ofMillis(20));

                assertThat(socket.next()).isEqualTo("late");
            }
        }

        @Test
        @DisplayName("silences every socket, open and new, and has them hear later what they missed")
        void silence() {
            provision();
            try (RawSocket socket = open().subscribe("1", USAGE).sync()) {
                streams.goSilent();
                use(1);
                socket.send("{\"type\":\"ping\"}");
                try (RawSocket late = connect().init("key")) {
                    // What is handled after the ping is handled in the order of this socket; the late one has a stream
                    // then.
                    soon().until(() -> backend.streamCount() == 2);
                    assertThat(socket.hasNothingMore()).isTrue();
                    assertThat(late.hasNothingMore()).isTrue();

                    streams.behave();

                    assertThat(List.of(socket.next(), socket.next())).containsExactly(used(1), "{\"type\":\"pong\"}");
                    late.expectAck();
                }
            }
        }

        @Test
        @DisplayName("cuts and closes sockets that were silenced")
        void endsSilent() {
            try (RawSocket dropped = open()) {
                streams.goSilent();
                streams.drop();
                assertThat(dropped.end()).isEqualTo(RawSocket.CUT);
            }
            try (RawSocket closed = connect()) {
                soon().until(() -> streams.open() == 1);
                streams.close(1012, "restart");
                assertThat(closed.end()).isEqualTo("1012 restart");
            }
        }

        @Test
        @DisplayName("does not even answer a close while silent, until it behaves")
        void silentClose() {
            try (RawSocket socket = open()) {
                streams.goSilent();
                socket.sendClose(1000, "done");
                soon().until(() -> backend.streamCount() == 0);
                assertThat(socket.hasNothingMore()).isTrue();
                assertThat(streams.open()).isEqualTo(1);

                streams.behave();

                assertThat(socket.end()).startsWith("1000 ");
                soon().until(() -> streams.open() == 0);
            }
        }

        @Test
        @DisplayName("refuses new sockets once they have introduced themselves, and leaves others")
        void refuse() {
            try (RawSocket before = open()) {
                streams.refuse(4429, "ThrottlerException: Too Many Requests");
                try (RawSocket after = connect().init("key")) {
                    assertThat(after.end()).isEqualTo("4429 ThrottlerException: Too Many Requests");
                }
                before.sync();

                streams.behave();

                open().close();
            }
        }

        @Test
        @DisplayName("takes the newer subscriptions away and gives them back")
        void withoutV2() {
            streams.withoutV2();
            try (RawSocket socket = open()) {
                assertThat(socket.subscribe("1", USAGE).next())
                        .startsWith("{\"id\":\"1\",\"type\":\"error\"")
                        .contains("usageUpdatedV2", "BadUserInput");
                assertThat(socket.subscribe("2", "subscription { entitlementsUpdatedV2 { customerId } }")
                                .next())
                        .startsWith("{\"id\":\"2\",\"type\":\"error\"");
                socket.subscribe("3", "subscription { usageUpdated { usage { currentUsage } } }")
                        .sync();
                assertThat(socket.subscribe("4", "{ sdkConfiguration { showWatermark } }")
                                .next())
                        .contains("\"next\"");
                assertThat(socket.next()).contains("\"complete\"");

                streams.behave();

                socket.subscribe("1", USAGE).sync();
                assertThat(socket.hasNothingMore()).isTrue();
            }
        }
    }

    @Nested
    @DisplayName("over HTTP")
    class OverHttp {
        private Answer act(String body) {
            return http.post("/control/streams", body);
        }

        @Test
        @DisplayName("tells the state")
        void state() {
            try (RawSocket socket = open()) {
                streams.delay(Duration.ofMillis(7));
                streams.withoutV2();

                assertThat(http.get("/control/streams").text())
                        .isEqualTo("{\"open\":1,\"opened\":1,\"delayMillis\":7,\"silent\":false,\"refusing\":false,"
                                + "\"withoutV2\":true,\"sockets\":[{\"operations\":[]}]}");
                assertThat(socket.hasNothingMore()).isTrue();
            }
        }

        @Test
        @DisplayName("sets and ends what lasts")
        void lasting() {
            act("{\"action\":\"delay\",\"millis\":50}");
            act("{\"action\":\"silence\"}");
            act("{\"action\":\"refuse\",\"code\":4401,\"reason\":\"Invalid API key\"}");
            Answer set = act("{\"action\":\"withoutV2\"}");
            Answer ended = act("{\"action\":\"behave\"}");

            assertThat(set.json())
                    .containsAllEntriesOf(
                            Map.of("delayMillis", 50L, "silent", true, "refusing", true, "withoutV2", true));
            assertThat(ended.json())
                    .containsAllEntriesOf(
                            Map.of("delayMillis", 0L, "silent", false, "refusing", false, "withoutV2", false));
        }

        @Test
        @DisplayName("sends garbage, closes and cuts")
        void momentary() {
            try (RawSocket closed = open()) {
                assertThat(act("{\"action\":\"send\",\"text\":\"garbage\"}").status())
                        .isEqualTo(200);
                assertThat(closed.next()).isEqualTo("garbage");
                act("{\"action\":\"close\",\"code\":4429,\"reason\":\"ThrottlerException: Too Many Requests\"}");
                assertThat(closed.end()).isEqualTo("4429 ThrottlerException: Too Many Requests");
            }
            try (RawSocket cut = open()) {
                act("{\"action\":\"drop\"}");
                assertThat(cut.end()).isEqualTo(RawSocket.CUT);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"action\":\"explode\"} | There is no action explode",
                    "{\"action\":1} | action must be a string",
                    "{} | action must be a string",
                    "{\"action\":\"close\",\"reason\":\"\"} | code must be a whole number",
                    "{\"action\":\"close\",\"code\":1.5,\"reason\":\"\"} | code must be a whole number",
                    "{\"action\":\"close\",\"code\":4000} | reason must be a string",
                    "{\"action\":\"refuse\",\"code\":7,\"reason\":\"\"} | code must be one of a close frame, such as 1012 or 4429, not 7",
                    "{\"action\":\"delay\",\"millis\":-1} | delay must be from zero to a day, not PT-0.001S",
                    "{\"action\":\"send\"} | text must be a string"
                })
        @DisplayName("is told with status 400 what is wrong")
        void wrong(String body, String message) {
            Answer answer = act(body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).isEqualTo(message);
            assertThat(answer.errorCode()).isEqualTo("BadUserInput");
        }

        @Test
        @DisplayName("needs the key, and another method than DELETE")
        void refused() {
            assertThat(new RawClient(emulator.uri(), "other")
                            .get("/control/streams")
                            .status())
                    .isEqualTo(401);
            Answer deleted = http.send(http.to("/control/streams").DELETE());
            assertThat(deleted.status()).isEqualTo(405);
            assertThat(deleted.response().headers().firstValue("Allow")).contains("GET, POST");
        }

        @Test
        @DisplayName("refuses web pages of others")
        void refusesPages() {
            Answer answer = http.send(http.to("/control/streams")
                    .header("Origin", "http://evil.example")
                    .POST(BodyPublishers.ofString("{\"action\":\"silence\"}")));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(http.get("/control/streams").json()).containsEntry("silent", false);
        }
    }
}
