// SPDX-License-Identifier: Apache-2.0
package loaded;

import com.sun.tools.attach.VirtualMachine;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads {@link Work} in the way that the first argument says, and runs it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "owner first" -> new Work().run();
            case "Future class first" -> {
                Class.forName("loaded.Work_sum");
                new Work().run();
            }
            case "another loader" -> {
                Path here = Path.of(
                        Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
                URL[] path = {here.toUri().toURL(), Path.of(args[1]).toUri().toURL(), Path.of(args[2]).toUri().toURL()};
                for (int i = 0; i < 2; i++) {
                    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
                        Runnable work = (Runnable) Class.forName("loaded.Work", true, loader)
                                .getConstructor()
                                .newInstance();
                        work.run();
                    }
                }
            }
            case "broken" -> {
                new Work().run();
                refused(Broken::locked);
                refused(Broken::sound);
                System.out.println("begun: " + Broken.begun());
            }
            case "large" -> refused(Large::fill);
            case "attach" -> {
                Work early = new Work();
                VirtualMachine self =
                        VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
                self.loadAgent(args[1]);
                refused(early::run);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void refused(Runnable code) {
        try {
            code.run();
            System.out.println("RAN");
        } catch (Error e) {
            System.out.println(e);
        }
    }
}
