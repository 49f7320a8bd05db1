// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.layout.FrameField;
import dev.pollen.processor.weave.layout.FrameLayout;

/** Whether a frame has references to let go when it ends. */
final class FrameClear {
    private FrameClear() {}

    static boolean needed(FrameLayout layout, AsyncTarget target) {
        return !target.isStatic() || layout.fields().stream().anyMatch(FrameField::isReference);
    }
}
