// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.Value;
import com.sun.jdi.event.LocatableEvent;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a debugger shows where a program has stopped.
 *
 * @param method the method
 * @param self the class of {@code this}; empty in a static method
 * @param fields the fields of {@code this}, by name
 * @param locals all visible variables, by name
 */
record Stop(String method, String self, Map<String, String> fields, Map<String, String> locals) {
    /**
     * Reads what is shown.
     *
     * @param event the stop
     * @return all that was read
     */
    static Stop read(LocatableEvent event) throws IncompatibleThreadStateException, AbsentInformationException {
        StackFrame frame = event.thread().frame(0);
        ObjectReference self = frame.thisObject();
        Map<String, String> fields = new TreeMap<>();
        if (self != null) {
            self.referenceType().fields().forEach(field -> fields.put(field.name(), text(self.getValue(field))));
        }
        Map<String, String> locals = new TreeMap<>();
        Map<LocalVariable, Value> values = frame.getValues(frame.visibleVariables());
        values.forEach((variable, value) -> locals.put(variable.name(), text(value)));
        return new Stop(
                event.location().method().name(),
                self == null ? "" : self.referenceType().name(),
                fields,
                locals);
    }

    private static String text(Value value) {
        return String.valueOf(value);
    }
}
