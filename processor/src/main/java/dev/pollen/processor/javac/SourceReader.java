// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.pollen.processor.model.AwaitText;
import dev.pollen.processor.model.MethodSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads what the source tells of methods: before attribution, so an {@code await} or {@code emit} is known by its name alone. */
final class SourceReader {
    private final Trees trees;
    private @Nullable TypeElement lastOwner;
    private @Nullable CompilationUnitTree lastOwnerUnit;
    private @Nullable CompilationUnitTree lastUnit;
    private SourceText lastText = new SourceText("");

    SourceReader(Trees trees) {
        this.trees = trees;
    }

    MethodSource read(ExecutableElement element) {
        MethodTree method = trees.getTree(element);
        CompilationUnitTree unit = unit((TypeElement) element.getEnclosingElement());
        if (method == null || unit == null) {
            return MethodSource.UNKNOWN;
        }
        try {
            return read(unit, text(unit), method);
        } catch (IOException unreadable) {
            return MethodSource.UNKNOWN;
        }
    }

    /** A path is searched for in the whole file, so one serves all methods of a class. */
    private @Nullable CompilationUnitTree unit(TypeElement owner) {
        if (!owner.equals(lastOwner)) {
            TreePath path = trees.getPath(owner);
            lastOwnerUnit = path == null ? null : path.getCompilationUnit();
            lastOwner = owner;
        }
        return lastOwnerUnit;
    }

    private MethodSource read(CompilationUnitTree unit, SourceText text, MethodTree method) {
        int type = start(unit, method.getReturnType());
        int name = text.methodName(type, method.getName().toString());
        List<AwaitText> awaits = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                // In the order of the class file: what stands in an argument comes first.
                super.visitMethodInvocation(call, unused);
                if (isSuspension(call.getMethodSelect())) {
                    int start = start(unit, call);
                    awaits.add(new AwaitText(text.line(text.arguments(start)), text.call(start)));
                }
                return null;
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }

            @Override
            public @Nullable Void visitClass(ClassTree type, Void unused) {
                return null;
            }
        }.scan(method.getBody(), null);
        String file = unit.getSourceFile().toUri().getPath();
        return new MethodSource(file.substring(file.lastIndexOf('/') + 1), text.line(name), awaits);
    }

    private static boolean isSuspension(ExpressionTree method) {
        if (method instanceof MemberSelectTree select) {
            String receiver = select.getExpression().toString();
            return isSuspension(select.getIdentifier())
                    && (receiver.equals("Pollen") || receiver.equals("dev.pollen.Pollen"));
        }
        return method instanceof IdentifierTree name && isSuspension(name.getName());
    }

    private static boolean isSuspension(Name name) {
        return name.contentEquals("await") || name.contentEquals("emit");
    }

    private SourceText text(CompilationUnitTree unit) throws IOException {
        if (unit != lastUnit) {
            lastText = new SourceText(unit.getSourceFile().getCharContent(true));
            lastUnit = unit;
        }
        return lastText;
    }

    private int start(CompilationUnitTree unit, Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
