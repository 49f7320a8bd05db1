// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.layout.ObjectLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the futures that are made with a frame, as its constructor makes them: a recursion as deep as its {@code maxDepth}
 * says, and for a call that can be overridden the frames of the classes that are known, but for those within frames of the
 * same call.
 */
final class FrameTree {
    private static final String CHAIN = "dev/pollen/AwaitChain";
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    private final Function<String, @Nullable FrameFacts> facts;
    private final Function<String, @Nullable ClassShape> shapes;
    private final Function<String, List<String>> parts;
    private final Map<String, Node> known = new HashMap<>();

    /**
     * Makes an empty tree.
     *
     * @param facts finds the facts of woven frames; null for a class that is not one
     * @param shapes finds the shapes of classes
     * @param parts finds the classes of the objects that a slot is made with
     */
    FrameTree(
            Function<String, @Nullable FrameFacts> facts,
            Function<String, @Nullable ClassShape> shapes,
            Function<String, List<String>> parts) {
        this.facts = facts;
        this.shapes = shapes;
        this.parts = parts;
    }

    /** What is made with a frame, in the order of its slots. */
    List<Part> childrenOf(FrameFacts frame) {
        return children(frame, new TreeMap<>()).parts();
    }

    /**
     * The parts of a frame.
     *
     * @param parts the parts
     * @param keepsChain whether something in it remembers the chain above it
     */
    private record Children(List<Part> parts, boolean keepsChain) {}

    /**
     * A part.
     *
     * @param part the part; null for what is not made, because it is too deep
     * @param keepsChain whether something in it remembers the chain above it
     */
    private record Node(@Nullable Part part, boolean keepsChain) {}

    /** A path counts the frames of each bounded method above, and the slots of each call that can be overridden. */
    private Children children(FrameFacts frame, Map<String, Integer> path) {
        Map<String, Integer> below = frame.maxDepth() > 0 ? longer(path, frame.future()) : path;
        List<Part> parts = new ArrayList<>();
        boolean keepsChain = false;
        for (int slot = 0; slot < frame.children().size(); slot++) {
            FrameFacts.Receivers receivers = frame.receiversOf(slot);
            String type = frame.children().get(slot);
            Node node = receivers == null ? tree(type, below) : receivers(type, receivers, below);
            keepsChain |= node.keepsChain();
            if (node.part() != null) {
                parts.add(node.part());
            }
        }
        if (keepsChain) {
            parts.add(Part.of(CHAIN, name(CHAIN), ObjectLayout.bytes(CHAIN, shapes), List.of(), false));
        }
        return new Children(parts, keepsChain);
    }

    private static Map<String, Integer> longer(Map<String, Integer> path, String link) {
        Map<String, Integer> longer = new TreeMap<>(path);
        longer.merge(link, 1, Integer::sum);
        return longer;
    }

    private Node tree(String type, Map<String, Integer> path) {
        FrameFacts woven = facts.apply(type);
        if (woven == null) {
            return new Node(object(type, Set.of()), false);
        }
        if (woven.maxDepth() > 0 && path.getOrDefault(type, 0) >= woven.maxDepth()) {
            return new Node(null, false);
        }
        String key = type + path;
        Node node = known.get(key);
        if (node == null) {
            // What holds itself without a bound was never woven so; classes of two builds may still say it.
            known.put(key, new Node(null, false));
            Children children = children(woven, path);
            node = new Node(
                    Part.of(type, woven.method(), woven.bytes(), children.parts(), false), children.keepsChain());
            known.put(key, node);
        }
        return node;
    }

    private Node receivers(String slot, FrameFacts.Receivers receivers, Map<String, Integer> path) {
        long own = ObjectLayout.bytes(slot, shapes);
        String name =
                "any " + receivers.method().replaceAll("\\b(\\p{javaLowerCase}\\w*\\.)+(?=\\p{javaUpperCase})", "");
        String link = receivers.method();
        if (path.containsKey(link) || receivers.frames().isEmpty()) {
            return new Node(Part.of(slot, name, own, List.of(), receivers.open() || path.containsKey(link)), true);
        }
        Map<String, Integer> below = longer(path, link);
        int array = ARRAY_HEADER + REFERENCE * receivers.frames().size();
        List<Part> parts = new ArrayList<>();
        long arrayBytes = (array + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        parts.add(Part.of("[Ldev/pollen/Future;", "Future[]", arrayBytes, List.of(), false));
        for (String frame : receivers.frames()) {
            Part part = tree(frame, below).part();
            if (part != null) {
                parts.add(part);
            }
        }
        return new Node(Part.of(slot, name, own, parts, receivers.open()), true);
    }

    /** A slot and what it is made with; a field that leads back to a class above is a reference, not a part. */
    private @Nullable Part object(String className, Set<String> above) {
        if (above.contains(className)) {
            return null;
        }
        Set<String> here = new HashSet<>(above);
        here.add(className);
        List<Part> inside = new ArrayList<>();
        for (String field : parts.apply(className)) {
            Part part = object(field, here);
            if (part != null) {
                inside.add(part);
            }
        }
        return Part.of(className, name(className), ObjectLayout.bytes(className, shapes), inside, false);
    }

    private static String name(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }
}
