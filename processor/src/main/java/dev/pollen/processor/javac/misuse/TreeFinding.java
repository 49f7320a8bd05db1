// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.Tree;
import dev.pollen.processor.model.Message;
import java.util.List;

/**
 * One message about a tree.
 *
 * @param message which message
 * @param arguments what its template needs
 * @param tree what the caret stands at
 */
public record TreeFinding(Message message, List<String> arguments, Tree tree) {
    /** Copies the list. */
    public TreeFinding {
        arguments = List.copyOf(arguments);
    }

    static List<TreeFinding> one(Tree tree, Message message, String... arguments) {
        return List.of(new TreeFinding(message, List.of(arguments), tree));
    }
}
