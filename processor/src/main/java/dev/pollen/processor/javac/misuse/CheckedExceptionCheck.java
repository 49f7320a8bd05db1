// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * {@code var f = read();} is an error where {@code read} declares a checked exception: javac sees it at the call, and it
 * leaves at the await.
 *
 * <pre>
 *   await(read())                             kept
 *   await(select(read(), Timer.at(t)))        kept
 *   return read();  in an async method        kept: it awaits
 *   await(async(() -&gt; ..))                   kept
 *   await(retry(policy, () -&gt; read()))       kept: retry declares it, too
 *   var f = read();                           broken
 * </pre>
 */
final class CheckedExceptionCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        ExecutableElement method = code.callee(path);
        if (method == null || method.getThrownTypes().isEmpty()) {
            return List.of();
        }
        boolean block = code.isBlock(path);
        if (!block && !AsyncCode.givesMarkedFuture(method)) {
            return List.of();
        }
        List<? extends TypeMirror> thrown = code.checkedExceptions(path);
        if (thrown.isEmpty() || isAwaited(path, code)) {
            return List.of();
        }
        String names = thrown.stream().map(TypeMirror::toString).collect(Collectors.joining(", "));
        return TreeFinding.one(
                ((MethodInvocationTree) path.getLeaf()).getMethodSelect(),
                Message.CHECKED_OUTSIDE_AWAIT,
                block ? "the async block" : method.getSimpleName().toString(),
                names);
    }

    /** Climbs from a call to what takes its value, as long as that gives a future of it. */
    private static boolean isAwaited(TreePath call, AsyncCode code) {
        TreePath path = call;
        while (true) {
            TreePath around = path.getParentPath();
            Tree taker = around.getLeaf();
            if (taker instanceof MethodInvocationTree invocation) {
                if (invocation.getMethodSelect() == path.getLeaf()) {
                    return false;
                }
                if (code.isAwait(around) || code.isBlockOn(around)) {
                    return true;
                }
                if (!code.givesFuture(around)) {
                    return false;
                }
            } else if (taker instanceof ReturnTree || taker instanceof LambdaExpressionTree) {
                TreePath body =
                        taker instanceof ReturnTree ? EnclosingCode.of(around).path() : around;
                if (isStarter(body, code)) {
                    return true; // retry and then declare it themselves, and are looked at
                }
                return taker instanceof ReturnTree ? code.isFunction(body) : code.isBlockBody(body);
            } else if (taker instanceof YieldTree) {
                around = switchAround(around);
            } else if (!passesOn(taker, path.getLeaf())) {
                return false;
            }
            path = around;
        }
    }

    /** Whether a lambda makes a future for {@code retry} or {@code then}, in whichever form, which declare what it throws. */
    private static boolean isStarter(TreePath body, AsyncCode code) {
        TreePath taker = body.getParentPath();
        if (!(body.getLeaf() instanceof LambdaExpressionTree)
                || !(taker.getLeaf() instanceof MethodInvocationTree invocation)) {
            return false;
        }
        String name = AsyncCode.name(invocation);
        ExecutableElement method = name.startsWith("retry") || name.startsWith("then") ? code.callee(taker) : null;
        return method != null && AsyncCode.isNamed(method.getEnclosingElement(), Names.FUTURES);
    }

    private static TreePath switchAround(TreePath yield) {
        TreePath path = yield;
        while (!(path.getLeaf() instanceof SwitchExpressionTree)) {
            path = path.getParentPath();
        }
        return path;
    }

    private static boolean passesOn(Tree taker, Tree part) {
        return taker instanceof ParenthesizedTree
                || (taker instanceof ConditionalExpressionTree conditional && conditional.getCondition() != part)
                || taker instanceof CaseTree
                || taker instanceof SwitchExpressionTree;
    }
}
