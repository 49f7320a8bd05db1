// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.List;

/**
 * {@code try { return other(); } finally { .. }} awaits {@code other()} after the try: javac evaluates the return first
 * and leaves the try then.
 */
final class ReturnInTryCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.RETURN;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        ReturnTree statement = (ReturnTree) path.getLeaf();
        EnclosingCode enclosing = EnclosingCode.of(path);
        if (statement.getExpression() == null || !enclosing.protectedByTry() || !code.isFunction(enclosing.path())) {
            return List.of();
        }
        return ResultExpressions.of(new TreePath(path, statement.getExpression())).stream()
                .filter(result -> !code.isReady(result))
                .map(result -> new TreeFinding(Message.RETURN_IN_TRY, List.of(), result.getLeaf()))
                .toList();
    }
}
