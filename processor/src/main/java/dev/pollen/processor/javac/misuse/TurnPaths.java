// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a turn of a loop can pass without an await: {@code true} for a tree that control can come through, from its start to its
 * end, without one.
 *
 * <pre>
 *   if (pressed) { await(x); }                   can: where it is not pressed
 *   if (pressed) { continue; } await(x);         can: by the continue
 *   while (pressed) { step(); } await(x);        cannot: the inner loop ends, and then there is the await
 *   for (Port p : ports) { await(p.flush()); }   cannot: a loop inside that awaits is taken to have a turn
 *   try { step(); } finally { await(x); }        cannot
 * </pre>
 *
 * What an exception does on its way to a handler is left out: a turn that fails is none that goes on for ever.
 */
final class TurnPaths extends TreePathScanner<Boolean, @Nullable Void> {
    private final Predicate<TreePath> isAwait;
    private final Predicate<TreePath> isTrue;
    private @Nullable Tree loop;
    private Set<Tree> left = new HashSet<>();
    private Set<Tree> continued = new HashSet<>();

    /**
     * Makes a walk.
     *
     * @param isAwait whether a call suspends
     * @param isTrue whether a condition is the constant {@code true}
     */
    TurnPaths(Predicate<TreePath> isAwait, Predicate<TreePath> isTrue) {
        this.isAwait = isAwait;
        this.isTrue = isTrue;
    }

    /** Whether a loop can go from the start of its body to the next turn without an await. */
    boolean canTurn(TreePath path) {
        loop = path.getLeaf();
        return scan(path, null);
    }

    private boolean turns(StatementTree body, List<? extends Tree> update, @Nullable Tree condition) {
        boolean passed = passes(body) || continued.contains(loop);
        return passed && passes(update) && passes(condition);
    }

    private boolean passes(@Nullable Tree tree) {
        return scan(tree, null);
    }

    private boolean passes(List<? extends Tree> trees) {
        for (Tree tree : trees) {
            if (!passes(tree)) {
                return false;
            }
        }
        return true;
    }

    /** A tree that holds nothing passes, and one of several parts if each of them does. */
    @Override
    public Boolean scan(@Nullable Tree tree, @Nullable Void unused) {
        Boolean passes = tree == null ? Boolean.TRUE : super.scan(tree, unused);
        return passes == null || passes;
    }

    @Override
    public Boolean reduce(@Nullable Boolean first, @Nullable Boolean second) {
        return (first == null || first) && (second == null || second);
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        return reduce(super.visitMethodInvocation(call, unused), !isAwait.test(getCurrentPath()));
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
        return true;
    }

    @Override
    public Boolean visitClass(ClassTree type, @Nullable Void unused) {
        return true;
    }

    @Override
    public Boolean visitBinary(BinaryTree operation, @Nullable Void unused) {
        return switch (operation.getKind()) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> passes(operation.getLeftOperand());
            default -> super.visitBinary(operation, unused);
        };
    }

    @Override
    public Boolean visitConditionalExpression(ConditionalExpressionTree choice, @Nullable Void unused) {
        return passes(choice.getCondition())
                && (passes(choice.getTrueExpression()) || passes(choice.getFalseExpression()));
    }

    @Override
    public Boolean visitBlock(BlockTree block, @Nullable Void unused) {
        return passes(block.getStatements());
    }

    @Override
    public Boolean visitIf(IfTree choice, @Nullable Void unused) {
        if (!passes(choice.getCondition())) {
            return false;
        }
        boolean then = passes(choice.getThenStatement());
        boolean otherwise = passes(choice.getElseStatement());
        return then || otherwise;
    }

    @Override
    public Boolean visitLabeledStatement(LabeledStatementTree labeled, @Nullable Void unused) {
        boolean passes = passes(labeled.getStatement());
        return passes || left.contains(labeled);
    }

    @Override
    public Boolean visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        if (tree == loop) {
            return turns(tree.getStatement(), List.of(), tree.getCondition());
        }
        boolean body = passes(tree.getCondition()) && inner(tree, tree.getStatement());
        return body && !isTrue.test(new TreePath(getCurrentPath(), tree.getCondition())) || left.contains(tree);
    }

    @Override
    public Boolean visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        if (tree == loop) {
            return turns(tree.getStatement(), List.of(), tree.getCondition());
        }
        boolean body = inner(tree, tree.getStatement()) && passes(tree.getCondition());
        return body && !isTrue.test(new TreePath(getCurrentPath(), tree.getCondition())) || left.contains(tree);
    }

    @Override
    public Boolean visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        if (tree == loop) {
            return turns(tree.getStatement(), tree.getUpdate(), tree.getCondition());
        }
        if (!passes(tree.getInitializer()) || !passes(tree.getCondition())) {
            return false;
        }
        boolean ends = tree.getCondition() != null && !isTrue.test(new TreePath(getCurrentPath(), tree.getCondition()));
        return inner(tree, tree.getStatement()) && ends || left.contains(tree);
    }

    /** A loop inside that awaits in each of its turns is taken to have one. */
    private boolean inner(Tree tree, StatementTree body) {
        boolean passes = passes(body);
        return passes || continued.contains(tree);
    }

    @Override
    public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        boolean body = passes(tree.getExpression()) && inner(tree, tree.getStatement());
        return body || left.contains(tree);
    }

    @Override
    public Boolean visitSwitch(SwitchTree choice, @Nullable Void unused) {
        if (!passes(choice.getExpression())) {
            return false;
        }
        boolean passes = canMatchNothing(choice);
        for (CaseTree each : choice.getCases()) {
            boolean last = each == choice.getCases().get(choice.getCases().size() - 1);
            boolean through = each.getBody() == null ? passes(each.getStatements()) : passes(each.getBody());
            // With colons what falls through comes to the next case, which is entered anyway.
            passes |= through && (last || each.getBody() != null);
        }
        return passes || left.contains(choice);
    }

    /** One of numbers and texts without a default; one of an enum's constants has them all, as far as this looks. */
    private static boolean canMatchNothing(SwitchTree choice) {
        return choice.getCases().stream()
                        .noneMatch(each -> each.getExpressions().isEmpty())
                && choice.getCases().stream()
                        .flatMap(each -> each.getExpressions().stream())
                        .anyMatch(LiteralTree.class::isInstance);
    }

    /** A case without an await is enough. */
    @Override
    public Boolean visitSwitchExpression(SwitchExpressionTree choice, @Nullable Void unused) {
        if (!passes(choice.getExpression())) {
            return false;
        }
        boolean passes = false;
        for (CaseTree each : choice.getCases()) {
            passes |= each.getBody() == null ? passes(each.getStatements()) : passes(each.getBody());
        }
        return passes;
    }

    @Override
    public Boolean visitYield(YieldTree statement, @Nullable Void unused) {
        return passes(statement.getValue());
    }

    @Override
    public Boolean visitTry(TryTree statement, @Nullable Void unused) {
        Set<Tree> leftBefore = new HashSet<>(left);
        Set<Tree> continuedBefore = new HashSet<>(continued);
        boolean body = passes(statement.getResources()) && passes(statement.getBlock());
        if (!passes(statement.getFinallyBlock())) {
            left = leftBefore;
            continued = continuedBefore;
            return false;
        }
        return body;
    }

    @Override
    public Boolean visitSynchronized(SynchronizedTree statement, @Nullable Void unused) {
        return passes(statement.getExpression()) && passes(statement.getBlock());
    }

    @Override
    public Boolean visitReturn(ReturnTree statement, @Nullable Void unused) {
        return false;
    }

    @Override
    public Boolean visitThrow(ThrowTree statement, @Nullable Void unused) {
        return false;
    }

    @Override
    public Boolean visitBreak(BreakTree statement, @Nullable Void unused) {
        left.add(Jumps.target(getCurrentPath()));
        return false;
    }

    @Override
    public Boolean visitContinue(ContinueTree statement, @Nullable Void unused) {
        continued.add(Jumps.target(getCurrentPath()));
        return false;
    }
}
