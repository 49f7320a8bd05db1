// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pollen.processor.javac.misuse.TreeFinding;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.WeaveFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Prints findings at trees. A {@code Messager} with an element would do until the classes are generated; after that it
 * has lost the positions.
 */
final class TreeMessages {
    private final Trees trees;
    private final SavedTrees saved;
    private @Nullable Messager messager;
    private boolean errors;
    private CompileOptions options = CompileOptions.read(Map.of(), wrong -> {});

    TreeMessages(Trees trees, SavedTrees saved) {
        this.trees = trees;
        this.saved = saved;
    }

    void set(CompileOptions chosen, Messager withoutPosition) {
        options = chosen;
        messager = withoutPosition;
    }

    /** Whether there was an error of ours: after one javac writes no more class files, and says that it has. */
    boolean hasErrors() {
        return errors;
    }

    /** Prints what was found in a tree that is still there. */
    void print(TreeFinding finding, CompilationUnitTree unit) {
        Diagnostic.Kind kind = options.kind(finding.message());
        String text = finding.message().text(finding.arguments().toArray());
        TreePath path = kind == Diagnostic.Kind.ERROR ? null : trees.getPath(unit, finding.tree());
        Silence silence = path == null ? Silence.NONE : Silence.around(path, trees);
        print(finding.message(), text, new SavedTrees.Place(finding.tree(), unit, silence));
    }

    /** Prints what was found in a class file. */
    void print(Finding finding) {
        // The check of trees has said it already, and sees more.
        if (finding.message() != Message.LOOP_NEVER_YIELDS) {
            print(finding.message(), finding.text(), saved.place(finding));
        }
    }

    /** Prints an error that has no place in a source. */
    void printError(String text) {
        print(Diagnostic.Kind.ERROR, text, null);
    }

    /** Prints a failure of ours while weaving, at the method if it is known, else at the first async method of the class. */
    void printInternalError(String owner, Throwable failure) {
        if (failure instanceof WeaveFailure ofMethod) {
            Finding finding = new Finding(Message.INTERNAL_ERROR, List.of(), ofMethod.method(), 0, "");
            String what = ofMethod.method().display();
            printInternalError(what, WeaveFailure.pass(failure), failure, saved.place(finding));
        } else {
            String what = owner.replace('/', '.');
            printInternalError(what, WeaveFailure.pass(failure), failure, saved.first(owner));
        }
    }

    /** Prints a failure of ours while looking through a file, at its top. */
    void printInternalError(CompilationUnitTree unit, Throwable failure) {
        String file = unit.getSourceFile().getName();
        printInternalError(
                file, "the checks of attributed trees", failure, new SavedTrees.Place(unit, unit, Silence.NONE));
    }

    private void printInternalError(String what, String where, Throwable failure, SavedTrees.@Nullable Place place) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        print(Message.INTERNAL_ERROR, Message.INTERNAL_ERROR.text(what, where, trace), place);
    }

    private void print(Message message, String text, SavedTrees.@Nullable Place place) {
        Diagnostic.Kind kind = options.kind(message);
        boolean silent = kind != Diagnostic.Kind.ERROR
                && place != null
                && place.silence().covers(message);
        if (kind != null && !silent) {
            print(kind, text, place);
        }
    }

    private void print(Diagnostic.Kind kind, String text, SavedTrees.@Nullable Place place) {
        errors |= kind == Diagnostic.Kind.ERROR;
        if (place != null) {
            trees.printMessage(kind, text, place.tree(), place.unit());
        } else if (messager != null) {
            // A class without async methods of its own, woven for those that it inherits.
            messager.printMessage(kind, text);
        } else {
            throw new IllegalStateException(text);
        }
    }
}
