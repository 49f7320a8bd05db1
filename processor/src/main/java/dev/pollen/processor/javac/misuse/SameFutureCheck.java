// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * {@code join(f, f)} would poll one future as two, in a combinator within it and borrowed as well; so would {@code
 * join(s.next(), s.next())} of one stream.
 */
final class SameFutureCheck implements TreeCheck {
    private static final String FUTURES = "dev/pollen/futures/Futures";

    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        if (!isCombinator(path, code) || isPart(path, code)) {
            return List.of();
        }
        List<TreeFinding> findings = new ArrayList<>();
        collect(path, code, new HashSet<>(), findings);
        return findings;
    }

    private static void collect(TreePath path, AsyncCode code, Set<Element> seen, List<TreeFinding> findings) {
        TreePath part = AsyncCode.withoutCasts(path);
        if (!(part.getLeaf() instanceof MethodInvocationTree call)) {
            note(part, Message.SAME_FUTURE, code, seen, findings);
        } else if (isCombinator(part, code)) {
            for (ExpressionTree argument : call.getArguments().subList(0, futures(call))) {
                collect(new TreePath(part, argument), code, seen, findings);
            }
        } else if (code.isNext(part) && call.getMethodSelect() instanceof MemberSelectTree next) {
            TreePath stream = new TreePath(new TreePath(part, next), next.getExpression());
            note(stream, Message.SAME_STREAM, code, seen, findings);
        }
    }

    private static void note(
            TreePath part, Message message, AsyncCode code, Set<Element> seen, List<TreeFinding> findings) {
        if (isName(part.getLeaf()) && code.element(part) instanceof VariableElement variable && !seen.add(variable)) {
            findings.addAll(TreeFinding.one(
                    part.getLeaf(), message, variable.getSimpleName().toString()));
        }
    }

    /** {@code f} or {@code this.f}: what {@code a.f} is depends on {@code a}. */
    private static boolean isName(Tree tree) {
        return tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree select
                        && select.getExpression() instanceof IdentifierTree name
                        && name.getName().contentEquals("this");
    }

    /** How many of the arguments are futures, by the name of the method. */
    private static int futures(MethodInvocationTree call) {
        String name = AsyncCode.name(call);
        int arguments = call.getArguments().size();
        return switch (name) {
            case "select", "selectAll", "race", "join", "tryJoin", "borrow", "pollOnce" -> arguments;
            default -> name.startsWith("map") || name.startsWith("then") ? Math.min(1, arguments) : 0;
        };
    }

    private static boolean isCombinator(TreePath path, AsyncCode code) {
        if (!(path.getLeaf() instanceof MethodInvocationTree call)) {
            return false;
        }
        if (futures(call) == 0) {
            return false;
        }
        ExecutableElement method = code.callee(path);
        return method != null && AsyncCode.isNamed(method.getEnclosingElement(), FUTURES);
    }

    /** Whether a call stands in another one that is looked through from its top. */
    private static boolean isPart(TreePath path, AsyncCode code) {
        TreePath around = path.getParentPath();
        while (around != null
                && (around.getLeaf().getKind() == Tree.Kind.PARENTHESIZED
                        || around.getLeaf().getKind() == Tree.Kind.TYPE_CAST)) {
            around = around.getParentPath();
        }
        return around != null && isCombinator(around, code);
    }
}
