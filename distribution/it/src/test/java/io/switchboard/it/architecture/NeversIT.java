package io.switchboard.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;

/** What no code of ours does. */
@AnalyzeClasses(locations = OwnClasses.class)
class NeversIT {

    @ArchTest
    static final ArchRule NOBODY_STARTS_A_PROCESS =
            noClasses().should().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class, Process.class);

    @ArchTest
    static final ArchRule NOBODY_ENDS_THE_PROCESS = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule NOBODY_WRITES_JAVA_OBJECTS =
            noClasses().should().dependOnClassesThat().belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class);

    @ArchTest
    static final ArchRule NOBODY_USES_THE_DATES_OF_JAVA_1 = noClasses()
            .that()
            .resideOutsideOfPackage("io.switchboard.core.store.type..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK_PAST_THE_DESKS = noClasses()
            .that()
            .resideInAPackage("io.switchboard.core.desk..")
            .should()
            .callMethod(Instant.class, "now")
            .allowEmptyShould(true);
}
