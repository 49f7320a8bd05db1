// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Where {@code break} and {@code continue} go. */
final class Jumps {
    private Jumps() {}

    /**
     * The statement that a jump leaves, or the loop that it goes on with.
     *
     * @param jump a {@code break} or {@code continue}
     * @return the statement: a labeled one for a {@code break} with a label, else the loop or {@code switch}; the jump itself in
     *     code that does not compile
     */
    static Tree target(TreePath jump) {
        boolean leaves = jump.getLeaf() instanceof BreakTree;
        Name label = leaves ? ((BreakTree) jump.getLeaf()).getLabel() : ((ContinueTree) jump.getLeaf()).getLabel();
        for (TreePath at = jump.getParentPath(); at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (label == null && (isLoop(tree) || leaves && tree instanceof SwitchTree)) {
                return tree;
            }
            if (label != null && tree instanceof LabeledStatementTree labeled && label.equals(labeled.getLabel())) {
                return leaves ? labeled : withoutLabels(labeled);
            }
        }
        return jump.getLeaf();
    }

    private static Tree withoutLabels(LabeledStatementTree labeled) {
        Tree tree = labeled;
        while (tree instanceof LabeledStatementTree inner) {
            tree = inner.getStatement();
        }
        return tree;
    }

    static boolean isLoop(@Nullable Tree tree) {
        return tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree;
    }
}
