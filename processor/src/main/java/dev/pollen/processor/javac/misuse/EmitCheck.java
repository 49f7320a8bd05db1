// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Message;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An {@code emit} stands directly in a generator, not under a lock, and gives what the stream can have; javac does not
 * see the connection.
 *
 * <pre>
 *   AsyncStream&lt;Number&gt;    emit(1), emit(2.5)       kept
 *   AsyncStream.OfLong     emit(1), emit(boxed)     kept
 *   AsyncStream&lt;Long&gt;      emit(1)                  broken: an Integer is no Long
 * </pre>
 */
final class EmitCheck implements TreeCheck {
    @Override
    public Tree.Kind kind() {
        return Tree.Kind.METHOD_INVOCATION;
    }

    @Override
    public List<TreeFinding> check(TreePath path, AsyncCode code) {
        if (!code.isEmit(path)) {
            return List.of();
        }
        MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
        EnclosingCode enclosing = EnclosingCode.of(path);
        if (code.kind(enclosing.path()) != AsyncKind.GENERATOR) {
            return TreeFinding.one(call.getMethodSelect(), Message.EMIT_OUTSIDE, place(enclosing, code));
        }
        if (enclosing.monitor()) {
            return TreeFinding.one(call.getMethodSelect(), Message.AWAIT_IN_MONITOR, "emit");
        }
        return checkType(path, call.getArguments().get(0), enclosing, code);
    }

    private static String place(EnclosingCode enclosing, AsyncCode code) {
        Tree around = enclosing.path().getLeaf();
        if (around instanceof LambdaExpressionTree) {
            return code.isBlockBody(enclosing.path()) ? "an async block" : "a lambda";
        }
        if (!(around instanceof MethodTree method)) {
            return enclosing.initializer();
        }
        return method.getReturnType() == null
                ? "a constructor"
                : method.getName().toString();
    }

    private static List<TreeFinding> checkType(
            TreePath path, ExpressionTree argument, EnclosingCode enclosing, AsyncCode code) {
        TypeMirror given = code.type(new TreePath(path, argument));
        TypeMirror wanted = code.emittedType(enclosing.path());
        if (given == null || wanted == null || given.getKind() == TypeKind.ERROR) {
            return List.of();
        }
        boolean boxedChar = wanted.getKind().isPrimitive() && given.toString().equals("java.lang.Character");
        return code.isAssignable(given, wanted) && !boxedChar
                ? List.of()
                : TreeFinding.one(argument, Message.EMIT_TYPE, given.toString(), wanted.toString());
    }
}
