package io.stigg.sdk.testkit.junit;

import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a Stigg of its own.
 *
 * <pre>
 * {@literal @}StiggTest
 * class ExportServiceTest {
 *     {@literal @}Test
 *     void deniesBeyondTheLimit(Stigg stigg, StiggBackend backend, FakeClock clock) { ... }
 * }
 * </pre>
 *
 * <p>Test methods, methods before and after each of them, and constructors may take a
 * {@link io.stigg.sdk.testkit.StiggBackend}, a {@link io.stigg.sdk.Stigg}, which is a client of it, and a
 * {@link io.stigg.sdk.testkit.FakeClock}, which is its clock. Within one test they are always the same; each test, each
 * repetition and each set of parameters has others, so tests may run in parallel. The client is closed when the test is over,
 * after the methods that run after each. More clients are made by {@code backend.newClient()}, and closed by the test.
 *
 * <p>What lives longer than a test cannot have them: methods before and after all tests, and constructors of classes whose
 * instance serves all tests.
 *
 * <p>It holds for nested classes as well, which may choose another catalogue.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StiggExtension.class)
public @interface StiggTest {
    /**
     * Chooses what is sold, by a class that makes a catalogue and has a constructor without parameters.
     *
     * @return the class, {@link Acme} by default
     */
    Class<? extends Supplier<Catalog>> catalog() default Acme.class;

    /** Makes the catalogue of {@link AcmeCatalog}. Immutable. */
    final class Acme implements Supplier<Catalog> {
        /** Makes a maker of catalogues. */
        public Acme() {}

        @Override
        public Catalog get() {
            return AcmeCatalog.create();
        }
    }
}
