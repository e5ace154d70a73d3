package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** What tests control over HTTP: finds the resource at a path, and keeps others away. */
final class ControlEndpoint implements Endpoint {
    static final String PATH = "/control/";

    private final Map<String, ControlResource> resources;
    private final LocalAccess access;
    private final Recorder recorder;

    /**
     * @param resources what is controlled, by the last part of the path
     * @param access tells who may control it
     * @param recorder notes what changes something
     */
    ControlEndpoint(Map<String, ControlResource> resources, LocalAccess access, Recorder recorder) {
        this.resources = resources;
        this.access = access;
        this.recorder = recorder;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return completedFuture(reply(call));
    }

    private Reply reply(Call call) {
        Optional<Reply> refusal = access.refusal(call);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ControlResource resource = resources.get(name(call));
        if (resource == null) {
            String known = String.join(", ", new TreeSet<>(resources.keySet()));
            return refused(404, ErrorCode.BAD_USER_INPUT, "Nothing at " + call.path() + ", only at " + PATH + known);
        }
        return reply(call, resource);
    }

    private static String name(Call call) {
        return call.path().substring(PATH.length());
    }

    private Reply reply(Call call, ControlResource resource) {
        Map<String, ControlResource.Action> actions = resource.actions();
        ControlResource.Action action = actions.get(call.method());
        if (action == null) {
            return Router.notAllowed(call, String.join(", ", new TreeSet<>(actions.keySet())));
        }
        try {
            ControlInput input = ControlInput.of(call);
            return Reply.of(
                    200,
                    call.method().equals("POST")
                            ? recorder.control(name(call), input, () -> action.act(input))
                            : action.act(input));
        } catch (IllegalArgumentException e) {
            return refused(400, ErrorCode.BAD_USER_INPUT, String.valueOf(e.getMessage()));
        } catch (StiggApiException e) {
            return refused(e);
        }
    }

    private static Reply refused(int status, ErrorCode code, String message) {
        return Reply.error(status, code.wireName(), message);
    }

    private static Reply refused(StiggApiException refusal) {
        int status = refusal.httpStatus() >= 400 ? refusal.httpStatus() : 409;
        String message = refusal.errors().stream()
                .findFirst()
                .map(ApiError::message)
                .orElseGet(() -> String.valueOf(refusal.getMessage()));
        return Reply.error(status, refusal.rawCode().orElse(ErrorCode.UNEXPECTED_ERROR.wireName()), message);
    }
}
