// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.List;

/** {@code async(() -> ..)} is not woven yet. */
final class AsyncBlockCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        return code.isBlock(path)
                ? TreeFinding.one(
                        ((MethodInvocationTree) path.getLeaf()).getMethodSelect(),
                        Message.NOT_SUPPORTED,
                        "an async block",
                        "move the block's body into an @Async method and call that")
                : List.of();
    }
}
