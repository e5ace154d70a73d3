package io.stigg.sdk.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.RedisServers;
import io.stigg.sdk.usage.ReportUsage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One of several processes of a service: a JVM of its own, which does what it is told line by line. */
final class SharedCacheProcess implements AutoCloseable {
    static final String API_KEY = "shared-cache-key";
    static final String ACME = "customer-acme";
    static final String CALLS = "feature-api-calls";

    private final Process process;

    private SharedCacheProcess(Process process) {
        this.process = process;
    }

    /** Starts one. */
    static SharedCacheProcess start(String redis, URI stigg) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        SharedCacheProcess.class.getName(),
                        redis,
                        stigg.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new SharedCacheProcess(process);
    }

    /** What this class was loaded from, be it by the JVM itself or by Maven. */
    private static String classPath() {
        return SharedCacheProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** Tells it what to do, and waits for what it has to say. */
    String tell(String command) throws IOException {
        process.outputWriter(UTF_8).append(command).append('\n').flush();
        String answer = process.inputReader(UTF_8).readLine();
        if (answer == null) {
            throw new IOException("the process has ended");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** The service itself. Takes where Redis is, and where Stigg is. */
    public static void main(String... arguments) throws IOException {
        URI stiggUri = URI.create(arguments[1]);
        try (Stigg stigg = Stigg.builder()
                        .transport(HttpTransport.withApiKey(API_KEY)
                                .baseUri(stiggUri)
                                .baseEdgeUri(stiggUri))
                        .cache(RedisServers.at(arguments[0])
                                .environment("shared-cache-example")
                                .nearCache(MemoryCache.ofCustomers(1_000)))
                        .build();
                BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(obey(stigg, line));
            }
        }
    }

    private static String obey(Stigg stigg, String command) {
        if (command.equals("updates")) {
            return stigg.status().updates().toString();
        }
        if (command.equals("report")) {
            stigg.reportUsage(ReportUsage.of(ACME, CALLS, 40));
            return "reported";
        }
        MeteredEntitlement calls = stigg.getMeteredEntitlement(MeteredQuery.of(ACME, CALLS));
        return calls.isFallback()
                ? "nothing is known"
                : Math.round(calls.currentUsage()) + " of "
                        + Math.round(calls.usageLimit().orElse(0)) + " calls used";
    }
}
