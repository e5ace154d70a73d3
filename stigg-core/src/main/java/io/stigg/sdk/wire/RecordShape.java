package io.stigg.sdk.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record of the SDK as the API knows it: its members by the names that {@link ApiName} gives them, and how it is put
 * together and taken apart. With it a transport serves requests that it has never heard of. Immutable.
 */
public final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final MethodHandle constructor;
    private final List<Member> members;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = MethodHandles.publicLookup().unreflectConstructor(type.getConstructor(types));
            members = Arrays.stream(components).map(Member::of).toList();
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(type + " is not public", hidden);
        }
    }

    /**
     * Returns the shape of a record.
     *
     * @param type the record's class, which has to be public
     * @return the shape
     * @throws IllegalArgumentException if it is no record, or not public
     */
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /**
     * Returns the members.
     *
     * @return the members in order
     */
    public List<Member> members() {
        return members;
    }

    /**
     * Puts a record together.
     *
     * @param values the values of its members in order
     * @return the record
     * @throws RuntimeException what its constructor throws
     */
    public Object make(List<?> values) {
        return invoke(constructor, values);
    }

    private static Object invoke(MethodHandle handle, List<?> arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Returns what the API calls a type.
     *
     * @param type the type
     * @return its name
     */
    public static String nameOf(Class<?> type) {
        return nameOf(type, type.getSimpleName());
    }

    /**
     * Returns what the API calls a constant.
     *
     * @param constant the constant
     * @return its name
     */
    public static String nameOf(Enum<?> constant) {
        try {
            return nameOf(constant.getDeclaringClass().getField(constant.name()), constant.name());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String nameOf(AnnotatedElement element, String otherwise) {
        return Optional.ofNullable(element.getAnnotation(ApiName.class))
                .map(ApiName::value)
                .orElse(otherwise);
    }

    /** One member of a record. Immutable. */
    public static final class Member {
        private final RecordComponent component;
        private final Optional<ApiName> apiName;
        private final MethodHandle accessor;

        private Member(RecordComponent component, MethodHandle accessor) {
            this.component = component;
            this.apiName = Optional.ofNullable(component.getAnnotation(ApiName.class));
            this.accessor = accessor;
        }

        private static Member of(RecordComponent component) {
            try {
                return new Member(component, MethodHandles.publicLookup().unreflect(component.getAccessor()));
            } catch (IllegalAccessException hidden) {
                throw new IllegalArgumentException(component + " is not public", hidden);
            }
        }

        /**
         * Returns what the SDK calls it.
         *
         * @return the name
         */
        public String name() {
            return component.getName();
        }

        /**
         * Returns where it stands in the API.
         *
         * @return a path with dots below the record's object; empty if its own members stand there
         */
        public String path() {
            return apiName.map(ApiName::value).orElseGet(this::name);
        }

        /**
         * Returns the other name under which the API wants to be told the same.
         *
         * @return the name, empty if there is none
         */
        public String alias() {
            return apiName.map(ApiName::alias).orElse("");
        }

        /**
         * Returns its type.
         *
         * @return the type with its arguments
         */
        public Type type() {
            return component.getGenericType();
        }

        /**
         * Tells where each object of a list has the key of an entry.
         *
         * @return the path below the object; empty if this is no map that is a list in the API
         */
        public String key() {
            return apiName.map(ApiName::key).orElse("");
        }

        /**
         * Tells where each object of a list has the value of an entry.
         *
         * @return the path below the object; empty if this is no map that is a list in the API
         */
        public String each() {
            return apiName.map(ApiName::each).orElse("");
        }

        /**
         * Tells whether this is a map that is a list of objects in the API.
         *
         * @return whether it is one
         */
        public boolean isListOfEntries() {
            return !key().isEmpty();
        }

        /**
         * Reads it.
         *
         * @param owner a record of the shape
         * @return the value
         */
        public Object in(Object owner) {
            return invoke(accessor, List.of(owner));
        }

        @Override
        public String toString() {
            return component.toString();
        }
    }
}
