// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * A method as a class file names it.
 *
 * @param owner internal name of the class
 * @param name simple name
 * @param descriptor erased descriptor
 */
public record MethodRef(String owner, String name, String descriptor) {
    /**
     * The method for people, and for telling it from all others.
     *
     * @return for example {@code demo.Sensor.read(int, byte[])}
     */
    public String display() {
        StringBuilder text = new StringBuilder(Names.binary(owner).replace('$', '.'))
                .append('.')
                .append(name)
                .append('(');
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            text.append(at > 1 ? ", " : "");
            at = appendType(at, text);
        }
        return text.append(')').toString();
    }

    private int appendType(int at, StringBuilder text) {
        int element = at;
        while (descriptor.charAt(element) == '[') {
            element++;
        }
        int end = element + 1;
        if (descriptor.charAt(element) == 'L') {
            end = descriptor.indexOf(';', element) + 1;
            String type = descriptor.substring(element + 1, end - 1);
            text.append(type, Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1, type.length());
        } else {
            text.append(primitive(descriptor.charAt(element)));
        }
        text.append("[]".repeat(element - at));
        return end;
    }

    private static String primitive(char descriptor) {
        return switch (descriptor) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            default -> "double";
        };
    }

    @Override
    public String toString() {
        return owner + "." + name + descriptor;
    }
}
