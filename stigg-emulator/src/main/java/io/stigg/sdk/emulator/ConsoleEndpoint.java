package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The console: pages that ask the emulator what they show. Nothing in them is secret, so they need no key. A browser is told to
 * load nothing from anywhere else, and to let nobody else frame it.
 */
final class ConsoleEndpoint implements Endpoint {
    private static final String FOLDER = "/console/";
    private static final String PREACT = "/META-INF/resources/_static/htm/3.1.1/preact/standalone.module.js";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            // A newer emulator at the same port has newer pages.
            "Cache-Control",
            "no-cache");

    private final LocalAccess access;

    ConsoleEndpoint(LocalAccess access) {
        this.access = access;
    }

    /** Tells whether a path is one of the console's. */
    static boolean serves(String path) {
        return path.equals("/") || path.startsWith(FOLDER) || path.equals("/favicon.ico");
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return completedFuture(
                access.refusalOfPage(call).or(() -> page(call.path())).orElseGet(() -> Router.nothing(call)));
    }

    private static Optional<Reply> page(String path) {
        return switch (path) {
            case "/" -> page("console/index.html", "html");
            case "/console/preact.js" -> page(PREACT, "js");
            default ->
                path.matches(FOLDER + "[a-z]+\\.(css|js|svg)")
                        ? page(path.substring(1), extension(path))
                        : Optional.empty();
        };
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static Optional<Reply> page(String resource, String extension) {
        return Resources.find(resource).map(text -> {
            Map<String, String> headers = new LinkedHashMap<>(HEADERS);
            headers.put("Content-Type", TYPES.getOrDefault(extension, "text/plain"));
            return new Reply(200, headers, text);
        });
    }
}
