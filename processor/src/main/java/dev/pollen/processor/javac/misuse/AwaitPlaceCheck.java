// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** An {@code await} stands directly in an async method or block, and not under a lock. */
final class AwaitPlaceCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        if (!code.isAwait(path)) {
            return List.of();
        }
        Tree name = ((MethodInvocationTree) path.getLeaf()).getMethodSelect();
        EnclosingCode enclosing = EnclosingCode.of(path);
        if (enclosing.path().getLeaf() instanceof LambdaExpressionTree) {
            if (!code.isBlockBody(enclosing.path())) {
                return TreeFinding.one(
                        name, code.isBlockType(enclosing.path()) ? Message.BLOCK_ARGUMENT : Message.AWAIT_IN_LAMBDA);
            }
            return enclosing.monitor() ? TreeFinding.one(name, Message.AWAIT_IN_MONITOR, "await") : List.of();
        }
        if (!(enclosing.path().getLeaf() instanceof MethodTree method)) {
            return TreeFinding.one(name, Message.AWAIT_IN_CONSTRUCTOR, enclosing.initializer());
        }
        if (method.getReturnType() == null) {
            return TreeFinding.one(name, Message.AWAIT_IN_CONSTRUCTOR, "a constructor");
        }
        if (!code.isAsync(enclosing.path())) {
            return TreeFinding.one(name, Message.AWAIT_OUTSIDE, description(enclosing.path(), method, code));
        }
        return enclosing.monitor() ? TreeFinding.one(name, Message.AWAIT_IN_MONITOR, "await") : List.of();
    }

    private static String description(TreePath path, MethodTree method, AsyncCode code) {
        ExecutableElement overridden = code.overriddenAsync(path);
        return overridden == null
                ? method.getName().toString()
                : method.getName() + ", an override of the async "
                        + overridden.getEnclosingElement().getSimpleName() + "." + overridden.getSimpleName();
    }
}
