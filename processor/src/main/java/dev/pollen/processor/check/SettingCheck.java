// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.check;

import dev.pollen.processor.model.AsyncMethod;
import dev.pollen.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;

/** A setting that the compiler does not read yet is an error where it is written: nobody should rely on it. */
final class SettingCheck implements MethodCheck {
    private static final Map<String, String> UNREAD = Map.of("maxBytes", "leave it out; the report prints the size");

    @Override
    public List<ElementFinding> check(AsyncMethod method) {
        List<ElementFinding> findings = new ArrayList<>();
        AnnotationMirror mark = method.mark();
        mark.getElementValues().forEach((setting, value) -> {
            String name = setting.getSimpleName().toString();
            String instead = UNREAD.get(name);
            if (instead != null) {
                findings.add(new ElementFinding(
                        Message.NOT_SUPPORTED, List.of(name, instead), method.element(), mark, value));
            }
        });
        return findings;
    }
}
