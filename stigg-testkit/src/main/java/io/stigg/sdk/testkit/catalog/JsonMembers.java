package io.stigg.sdk.testkit.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The members of an object that is read from JSON, each of which has to be asked for. Not thread-safe. */
final class JsonMembers {
    private final String path;
    private final Map<String, JsonValue> left;
    private final Set<String> asked = new LinkedHashSet<>();

    JsonMembers(String path, Map<String, JsonValue> members) {
        this.path = path;
        this.left = new LinkedHashMap<>(members);
    }

    Optional<JsonValue> take(String name) {
        asked.add(name);
        return Optional.ofNullable(left.remove(name));
    }

    JsonValue require(String name) {
        return take(name).orElseThrow(() -> new JsonMistake(path, "must have a member " + name));
    }

    /** Changes something by a member, if that is there; what is refused there is refused with the member's path. */
    <T> T change(String name, T before, BiFunction<T, JsonValue, T> change) {
        return take(name)
                .map(member -> member.make(() -> change.apply(before, member)))
                .orElse(before);
    }

    /** Refuses more than one of several members; tells whether there is one. */
    boolean atMostOne(String... names) {
        List<String> there = Arrays.stream(names).filter(left::containsKey).toList();
        if (there.size() > 1) {
            throw wrong("must have only one of " + there);
        }
        return !there.isEmpty();
    }

    JsonMistake wrong(String message) {
        return new JsonMistake(path, message);
    }

    /** Refuses members that nobody has asked for. */
    void end() {
        if (!left.isEmpty()) {
            throw new JsonMistake(
                    JsonValue.member(path, left.keySet().iterator().next()), "is not one of " + asked);
        }
    }
}
