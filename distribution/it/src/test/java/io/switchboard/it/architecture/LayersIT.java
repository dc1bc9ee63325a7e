package io.switchboard.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(locations = OwnClasses.class)
class LayersIT {

    private static final String API = "io.switchboard.api..";
    private static final String CORE = "io.switchboard.core..";
    private static final String STORE = "io.switchboard.core.store..";
    private static final String REST = "io.switchboard.core.rest..";

    @ArchTest
    static final ArchRule THE_API_KNOWS_NOTHING_BUT_JAVA_AND_JAKARTA = classes()
            .that()
            .resideInAPackage(API)
            .and()
            .resideOutsideOfPackage("io.switchboard.api.storage..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API, "java..", "jakarta..", "org.jspecify..", "org.osgi..");

    @ArchTest
    static final ArchRule OF_FOREIGN_TYPES_STORAGE_SHOWS_MYBATIS_ALONE = classes()
            .that()
            .resideInAPackage("io.switchboard.api.storage..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API, "java..", "javax.sql..", "org.jspecify..", "org.osgi..", "org.apache.ibatis..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule A_PLUGIN_KNOWS_THE_API_AND_NOTHING_OF_THE_CORE = noClasses()
            .that()
            .resideOutsideOfPackages(API, CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CORE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule MYBATIS_STAYS_IN_THE_STORE = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.ibatis..");

    @ArchTest
    static final ArchRule JDBC_STAYS_IN_THE_STORE = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.hsqldb..", "org.postgresql..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_USE_CASE = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.switchboard.core.desk..",
                    "io.switchboard.core.people..",
                    "io.switchboard.core.plugins..",
                    "io.switchboard.core.triage..",
                    "io.switchboard.core.web..",
                    REST);

    @ArchTest
    static final ArchRule ONLY_RESOURCES_KNOW_HTTP = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackages(REST, "io.switchboard.core.web..", "io.switchboard.core.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "org.glassfish..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_RESOURCES = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackages(REST, "io.switchboard.core.web..", "io.switchboard.core.operation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REST);

    @ArchTest
    static final ArchRule THE_PARTS_OF_THE_CORE_KNOW_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("io.switchboard.core.(*)..").should().beFreeOfCycles();
}
