// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Message;
import java.util.List;

/** A generator ends with {@code AsyncStream.end()}; the values of another stream are passed on by a loop. */
final class StreamReturnCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.RETURN;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        ReturnTree statement = (ReturnTree) path.getLeaf();
        if (statement.getExpression() == null
                || code.kind(EnclosingCode.of(path).path()) != AsyncKind.GENERATOR) {
            return List.of();
        }
        return ResultExpressions.of(new TreePath(path, statement.getExpression())).stream()
                .filter(result -> !code.isEnd(result))
                .map(result -> new TreeFinding(Message.STREAM_RETURN, List.of(), result.getLeaf()))
                .toList();
    }
}
