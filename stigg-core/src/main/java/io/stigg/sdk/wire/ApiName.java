package io.stigg.sdk.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What Stigg's API calls something, where the SDK calls it otherwise. For those who write transports; whoever uses the SDK
 * may read it as a hint where to look in Stigg's documentation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface ApiName {
    /**
     * The name of a type, of a constant, or of a member of a record. A member of a member is given with a dot between the
     * two; nothing at all says that the members of this member stand among those of the record.
     *
     * @return the name or path
     */
    String value();

    /**
     * The other name of a member of a request that the API knows by two, and wants to be told alike by both.
     *
     * @return the other name, empty if there is none
     */
    String alias() default "";

    /**
     * For a map that is a list of objects in the API: where each object has the key.
     *
     * @return the name or path below each object, empty for a map that is an object in the API as well
     */
    String key() default "";

    /**
     * For a map that is a list of objects in the API: where each object has the value.
     *
     * @return the name or path below each object
     */
    String each() default "";
}
