// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.List;

/** A method of a local or anonymous class has no name that its Future class could be called by. */
final class LocalAsyncMethodCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        return code.isAsync(path) && code.isLocal(path)
                ? TreeFinding.one(
                        path.getLeaf(),
                        Message.NOT_SUPPORTED,
                        "an async method of a local or anonymous class",
                        "move the class out of the method, or the method out of the class")
                : List.of();
    }
}
