// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.layout.ObjectLayout;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the futures that are made with a frame.
 *
 * @param facts finds the facts of woven frames; null for a class that is not one
 * @param shapes finds the shapes of classes
 * @param parts finds the classes of the objects that a slot is made with
 */
record FrameTree(
        Function<String, @Nullable FrameFacts> facts,
        Function<String, @Nullable ClassShape> shapes,
        Function<String, List<String>> parts) {
    /** Bytes of all that a frame holds, to any depth, without the frame itself. */
    int childrenOf(FrameFacts frame) {
        return frame.children().stream().mapToInt(this::tree).sum();
    }

    private int tree(String slot) {
        FrameFacts woven = facts.apply(slot);
        return woven == null ? object(slot) : woven.bytes() + childrenOf(woven);
    }

    private int object(String className) {
        return ObjectLayout.bytes(className, shapes)
                + parts.apply(className).stream().mapToInt(this::object).sum();
    }
}
