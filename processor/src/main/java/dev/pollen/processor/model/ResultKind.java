// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** How the result of an async method is stored and handed over: as a reference or as one of four primitives. */
public enum ResultKind {
    /** {@code Future<T>} and {@code Task<T>}. */
    OBJECT("", "Ljava/lang/Object;", "take", "result"),
    /** {@code OfInt}. */
    INT("OfInt", "I", "getAsInt", "intResult"),
    /** {@code OfLong}. */
    LONG("OfLong", "J", "getAsLong", "longResult"),
    /** {@code OfDouble}. */
    DOUBLE("OfDouble", "D", "getAsDouble", "doubleResult"),
    /** {@code OfBoolean}. */
    BOOLEAN("OfBoolean", "Z", "getAsBoolean", "booleanResult");

    private final String suffix;
    private final String descriptor;
    private final String getter;
    private final String taskGetter;

    ResultKind(String suffix, String descriptor, String getter, String taskGetter) {
        this.suffix = suffix;
        this.descriptor = descriptor;
        this.getter = getter;
        this.taskGetter = taskGetter;
    }

    /**
     * The simple name of the nested form of {@code Future}, {@code Frame} and {@code Task}.
     *
     * @return for example {@code OfInt}; empty for references
     */
    public String suffix() {
        return suffix;
    }

    /**
     * The descriptor of the value.
     *
     * @return a field descriptor
     */
    public String descriptor() {
        return descriptor;
    }

    /**
     * The method of {@code Future} that hands the value to an {@code await}.
     *
     * @return its name
     */
    public String getter() {
        return getter;
    }

    /**
     * The method of {@code AsyncStream} that gives the value.
     *
     * @return its name
     */
    public String current() {
        return this == OBJECT ? "current" : getter.replace("get", "current");
    }

    /**
     * The method of {@code Task} that hands the value to the executor.
     *
     * @return its name
     */
    public String taskGetter() {
        return taskGetter;
    }

    /**
     * The internal name of one of the runtime's types in this kind's form.
     *
     * @param base {@code dev/pollen/Future}, {@code dev/pollen/Frame}, {@code dev/pollen/Task} or another with such forms
     * @return {@code base}, or its nested form
     */
    public String in(String base) {
        return suffix.isEmpty() ? base : base + "$" + suffix;
    }

    /**
     * The kind that a return type names.
     *
     * @param base the internal name of the general form
     * @param type the internal name of the type
     * @return the kind; null if the type is none of the forms of {@code base}
     */
    public static @org.jspecify.annotations.Nullable ResultKind of(String base, String type) {
        for (ResultKind kind : values()) {
            if (kind.in(base).equals(type)) {
                return kind;
            }
        }
        return null;
    }
}
