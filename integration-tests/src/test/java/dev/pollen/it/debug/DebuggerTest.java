// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.build.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A breakpoint in the user's source, after an await. */
class DebuggerTest {
    private static final String SENSOR = "debugged.Sensor";

    @Test
    void stopsOnceAndShowsThisAndAllVariables(@TempDir Path directory) throws Exception {
        Stop stop = onlyStop(compile(directory, "-g"), "stop here");
        assertEquals("read$poll", stop.method());
        assertEquals(SENSOR, stop.self());
        assertEquals(Map.of("offset", "4"), stop.fields());
        Map<String, String> live = Map.of("raw", "700", "unit", "\"mV\"", "scale", "3");
        Map<String, String> dead = Map.of("dead", "null", "deadToo", "0.0", "channel", "0", "unused", "null");
        Map<String, String> all = new TreeMap<>(live);
        all.putAll(dead);
        assertEquals(all, stop.locals());
    }

    @Test
    void deadVariablesAreKeptOnRequest(@TempDir Path directory) throws Exception {
        Stop stop = onlyStop(compile(directory, "-g", "-Apollen.debug=true"), "stop here");
        assertTrue(stop.locals().get("dead").startsWith("instance of java.lang.Object"), stop::toString);
        assertNotEquals("null", stop.locals().get("unused"), "a parameter that is never read");
        assertEquals("7", stop.locals().get("channel"));
    }

    @Test
    void stopsOnceOnTheFirstLineOfTheMethod(@TempDir Path directory) throws Exception {
        Stop stop = onlyStop(compile(directory, "-g"), "first line");
        assertEquals("7", stop.locals().get("channel"));
    }

    @Test
    void stopsInABlock(@TempDir Path directory) throws Exception {
        Project project = compile(directory, "-g");
        String blocks = "debugged.Blocks";
        Path source = project.file("src/main/java/debugged/Blocks.java");
        try (Debuggee debuggee = Debuggee.launch(project, blocks)) {
            List<Stop> stops = debuggee.runWithBreakpoint(blocks, MarkedLine.of(source, "stop here"));
            assertEquals(2, stops.size(), "one for each of two runs");
            assertEquals("lambda$read$0$poll", stops.get(0).method());
            assertEquals(blocks, stops.get(0).self());
            assertEquals("700", stops.get(0).locals().get("raw"));
            assertEquals("\"mV\"", stops.get(0).locals().get("unit"));
            List<String> printed = debuggee.printed().lines().toList();
            int await = MarkedLine.of(source, "stop here") - 1;
            assertEquals("suspended at Blocks.read, block 1(Blocks.java:" + await + ") 706", printed.get(0));
            int thrown = MarkedLine.of(source, "throws");
            assertEquals("debugged.Blocks.lambda$read$0$poll(Blocks.java:" + thrown + ")", printed.get(1));
        }
    }

    private static Project compile(Path directory, String... options) {
        Project project = Project.copy("debugged", directory);
        project.javacWithProcessor(options).succeeded();
        return project;
    }

    private static Stop onlyStop(Project project, String mark) throws Exception {
        int line = MarkedLine.of(project.file("src/main/java/debugged/Sensor.java"), mark);
        try (Debuggee debuggee = Debuggee.launch(project, SENSOR)) {
            List<Stop> stops = debuggee.runWithBreakpoint(SENSOR, line);
            assertEquals("15 after 2 polls", debuggee.printed().strip());
            assertEquals(1, stops.size(), stops::toString);
            return stops.get(0);
        }
    }
}
