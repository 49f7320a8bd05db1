// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac.misuse;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;

/** One rule about attributed trees. */
interface TreeCheck {
    /**
     * The kind of tree that the rule is about.
     *
     * @return one of the kinds that {@link MisuseScanner} visits
     */
    Tree.Kind kind();

    /**
     * Applies the rule.
     *
     * @param path a tree of that kind
     * @param code what trees mean
     * @return what is wrong; empty if the rule is kept
     */
    List<TreeFinding> check(TreePath path, AsyncCode code);
}
