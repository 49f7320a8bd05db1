// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that an expression's value can come from.
 *
 * <pre>
 *   (a)                                       a
 *   c ? a : b                                 a, b
 *   switch (n) { case 1 -> a; default -> b; } a, b
 * </pre>
 */
final class ResultExpressions {
    private ResultExpressions() {}

    static List<TreePath> of(TreePath expression) {
        List<TreePath> results = new ArrayList<>();
        collect(expression, results);
        return results;
    }

    private static void collect(TreePath path, List<TreePath> results) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree parentheses) {
            collect(new TreePath(path, parentheses.getExpression()), results);
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            collect(new TreePath(path, conditional.getTrueExpression()), results);
            collect(new TreePath(path, conditional.getFalseExpression()), results);
        } else if (tree instanceof SwitchExpressionTree) {
            new Yields(results).scan(path, null);
        } else {
            results.add(path);
        }
    }

    /** Finds what one switch expression yields; those within it yield to themselves. */
    private static final class Yields extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final List<TreePath> results;
        private boolean inside;

        Yields(List<TreePath> results) {
            this.results = results;
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
            if (!inside) {
                inside = true;
                return scan(tree.getCases(), unused);
            }
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
            if (tree.getBody() instanceof ExpressionTree value) {
                collect(new TreePath(getCurrentPath(), value), results);
                return null;
            }
            return tree.getBody() == null ? scan(tree.getStatements(), unused) : scan(tree.getBody(), unused);
        }

        @Override
        public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
            collect(new TreePath(getCurrentPath(), tree.getValue()), results);
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }
    }
}
