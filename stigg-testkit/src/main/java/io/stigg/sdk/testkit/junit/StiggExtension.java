package io.stigg.sdk.testkit.junit;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Keeps one {@link TestSubject} for each test, in the test's own store, which closes it. Thread-safe. */
final class StiggExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StiggExtension.class);

    private static final Set<Class<?>> PARAMETERS = Set.of(Stigg.class, StiggBackend.class, FakeClock.class);

    StiggExtension() {}

    /** A constructor is of the test that its instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("there is one "
                    + parameter.getParameter().getType().getSimpleName()
                    + " for each test, and " + parameter.getDeclaringExecutable()
                    + " is of no single one; take it where a test begins");
        }
        TestSubject subject = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        TestSubject.class,
                        key -> new TestSubject(StiggBackend.of(catalog(context))),
                        TestSubject.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Stigg.class) {
            return subject.client();
        }
        return type == FakeClock.class ? subject.backend().clock() : subject.backend();
    }

    private static Catalog catalog(ExtensionContext context) {
        Class<? extends Supplier<Catalog>> supplier =
                annotation(context.getRequiredTestClass()).catalog();
        try {
            return ReflectionSupport.newInstance(supplier).get();
        } catch (Exception failure) {
            // Checked ones as well: JUnit throws on what the class has thrown, as it is.
            throw new ExtensionConfigurationException("catalog: " + supplier.getName() + " made no catalogue", failure);
        }
    }

    /** The nearest counts: a nested class is one of its outer class. */
    private static StiggTest annotation(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            Optional<StiggTest> found = AnnotationSupport.findAnnotation(type, StiggTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException(testClass.getName() + " is no @StiggTest");
    }
}
