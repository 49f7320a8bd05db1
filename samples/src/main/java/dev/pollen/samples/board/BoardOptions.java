// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

/**
 * What the command line says.
 *
 * @param isVirtual {@code --virtual}: run on the virtual clock
 * @param seconds {@code --seconds N}: stop after that long; 0 for never
 * @param typed {@code --typed TEXT}: lines for a run on the virtual clock, if none stand at the standard input already, which
 *     then is not waited for; null if it is read to its end
 * @param isQuiet {@code --quiet}: print nothing
 */
public record BoardOptions(boolean isVirtual, long seconds, String typed, boolean isQuiet) {
    /**
     * Reads a command line.
     *
     * @param args the arguments
     * @return the options
     * @throws IllegalArgumentException if they are not understood; the message says which and what is
     */
    public static BoardOptions parse(String[] args) {
        boolean isVirtual = false;
        boolean isQuiet = false;
        long seconds = 0;
        String typed = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--virtual" -> isVirtual = true;
                case "--quiet" -> isQuiet = true;
                case "--seconds" -> {
                    i++;
                    if (i == args.length || !args[i].matches("[1-9][0-9]{0,8}")) {
                        throw new IllegalArgumentException("--seconds needs a whole number of seconds, 1 or more");
                    }
                    seconds = Long.parseLong(args[i]);
                }
                case "--typed" -> {
                    i++;
                    if (i == args.length) {
                        throw new IllegalArgumentException("--typed needs a text");
                    }
                    typed = args[i];
                }
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + args[i] + "; there are --seconds N and --virtual");
            }
        }
        return new BoardOptions(isVirtual, seconds, typed, isQuiet);
    }

    /**
     * Whether nothing says when to stop.
     *
     * @return true without {@code --seconds}
     */
    public boolean isEndless() {
        return seconds == 0;
    }
}
