// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.agent;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.Refusal;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.Weaver;
import dev.pollen.processor.weave.classpath.AsyncOwner;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassFinder;
import dev.pollen.processor.weave.classpath.DirectoryWeaver;
import dev.pollen.processor.weave.classpath.FutureOwner;
import dev.pollen.processor.weave.classpath.WeaveSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes of one class loader. Nothing is loaded here: class files are read as resources. */
final class LoaderWeaver {
    private static final String ROOT = "dev/pollen/";
    private static final String CLASS = ".class";
    private static final String CHANGED =
            "another agent has changed it since its Future classes were woven, and they do not"
                    + " fit any more: name -javaagent:pollen-processor.jar before the other agent";
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final WeakReference<ClassLoader> loader;
    private final ClassFinder files;
    private final boolean platform;
    private final ClassFileLibrary library;
    private final Weaver weaver;
    private final WeaveSettings settings;
    private final PrintStream err;
    private final Map<String, OwnerClasses> ownersToCome = new HashMap<>();
    private final Map<String, byte[]> futuresToCome = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private @Nullable Boolean runtime;

    LoaderWeaver(ClassLoader loader, WeaveSettings settings, PrintStream err) {
        // This object hangs on its loader and must not hold it.
        this.loader = new WeakReference<>(loader);
        this.files = this::resource;
        this.platform = loader == PLATFORM;
        this.library = new ClassFileLibrary(files);
        this.weaver = new Weaver(library, settings.options());
        this.settings = settings;
        this.err = err;
    }

    /**
     * What a class becomes.
     *
     * @param bytes its class file
     * @param made classes that have no file, by internal name; to be defined before the class is
     * @param refused whether its async code throws
     */
    record Woven(byte[] bytes, Map<String, byte[]> made, boolean refused) {
        Woven(byte[] bytes, Map<String, byte[]> made) {
            this(bytes, made, false);
        }
    }

    /**
     * An owner that was woven for one of its Future classes.
     *
     * @param source the bytes that it was woven of
     * @param classes its own and the Future classes' new bytes
     */
    private record OwnerClasses(byte[] source, Map<String, byte[]> classes) {}

    private byte @Nullable [] resource(String name) {
        ClassLoader from = loader.get();
        if (from == null) {
            return null;
        }
        try (InputStream in = from.getResourceAsStream(name + CLASS)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pollen's runtime stands as it is: it has async methods, with twins by hand. */
    private boolean isRuntime(String name) {
        return name.startsWith(ROOT) && place(name).equals(place(Names.FUTURE));
    }

    /** The directory or jar that a class comes from. */
    private String place(String name) {
        ClassLoader from = loader.get();
        URL url = from == null ? null : from.getResource(name + CLASS);
        String text = String.valueOf(url);
        return text.endsWith(name + CLASS) ? text.substring(0, text.length() - name.length() - CLASS.length()) : text;
    }

    /**
     * Weaves a class that is being loaded.
     *
     * @param name its internal name
     * @param bytes its class file, as other agents have left it
     * @return what it becomes; null if it stays as it is
     */
    synchronized @Nullable Woven weave(String name, byte[] bytes) {
        if (!usesPollen() || isRuntime(name)) {
            return null;
        }
        byte[] known = futuresToCome.remove(name);
        if (known != null) {
            return new Woven(known, Map.of());
        }
        String futureOf = ownerOf(name, bytes);
        byte[] file = futureOf == null ? null : files.find(futureOf);
        if (futureOf != null && file != null) {
            return ofFuture(name, bytes, futureOf, file);
        }
        Optional<AsyncOwner> owner = AsyncOwner.isWoven(bytes) ? Optional.empty() : AsyncOwner.read(bytes, library);
        return owner.map(async -> ofOwner(async, bytes)).orElse(null);
    }

    private boolean usesPollen() {
        if (runtime == null) {
            runtime = !platform && DirectoryWeaver.hasRuntime(files);
        }
        return runtime;
    }

    /** The class whose async method has a Future class; null if it is none, or woven. */
    private @Nullable String ownerOf(String future, byte[] bytes) {
        for (String candidate : FutureOwner.candidates(bytes)) {
            byte[] owner = files.find(candidate);
            if (owner != null && declares(owner, future)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean declares(byte[] owner, String future) {
        return AsyncOwner.read(owner, library)
                .filter(read -> read.futures().contains(future))
                .isPresent();
    }

    /** A Future class that is loaded before its owner. */
    private Woven ofFuture(String name, byte[] bytes, String ownerName, byte[] owner) {
        if (AsyncOwner.isWoven(owner) && !refused.containsKey(ownerName)) {
            refused.put(ownerName, Message.STALE_OWNER.text(Names.binary(name), Names.binary(ownerName)));
            err.println(refused.get(ownerName));
        }
        Map<String, byte[]> classes = refused.containsKey(ownerName) ? null : classes(ownerName, owner);
        if (classes == null) {
            return refuse(ownerName, bytes);
        }
        ownersToCome.put(ownerName, new OwnerClasses(owner, classes));
        Map<String, byte[]> made = keepFutures(ownerName, classes);
        return new Woven(Objects.requireNonNull(futuresToCome.remove(name)), made);
    }

    private Woven ofOwner(AsyncOwner owner, byte[] bytes) {
        OwnerClasses before = ownersToCome.remove(owner.name());
        if (before != null && Arrays.equals(before.source(), bytes)) {
            return new Woven(own(before.classes(), owner.name()), Map.of());
        }
        Map<String, byte[]> classes = refused.containsKey(owner.name()) ? null : classes(owner.name(), bytes);
        if (classes == null) {
            return refuse(owner.name(), bytes);
        }
        if (classes.isEmpty()) {
            return new Woven(bytes, Map.of());
        }
        if (before != null && !sameFutures(owner.name(), before.classes(), classes)) {
            refused.put(owner.name(), Message.NOT_WOVEN_AT_LOAD.text(Names.binary(owner.name()), CHANGED));
            err.println(refused.get(owner.name()));
            return refuse(owner.name(), bytes);
        }
        return new Woven(own(classes, owner.name()), before == null ? keepFutures(owner.name(), classes) : Map.of());
    }

    /** Weaves; null if there are errors. */
    private @Nullable Map<String, byte[]> classes(String owner, byte[] bytes) {
        Weave weave = weaveWithFutures(bytes);
        String error = print(weave);
        if (error == null) {
            error = printTooLarge(weave);
        }
        if (error != null) {
            refused.put(owner, error);
            return null;
        }
        return weave.classes();
    }

    private Weave weaveWithFutures(byte[] bytes) {
        Map<String, byte[]> futures = new LinkedHashMap<>();
        AsyncOwner.read(bytes, library)
                .ifPresent(read -> read.futures().forEach(future -> {
                    byte[] file = files.find(future);
                    if (file != null) {
                        futures.put(future, file);
                    }
                }));
        return weaver.weave(bytes, futures);
    }

    /** Weaves the owner of a Future class that has not been loaded, to know what it will be. */
    private @Nullable Weave ahead(String future) {
        byte[] bytes = files.find(future);
        String owner = bytes == null ? null : ownerOf(future, bytes);
        byte[] file = owner == null ? null : files.find(owner);
        return file == null || AsyncOwner.isWoven(file) ? null : weaveWithFutures(file);
    }

    /** Keeps the Future classes that the loader has files of until they come; gives those that it has none of. */
    private Map<String, byte[]> keepFutures(String owner, Map<String, byte[]> classes) {
        Map<String, byte[]> made = new LinkedHashMap<>(classes);
        made.remove(owner);
        made.keySet().removeIf(name -> {
            boolean hasFile = files.find(name) != null;
            if (hasFile) {
                futuresToCome.put(name, Objects.requireNonNull(classes.get(name)));
            }
            return hasFile;
        });
        return made;
    }

    /** Whether an owner that another agent has changed fits to the Future classes that are there already. */
    private static boolean sameFutures(String owner, Map<String, byte[]> before, Map<String, byte[]> now) {
        return before.keySet().equals(now.keySet())
                && before.keySet().stream()
                        .allMatch(name -> name.equals(owner) || Arrays.equals(before.get(name), now.get(name)));
    }

    private static byte[] own(Map<String, byte[]> classes, String name) {
        return Objects.requireNonNull(classes.get(name));
    }

    private Woven refuse(String owner, byte[] bytes) {
        return new Woven(Refusal.of(bytes, Objects.requireNonNull(refused.get(owner))), Map.of(), true);
    }

    /** Prints what was found; the first error, or null. */
    private @Nullable String print(Weave weave) {
        String error = null;
        for (Finding finding : weave.findings()) {
            Severity severity = settings.allocation().of(finding.message());
            if (severity == null) {
                continue;
            }
            err.println(finding.place() + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + finding.text());
            if (severity == Severity.ERROR && error == null) {
                error = finding.text();
            }
        }
        return error;
    }

    /** Prints which tasks exceed their {@code maxBytes}; the first error, or null. */
    private @Nullable String printTooLarge(Weave weave) {
        String error = null;
        for (SizeLimit.Exceeded task : LoadedSizes.exceeded(weave.classes(), files, library, this::ahead)) {
            String text = Message.TASK_TOO_LARGE.text(task.arguments().toArray());
            err.println(task.task().method() + ": error: " + text);
            error = error == null ? text : error;
        }
        return error;
    }

    /** Whether a class has async code that is not woven, as far as its file tells. */
    synchronized boolean isLeftUnwoven(String name) {
        byte[] bytes = usesPollen() ? files.find(name) : null;
        return bytes != null
                && !AsyncOwner.isWoven(bytes)
                && AsyncOwner.read(bytes, library).isPresent();
    }
}
