// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.verify.ClassFileVote;
import dev.pollen.processor.weave.verify.CodeCheck;
import dev.pollen.processor.weave.verify.FrameCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks all who can tell whether a woven class is sound. */
final class Verification {
    private Verification() {}

    /** What each of them found, by name; empty if all agree that nothing is wrong. */
    static Map<String, List<String>> of(byte[] bytes, Library library) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        List<String> code = CodeCheck.check(bytes);
        if (!code.isEmpty()) {
            problems.put("the code check", code);
        }
        FrameCheck.check(bytes, library)
                .forEach((method, found) -> problems.put("the frame check of " + method, found));
        List<String> vote = ClassFileVote.check(bytes, library);
        if (!vote.isEmpty()) {
            problems.put("java.lang.classfile", vote);
        }
        return problems;
    }
}
