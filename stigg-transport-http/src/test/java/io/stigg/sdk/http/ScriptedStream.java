package io.stigg.sdk.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A WebSocket server on the loopback interface, of which a test writes every frame. */
final class ScriptedStream implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

    private final ServerSocket listener;
    private final BlockingQueue<Peer> arrived = new LinkedBlockingQueue<>();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> handshake = ScriptedStream::accepting;

    private ScriptedStream(ServerSocket listener) {
        this.listener = listener;
        daemon(this::acceptAll);
    }

    static ScriptedStream start() {
        try {
            return on(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ScriptedStream on(ServerSocket listener) {
        return new ScriptedStream(listener);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Answers the head of a handshake with another head; with nothing where it is empty. */
    ScriptedStream answeringHandshakes(UnaryOperator<String> answer) {
        handshake = answer;
        return this;
    }

    /** Hangs up whenever somebody wants to shake hands: the JDK tries that more than once. */
    ScriptedStream hangingUpOnHandshakes() {
        return answeringHandshakes(head -> {
            throw new UncheckedIOException(new IOException("hung up on purpose"));
        });
    }

    static String accepting(String head) {
        return switchingProtocols(head) + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";
    }

    static String acceptingWithoutProtocol(String head) {
        return switchingProtocols(head) + "\r\n";
    }

    static String refusing(int status) {
        return "HTTP/1.1 " + status + " Refused\r\nContent-Length: 0\r\n\r\n";
    }

    private static String switchingProtocols(String head) {
        Matcher key = KEY.matcher(head);
        if (!key.find()) {
            throw new IllegalStateException("no key in " + head);
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + acceptOf(key.group(1)) + "\r\n";
    }

    private static String acceptOf(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits for the next client. */
    Peer next() {
        return polled(arrived, "a client");
    }

    /** Waits for the next client and leads it to where its stream is open. */
    Peer nextOpen() {
        Peer peer = next();
        peer.acknowledge();
        peer.answerPing();
        return peer;
    }

    boolean nobodyIsConnected() {
        return peers.stream().allMatch(Peer::isGone);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Peer peer = new Peer(listener.accept());
                peers.add(peer);
                daemon(() -> peer.serve(handshake));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-stream");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T polled(BlockingQueue<T> queue, String what) {
        try {
            T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (element == null) {
                throw new AssertionError("there was to be " + what + ", and there is none");
            }
            return element;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException ignored) {
            // It is the end anyway.
        }
        peers.forEach(Peer::hangUp);
    }

    /** One client, seen from the server. */
    final class Peer {
        private final Socket socket;
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closeCodes = new LinkedBlockingQueue<>();
        private final CountDownLatch gone = new CountDownLatch(1);
        private volatile String head = "";

        private Peer(Socket socket) {
            this.socket = socket;
        }

        private void serve(UnaryOperator<String> answer) {
            try {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                head = readHead(in);
                socket.getOutputStream().write(answer.apply(head).getBytes(StandardCharsets.US_ASCII));
                arrived.add(this);
                while (true) {
                    readFrame(in);
                }
            } catch (IOException | UncheckedIOException left) {
                gone.countDown();
                hangUp();
            }
        }

        private String readHead(DataInputStream in) throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                text.append((char) in.readUnsignedByte());
            }
            return text.toString();
        }

        private void readFrame(DataInputStream in) throws IOException {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 1) {
                messages.add(new String(payload, StandardCharsets.UTF_8));
            } else if (opcode == 8) {
                closeCodes.add((int) ByteBuffer.wrap(payload).getShort());
            }
        }

        String head() {
            return head;
        }

        JsonObject expect(String type) {
            String text = polled(messages, type);
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            if (!message.get("type").getAsString().equals(type)) {
                throw new AssertionError("there was to be " + type + ", not " + text);
            }
            return message;
        }

        /** The id of the subscription that comes next, which is to be of this operation. */
        String expectSubscription(String operation) {
            JsonObject message = expect("subscribe");
            String name =
                    message.getAsJsonObject("payload").get("operationName").getAsString();
            if (!name.equals(operation)) {
                throw new AssertionError("there was to be " + operation + ", not " + name);
            }
            return message.get("id").getAsString();
        }

        String entitlements = "";
        String usage = "";
        String packages = "";

        /** Up to where the client asks whether its subscriptions were seen. */
        Peer acknowledge() {
            expect("connection_init");
            send("{\"type\":\"connection_ack\"}");
            entitlements = expectSubscription("OnEntitlementsUpdatedV2");
            usage = expectSubscription("OnUsageUpdatedV2");
            packages = expectSubscription("OnPackagePublished");
            return this;
        }

        Peer answerPing() {
            expect("ping");
            return send("{\"type\":\"pong\"}");
        }

        Peer tell(String id, String data) {
            return send("{\"type\":\"next\",\"id\":\"" + id + "\",\"payload\":{\"data\":" + data + "}}");
        }

        Peer refuse(String id, String errors) {
            return send("{\"type\":\"error\",\"id\":\"" + id + "\",\"payload\":" + errors + "}");
        }

        Peer send(String text) {
            return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        Peer sendClose(int code, String reason) {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            return frame(
                    0x88,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array());
        }

        Peer frame(int head, byte[] payload) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(head);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else if (payload.length < 65_536) {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(127);
                frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
            }
            frame.writeBytes(payload);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(frame.toByteArray());
                out.flush();
            } catch (IOException left) {
                gone.countDown();
            }
            return this;
        }

        void hangUp() {
            try {
                socket.close();
            } catch (IOException ignored) {
                // It is the end anyway.
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        boolean isGone() {
            return gone.getCount() == 0;
        }

        boolean waitUntilGone() throws InterruptedException {
            return gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        int closeCode() {
            return polled(closeCodes, "a close frame");
        }
    }
}
