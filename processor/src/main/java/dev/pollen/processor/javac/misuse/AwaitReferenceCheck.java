// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * {@code Pollen::await}, or {@code Pollen::emit}, is a function that nobody could suspend the caller of, and {@code
 * Pollen::async} one that does not see the body which it is to run.
 */
final class AwaitReferenceCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.MEMBER_REFERENCE;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        MemberReferenceTree reference = (MemberReferenceTree) path.getLeaf();
        String name = reference.getName().toString();
        boolean suspends = name.equals("await") || name.equals("emit");
        if (!suspends && !AsyncCode.isBlock(name)) {
            return List.of();
        }
        Element method = code.element(path);
        return method != null && AsyncCode.isNamed(method.getEnclosingElement(), Names.POLLEN)
                ? suspends
                        ? TreeFinding.one(reference, Message.AWAIT_AS_FUNCTION, name)
                        : TreeFinding.one(reference, Message.BLOCK_ARGUMENT)
                : List.of();
    }
}
