package io.stigg.sdk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Optional;

@AnalyzeClasses(packages = "io.stigg.sdk", importOptions = DoNotIncludeTests.class)
class CoreArchitectureTest {
    @ArchTest
    static final ArchRule core_needs_only_the_jdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.stigg.sdk..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule answers_know_nothing_of_the_world = noClasses()
            .that()
            .resideInAPackage("io.stigg.sdk.entitlement")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.stigg.sdk.port", "io.stigg.sdk.internal", "io.stigg.sdk.fact");

    @ArchTest
    static final ArchRule facts_know_only_values_and_that_they_are_asked_for = classes()
            .that()
            .resideInAPackage("io.stigg.sdk.fact")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage("io.stigg.sdk.fact"))
                    .or(resideInAPackage("io.stigg.sdk.entitlement"))
                    .or(are(type(StiggRequest.class))));

    @ArchTest
    static final ArchRule ports_know_nothing_of_use_cases = classes()
            .that()
            .resideInAPackage("io.stigg.sdk.port")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage("io.stigg.sdk.port"))
                    .or(resideInAPackage("io.stigg.sdk.fact"))
                    .or(resideInAPackage("io.stigg.sdk.entitlement"))
                    .or(are(type(StiggRequest.class)))
                    .or(are(type(Registration.class))));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.stigg.sdk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_drawer_packages = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..", "..misc..", "..dto..");

    @ArchTest
    static final ArchRule no_names_that_say_nothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule only_the_clock_tells_the_time = noClasses()
            .that()
            .doNotHaveSimpleName("SystemClock")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule loggers_are_constants = fields().that()
            .haveRawType(System.Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule nobody_takes_an_optional_from_a_caller = methods()
            .that()
            .areDeclaredIn(Stigg.class)
            .or()
            .areDeclaredIn(AsyncStigg.class)
            .or()
            .areDeclaredIn(StiggBuilder.class)
            .should()
            .notHaveRawParameterTypes(Optional.class);

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
