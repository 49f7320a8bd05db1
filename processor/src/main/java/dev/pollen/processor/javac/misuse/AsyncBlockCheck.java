// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.List;

/**
 * An async block's body stands in the call, where it is woven with the class around it.
 *
 * <pre>
 *   async(() -&gt; ..)           a block
 *   async(this::read)         a call of read, if that is async
 *   async(body)               no block: nobody knows what runs
 * </pre>
 */
final class AsyncBlockCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
        if (!code.isBlock(path) || call.getArguments().size() != 1) {
            return List.of();
        }
        ExpressionTree argument = call.getArguments().get(0);
        TreePath body = AsyncCode.withoutCasts(new TreePath(path, argument));
        if (body.getLeaf() instanceof LambdaExpressionTree) {
            return List.of();
        }
        if (body.getLeaf() instanceof MemberReferenceTree reference
                && reference.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
            String name = reference.getName().toString();
            return code.isMarked(body)
                    ? List.of()
                    : TreeFinding.one(reference, Message.BLOCK_REFERENCE, name, AsyncCode.name(call), name);
        }
        return TreeFinding.one(argument, Message.BLOCK_ARGUMENT);
    }
}
