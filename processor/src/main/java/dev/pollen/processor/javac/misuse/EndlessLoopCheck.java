// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.pollen.processor.model.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endless loop of async code awaits in each turn, or no other task has one.
 *
 * <pre>
 *   while (true) { led.toggle(); }                                   nothing in it awaits
 *   while (true) { if (button.isPressed()) { await(signal()); } }    some of its turns await nothing
 *   while (true) { if (done) break; step(); }                        left alone: it ends, as far as anyone can see
 * </pre>
 *
 * A loop is endless if its condition is the constant {@code true} or missing, and no {@code break}, {@code return}, {@code throw} or
 * {@code continue} of an outer loop is in it, nor a {@code catch} around it that an exception could reach.
 */
final class EndlessLoopCheck implements TreeCheck {
    private final Tree.Kind kind;

    /**
     * Makes the check for one kind of loop.
     *
     * @param kind the kind
     */
    EndlessLoopCheck(Tree.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Tree.Kind kind() {
        return kind;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        ExpressionTree condition = condition(path.getLeaf());
        boolean endless = condition == null || code.isTrue(new TreePath(path, condition));
        if (!endless || !code.isAsyncCode(EnclosingCode.of(path).path()) || isCaught(path)) {
            return List.of();
        }
        Contents contents = new Contents(path, code);
        contents.scan(path, null);
        if (contents.leaves || contents.suspends && !new TurnPaths(code::suspends, code::isTrue).canTurn(path)) {
            return List.of();
        }
        String how = contents.suspends ? "some turns await nothing" : "nothing in it awaits";
        return TreeFinding.one(path.getLeaf(), Message.LOOP_NEVER_YIELDS, how);
    }

    private static @Nullable ExpressionTree condition(Tree loop) {
        if (loop instanceof ForLoopTree tree) {
            return tree.getCondition();
        }
        return loop instanceof WhileLoopTree tree ? tree.getCondition() : ((DoWhileLoopTree) loop).getCondition();
    }

    /** Whether the code around a loop has a handler for what leaves it. */
    private static boolean isCaught(TreePath loop) {
        TreePath path = loop;
        while (true) {
            TreePath around = path.getParentPath();
            Tree tree = around.getLeaf();
            if (tree instanceof TryTree statement
                    && statement.getBlock() == path.getLeaf()
                    && !statement.getCatches().isEmpty()) {
                return true;
            }
            if (tree instanceof ClassTree
                    || tree instanceof LambdaExpressionTree
                    || tree.getKind() == Tree.Kind.METHOD) {
                return false;
            }
            path = around;
        }
    }

    /** What is in a loop: ways out of it, and awaits. */
    private static final class Contents extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final TreePath loop;
        private final AsyncCode code;
        private boolean leaves;
        private boolean suspends;

        Contents(TreePath loop, AsyncCode code) {
            this.loop = loop;
            this.code = code;
        }

        /** A jump to something around the loop leaves it. */
        private void jump() {
            Tree target = Jumps.target(getCurrentPath());
            boolean leavesIt = target == loop.getLeaf() && getCurrentPath().getLeaf() instanceof BreakTree;
            for (TreePath at = loop.getParentPath(); at != null; at = at.getParentPath()) {
                leavesIt |= at.getLeaf() == target;
            }
            leaves |= leavesIt;
        }

        @Override
        public @Nullable Void visitBreak(BreakTree statement, @Nullable Void unused) {
            jump();
            return null;
        }

        @Override
        public @Nullable Void visitContinue(ContinueTree statement, @Nullable Void unused) {
            jump();
            return null;
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void unused) {
            leaves = true;
            return null;
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree statement, @Nullable Void unused) {
            leaves = true;
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            suspends |= code.suspends(getCurrentPath());
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            return null;
        }
    }
}
