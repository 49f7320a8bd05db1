// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.time.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The first sample could be compiled ahead of time for a microcontroller: what it reaches from its {@code main}, through the
 * executor, the timers and the channels that it uses, is {@code java.lang} alone, without {@code java.lang.invoke}. Some packages
 * stand for the machine and are replaced there: {@code dev.pollen.platform}, the simulated board, and what is around it on the
 * table, the other end of the log included. They may use what they like, but what they call of Pollen is looked at, too.
 */
class PortableFirmwareTest {
    private static final String SAMPLES = "dev/pollen/samples/";
    private static final List<String> MACHINE =
            List.of("dev/pollen/platform/", "dev/pollen/simboard/", SAMPLES + "board/", "dev/pollen/log/decode/");

    private static boolean isPollen(String type) {
        return type.startsWith("dev/pollen/");
    }

    private static boolean isMachine(String method) {
        return MACHINE.stream().anyMatch(method::startsWith);
    }

    private static boolean isPortable(String type) {
        return type.startsWith("[")
                || isPollen(type)
                || type.startsWith("java/lang/") && type.indexOf('/', "java/lang/".length()) < 0;
    }

    private static ReachableCode reach(Class<?> owner) {
        return new ReachableCode(new ClassFiles(), PortableFirmwareTest::isPollen)
                .from(owner.getName().replace('.', '/'), "main([Ljava/lang/String;)V");
    }

    /** Each class that portable code must not name, with one way to the code that does. */
    private static Set<String> unportable(ReachableCode code) {
        Set<String> found = new TreeSet<>();
        code.named()
                .forEach((type, methods) -> methods.stream()
                        .filter(method -> !isPortable(type) && !isMachine(method))
                        .forEach(method -> found.add(type + ": " + code.path(method))));
        return found;
    }

    @Test
    void theFirmwareReachesJavaLangAndTheMachineAlone() throws ClassNotFoundException {
        // By name: the class is generated when the samples are compiled.
        ReachableCode code = reach(Class.forName("dev.pollen.samples.Sample01FirmwareMain"));
        assertEquals("", String.join("\n", unportable(code)));
        Set<String> classes = code.methods().stream()
                .map(method -> method.substring(0, method.indexOf('.')))
                .collect(Collectors.toSet());
        // What the sample cannot do without was followed, each by a call through something abstract.
        for (String expected : List.of(
                SAMPLES + "Sample01Firmware_blink",
                SAMPLES + "Sample01Firmware_watch",
                "dev/pollen/executor/RunLoop",
                "dev/pollen/platform/ParkingSleeper",
                "dev/pollen/sync/Channel",
                "dev/pollen/time/Ticker")) {
            assertTrue(classes.contains(expected), () -> expected + " is missing in " + classes);
        }
    }

    @Test
    void namesWhatIsNotPortableAndTheWayThere() {
        Set<String> found = unportable(reach(Bad.class));
        String at = "dev/pollen/samples/portable/PortableFirmwareTest$";
        assertTrue(
                found.contains(
                        "java/util/ArrayList: " + at + "Bad.main -> " + at + "Keeping.run -> " + at + "Keeping.list"),
                found::toString);
        assertTrue(
                found.stream().anyMatch(line -> line.startsWith("java/time/Duration: " + at + "Bad.main")),
                found::toString);
        assertTrue(
                found.contains("java/lang/invoke/CallSite: " + at + "Bad.main -> " + at + "Keeping.toString"),
                found::toString);
        assertTrue(
                found.contains("java/util/Random: " + at + "Bad.main -> " + at + "Chance.<clinit>"), found::toString);
    }

    @Test
    void whatIsNeverMadeOrCalledIsNotReached() {
        assertEquals(Set.of(), unportable(reach(Good.class)));
    }

    private abstract static class Work {
        abstract void run();
    }

    private static final class Keeping extends Work {
        private Object kept;

        @Override
        void run() {
            kept = list();
        }

        private static Object list() {
            return new java.util.ArrayList<>();
        }

        /** Reached because the library may call it. */
        @Override
        public String toString() {
            return "keeping " + kept;
        }
    }

    private static final class Portable extends Work {
        private int count;

        @Override
        void run() {
            count++;
        }
    }

    private static final class Chance {
        static final Object SOURCE = new java.util.Random();
    }

    private static final class Bad {
        public static void main(String[] args) {
            Work work = args.length > 0 ? new Keeping() : new Portable();
            work.run();
            Future<Void> timer = Timer.after(Duration.ofMillis(1));
            timer.cancel();
            System.exit(Chance.SOURCE.hashCode());
        }
    }

    private static final class Good {
        public static void main(String[] args) {
            Work work = new Portable();
            work.run();
            Future<Void> timer = Timer.afterMillis(1);
            timer.cancel();
        }

        static Object unused() {
            return new Keeping();
        }
    }
}
