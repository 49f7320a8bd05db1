// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Message;
import java.util.List;

/**
 * {@code Task.of} puts a task on the heap, so no code does it under {@code @NoAllocation}: no ordinary method either, as all
 * tasks of such a class come from pools.
 */
final class HeapTaskCheck implements TreeCheck {
    private final Tree.Kind kind;

    /**
     * Makes the check for calls or for references.
     *
     * @param kind which of the two
     */
    HeapTaskCheck(Tree.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Tree.Kind kind() {
        return kind;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        if (!code.isTaskOf(path)) {
            return List.of();
        }
        AllocationMark mark = code.allocation(path);
        if (mark == null || !mark.forbids()) {
            return List.of();
        }
        Tree at = path.getLeaf() instanceof MethodInvocationTree call ? call.getMethodSelect() : path.getLeaf();
        String what = Message.ALLOCATES.sentence(
                path.getLeaf() instanceof MemberReferenceTree ? "Task::of" : "Task.of",
                "mark a method @AsyncTask, whose slots are made with its pool, and spawn a call of it");
        return TreeFinding.one(at, Message.ALLOCATION_FORBIDDEN, what, mark.where());
    }
}
