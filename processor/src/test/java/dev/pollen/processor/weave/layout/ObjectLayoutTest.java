// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.model.ClassShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sizes as HotSpot lays objects out: 12 bytes of header, superclasses first, gaps filled, 8 bytes aligned. */
class ObjectLayoutTest {
    private final Map<String, ClassShape> classes = new HashMap<>();

    private void add(String name, String superName, String... fields) {
        classes.put(name, new ClassShape(name, superName, List.of(), false, false, List.of(fields)));
    }

    private int bytes(String... fields) {
        return ObjectLayout.bytes("java/lang/Object", List.of(fields), classes::get);
    }

    @Test
    void headerAndAlignment() {
        assertEquals(16, bytes());
        assertEquals(16, bytes("I"));
        assertEquals(24, bytes("I", "I"));
        assertEquals(24, bytes("I", "I", "Ljava/lang/String;"));
    }

    @Test
    void wideFieldsLeaveAGapThatSmallerOnesFill() {
        assertEquals(24, bytes("J"));
        assertEquals(24, bytes("J", "I"));
        assertEquals(24, bytes("J", "Z", "B", "S"));
        assertEquals(32, bytes("J", "I", "Z"));
    }

    @Test
    void fieldsOfSuperclassesComeFirst() {
        add("Base", "java/lang/Object", "I", "Z");
        assertEquals(24, ObjectLayout.bytes("Base", List.of("I"), classes::get));
        assertEquals(24, ObjectLayout.bytes("Base", List.of("Z"), classes::get));
        add("Derived", "Base", "J");
        assertEquals(32, ObjectLayout.bytes("Derived", classes::get));
        assertEquals(32, ObjectLayout.bytes("Derived", List.of("Ljava/lang/Object;"), classes::get));
    }

    @Test
    void anUnknownSuperclassHasNoSize() {
        assertEquals(0, ObjectLayout.bytes("Unknown", List.of("I"), classes::get));
    }
}
