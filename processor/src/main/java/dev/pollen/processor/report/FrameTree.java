// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.layout.ObjectLayout;
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
    private final Map<String, Size> known = new HashMap<>();

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

    /**
     * What is made with a frame.
     *
     * @param bytes the objects that live as long as it does
     * @param open whether more may be made later
     * @param keepsChain whether something in it remembers the chain above it
     */
    record Size(long bytes, boolean open, boolean keepsChain) {
        static final Size NOTHING = new Size(0, false, false);

        Size plus(Size other) {
            return new Size(sum(bytes, other.bytes), open || other.open, keepsChain || other.keepsChain);
        }

        private static long sum(long a, long b) {
            long sum = a + b;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }

    /** All that a frame holds, to any depth, without the frame itself. */
    Size childrenOf(FrameFacts frame) {
        return children(frame, new TreeMap<>());
    }

    /** A path counts the frames of each bounded method above, and the slots of each call that can be overridden. */
    private Size children(FrameFacts frame, Map<String, Integer> path) {
        Map<String, Integer> below = frame.maxDepth() > 0 ? longer(path, frame.future()) : path;
        Size size = Size.NOTHING;
        for (int slot = 0; slot < frame.children().size(); slot++) {
            FrameFacts.Receivers receivers = frame.receiversOf(slot);
            String type = frame.children().get(slot);
            size = size.plus(receivers == null ? tree(type, below) : receivers(type, receivers, below));
        }
        return size.keepsChain() ? size.plus(new Size(ObjectLayout.bytes(CHAIN, shapes), false, true)) : size;
    }

    private static Map<String, Integer> longer(Map<String, Integer> path, String link) {
        Map<String, Integer> longer = new TreeMap<>(path);
        longer.merge(link, 1, Integer::sum);
        return longer;
    }

    private Size tree(String type, Map<String, Integer> path) {
        FrameFacts woven = facts.apply(type);
        if (woven == null) {
            return new Size(object(type, Set.of()), false, false);
        }
        if (woven.maxDepth() > 0 && path.getOrDefault(type, 0) >= woven.maxDepth()) {
            return Size.NOTHING;
        }
        String key = type + path;
        Size size = known.get(key);
        if (size == null) {
            // What holds itself without a bound was never woven so; classes of two builds may still say it.
            known.put(key, Size.NOTHING);
            size = new Size(woven.bytes(), false, false).plus(children(woven, path));
            known.put(key, size);
        }
        return size;
    }

    private Size receivers(String slot, FrameFacts.Receivers receivers, Map<String, Integer> path) {
        Size size = new Size(ObjectLayout.bytes(slot, shapes), receivers.open(), true);
        String link = receivers.method();
        if (path.containsKey(link)) {
            return size.plus(new Size(0, true, true));
        }
        if (receivers.frames().isEmpty()) {
            return size;
        }
        Map<String, Integer> below = longer(path, link);
        int array = ARRAY_HEADER + REFERENCE * receivers.frames().size();
        size = size.plus(new Size((array + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT, false, true));
        for (String frame : receivers.frames()) {
            size = size.plus(tree(frame, below));
        }
        return size;
    }

    /** A slot and what it is made with; a field that leads back to a class above is a reference, not a part. */
    private int object(String className, Set<String> above) {
        if (above.contains(className)) {
            return 0;
        }
        Set<String> here = new HashSet<>(above);
        here.add(className);
        int bytes = ObjectLayout.bytes(className, shapes);
        for (String part : parts.apply(className)) {
            bytes += object(part, here);
        }
        return bytes;
    }
}
