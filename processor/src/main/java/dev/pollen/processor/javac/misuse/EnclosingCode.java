// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;

/**
 * The code that runs a tree: the nearest lambda, method, initialiser or field around it, and what stands between.
 *
 * @param path the lambda, method, initialiser block or field
 * @param monitor whether the tree is in the body of a {@code synchronized} statement of that code
 * @param protectedByTry whether the tree stands where a {@code catch}, a {@code finally} or resources of that code wait
 *     for it
 */
record EnclosingCode(TreePath path, boolean monitor, boolean protectedByTry) {
    /**
     * Finds the code around a tree.
     *
     * @param tree a tree in a class
     * @return the code
     */
    static EnclosingCode of(TreePath tree) {
        boolean monitor = false;
        boolean protectedByTry = false;
        TreePath path = tree;
        while (true) {
            TreePath around = path.getParentPath();
            Tree leaf = around.getLeaf();
            if (leaf instanceof ClassTree) {
                return new EnclosingCode(path, monitor, protectedByTry);
            }
            if (leaf instanceof LambdaExpressionTree || leaf instanceof MethodTree) {
                return new EnclosingCode(around, monitor, protectedByTry);
            }
            monitor |= leaf instanceof SynchronizedTree statement && statement.getBlock() == path.getLeaf();
            protectedByTry |= leaf instanceof TryTree statement && protects(statement, path.getLeaf());
            path = around;
        }
    }

    private static boolean protects(TryTree statement, Tree part) {
        boolean body = part == statement.getBlock() || statement.getResources().contains(part);
        boolean handled =
                !statement.getCatches().isEmpty() || !statement.getResources().isEmpty();
        boolean last = statement.getFinallyBlock() != null && part != statement.getFinallyBlock();
        return (body && handled) || last;
    }

    /** The code in words, for code that is neither method nor lambda. */
    String initializer() {
        if (path.getLeaf() instanceof VariableTree field) {
            return "the initialiser of " + field.getName();
        }
        return path.getLeaf() instanceof BlockTree block && block.isStatic()
                ? "a static initialiser"
                : "an instance initialiser";
    }
}
