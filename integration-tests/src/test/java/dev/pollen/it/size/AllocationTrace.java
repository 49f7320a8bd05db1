// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** The objects that a program of its own process has made, each with the stack that made it. */
final class AllocationTrace {
    private static final String OUTSIDE = "jdk.ObjectAllocationOutsideTLAB";

    private AllocationTrace() {}

    /**
     * One or more objects of one place.
     *
     * @param type their class
     * @param stack who made them, innermost first
     */
    record Place(String type, List<Step> stack) {}

    /**
     * One frame of a stack.
     *
     * @param className the binary name of its class
     * @param method the name of its method
     * @param line the line that it is at
     */
    record Step(String className, String method, int line) {
        @Override
        public String toString() {
            return className + "." + method + ":" + line;
        }
    }

    /**
     * Reads a recording of a program that ran without thread-local buffers.
     *
     * @param file the recording
     * @param below the binary name of a class: what was not made below one of its methods is left out
     * @return the places, each with the number of bytes that were allocated there
     */
    static Map<Place, Long> read(Path file, String below) {
        Map<String, Place> places = new TreeMap<>();
        Map<Place, Long> bytes = new LinkedHashMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (!event.getEventType().getName().equals(OUTSIDE) || event.getStackTrace() == null) {
                    continue;
                }
                List<Step> stack = new ArrayList<>();
                for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                    stack.add(new Step(
                            frame.getMethod().getType().getName(),
                            frame.getMethod().getName(),
                            frame.getLineNumber()));
                }
                if (stack.stream().noneMatch(step -> step.className().equals(below))) {
                    continue;
                }
                RecordedClass type = event.getClass("objectClass");
                Place place = new Place(type.getName(), List.copyOf(stack));
                bytes.merge(
                        places.computeIfAbsent(place.toString(), text -> place),
                        event.getLong("allocationSize"),
                        Long::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
