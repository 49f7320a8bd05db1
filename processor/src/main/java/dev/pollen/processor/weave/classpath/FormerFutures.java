// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.FutureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Future classes that the weaver wrote for blocks which their class no longer has. No source stands for them, so no
 * build tool deletes them.
 */
public final class FormerFutures {
    private FormerFutures() {}

    /**
     * Finds them: those numbers that follow on what is there now.
     *
     * @param owner internal name of a class that was compiled anew
     * @param current internal names of the classes that were woven of it
     * @param classFiles finds a class file beside the owner's; null where there is none
     * @return internal names of classes to delete
     */
    public static List<String> of(String owner, Set<String> current, Function<String, byte @Nullable []> classFiles) {
        List<String> former = new ArrayList<>();
        for (int number = 1; ; number++) {
            String name = FutureName.numbered(owner, number);
            if (current.contains(name)) {
                continue;
            }
            byte[] bytes = classFiles.apply(name);
            if (bytes == null) {
                return former;
            }
            // A user may have chosen the name.
            if (FrameFactsReader.read(bytes).isPresent()) {
                former.add(name);
            }
        }
    }
}
