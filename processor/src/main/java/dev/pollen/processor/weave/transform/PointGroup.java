// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.layout.PointLayout;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The awaits, or the emits, that share the code that saves and restores: the same variables in the same fields, the same handlers. */
final class PointGroup {
    /** What two points must have in common. */
    record Key(boolean emits, PointLayout layout, List<TryCatchBlockNode> handlers) {}

    private final Key key;
    private final List<ChildAccess> members = new ArrayList<>();
    private final LabelNode save = new LabelNode();
    private final LabelNode restore = new LabelNode();

    PointGroup(Key key) {
        this.key = key;
    }

    boolean emits() {
        return key.emits();
    }

    PointLayout layout() {
        return key.layout();
    }

    List<TryCatchBlockNode> handlers() {
        return key.handlers();
    }

    List<ChildAccess> members() {
        return members;
    }

    /** Where a member goes to suspend, its state on the stack. */
    LabelNode save() {
        return save;
    }

    /** Where a member goes to resume, with the exception to throw or null in its local. */
    LabelNode restore() {
        return restore;
    }
}
