// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.Message;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Reads the first word and hands the others to its command. */
public final class Main {
    private static final String USAGE = """
            usage: java -jar pollen-processor.jar COMMAND ..
              log [--input FILE] DIR-or-JAR..  prints log lines that come from a file, or the standard input, as text
              report [--details | --json | --dot | --mermaid | --source] [--only NAME] [--class-path PATH] DIR-or-JAR..
                                               prints the sizes of the tasks whose woven classes are there; with an option also
                                               their states and children, all of it as JSON, state diagrams, or the woven
                                               classes as Java
              weave [--class-path PATH] DIR    weaves the classes below DIR that a compiler other than javac has written;
                                               --debug true, --alloc off|report|warn|error: as -Apollen.debug and -Apollen.alloc
            """;

    private Main() {}

    /**
     * Runs a command and exits: 0 if it did what it was told, 1 if it could not, 2 if it was not understood.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    /**
     * Runs a command.
     *
     * @param args the command and its arguments
     * @param out where its output goes
     * @param err where it says what went wrong
     * @return the exit code
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        String command = args.isEmpty() ? "" : args.get(0);
        List<String> rest = args.subList(Math.min(1, args.size()), args.size());
        try {
            switch (command) {
                case "log" -> {
                    return LogCommand.run(rest, System.in, out, err);
                }
                case "report" -> {
                    out.print(ReportCommand.run(rest));
                    return 0;
                }
                case "weave" -> {
                    return WeaveCommand.run(rest, out, err);
                }
                default -> {
                    err.print(USAGE);
                    return 2;
                }
            }
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (UncheckedIOException e) {
            err.println("cannot read " + e.getCause().getMessage());
            return 1;
        } catch (RuntimeException e) {
            err.println(Message.COMMAND_FAILED.text(command, e));
            e.printStackTrace(err);
            return 1;
        }
    }
}
